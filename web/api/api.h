// Api: /api/v1 behind one door. Finds the route, who the token belongs to, whether its scope and
// her place in the office allow it; checks what is sent against its schema; then calls the route.
// Answers by token alone: a cookie is never looked at, so that no other site can act through a
// browser. Safe from any thread; knows no socket.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/log_pages.h"
#include "web/access_keys.h"
#include "web/api/api_route.h"
#include "web/demo_pages.h"
#include "web/intake_desk.h"
#include "web/looks.h"
#include "web/page_desk.h"
#include "web/refused_call.h"

namespace dondoc {

struct ApiParts {
  PageDesk& desk;
  LogPages& log;
  AccessKeys& keys;
  Looks& looks;
  FindFile files;
  std::string public_url;
  std::function<Instant()> wall;
  std::function<void(const RefusedCall&)> refused = {};
  IntakeDesk* intake = nullptr;  ///< null: no documents are taken in
};

/// "/api/…"
bool is_api_path(std::string_view path);

class Api {
 public:
  /// Requires: schemas and words are there and well formed (CHECKed).
  explicit Api(ApiParts parts);
  ~Api();

  /// Every status from 400 on is a problem (web/api/problem.h).
  Response answer(const Request& request);

  /// How long a body it reads, by method, path and token: documents are longer than what else is
  /// sent, and are taken from those alone who may send them.
  std::size_t body_limit(const Request& head);

  // For tests: the whole table, and the schemas by name.
  const std::vector<ApiRoute>& routes() const;
  const nlohmann::json& schemas() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
