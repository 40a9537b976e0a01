// Site: the pages behind one door. Finds the route of a request, who asks, whether she may, whether
// a change comes from a form of ours; then calls the route. Safe from any thread; knows no socket
// (web/site_http.h serves it).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/access_store.h"
#include "engine/port/log_pages.h"
#include "engine/port/page_store.h"
#include "web/administration_desk.h"
#include "web/api/api.h"
#include "web/demo_pages.h"
#include "web/intake_desk.h"
#include "web/page_desk.h"
#include "web/page_route.h"
#include "web/refused_call.h"

namespace dondoc {

struct SiteParts {
  PageDesk& desk;
  AdministrationDesk& administration;
  PageStore& store;
  FindFile files;
  std::string link_key;           ///< of the bot's one-time links
  std::string public_url;         ///< "https://…"; empty: only names of this machine are answered
  std::function<Instant()> wall;  ///< the real time, for sessions and limits
  /// Told of every call that is turned away, on any thread; must not wait. Empty: nobody is told.
  std::function<void(const RefusedCall&)> refused = {};
  AccessStore* access = nullptr;  ///< null: no tokens, no calendar feeds
  LogPages* log = nullptr;        ///< null as well, or without `access`: no /api/v1
  IntakeDesk* intake = nullptr;   ///< null: no documents are taken in
};

class Site {
 public:
  explicit Site(SiteParts parts);
  ~Site();

  /// 404 when there is no such page. What no browser of ours sends (bytes that are no UTF-8, NUL,
  /// more than a form can hold) is answered by 400, 413, 414 or 431 before anything is looked up.
  Response answer(const Request& request);

  /// How much of a body is worth reading. `head`: the request as far as it is known before its
  /// body.
  std::size_t body_limit(const Request& head);

  /// Whether one of the pages has that path, with any method.
  bool has(std::string_view path) const;

  /// The whole table, for tests.
  const std::vector<PageRoute>& routes() const;
  /// Null when there is none.
  const Api* api() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
