// Site: the pages behind one door. Finds the route of a request, who asks, whether she may, whether
// a change comes from a form of ours; then calls the route. Safe from any thread; knows no socket
// (web/site_http.h serves it).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/port/page_store.h"
#include "web/demo_pages.h"
#include "web/page_desk.h"
#include "web/page_route.h"

namespace dondoc {

struct SiteParts {
  PageDesk& desk;
  PageStore& store;
  FindFile files;
  std::string link_key;           ///< of the bot's one-time links
  std::string public_url;         ///< "https://…"; empty: only names of this machine are answered
  std::function<Instant()> wall;  ///< the real time, for sessions and limits
};

class Site {
 public:
  explicit Site(SiteParts parts);
  ~Site();

  /// 404 when there is no such page.
  Response answer(const Request& request);

  /// Whether one of the pages has that path, with any method.
  bool has(std::string_view path) const;

  /// The whole table, for tests.
  const std::vector<PageRoute>& routes() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
