// The routes of /api/v1 as values, like those of the pages (web/page_route.h), with what the
// OpenAPI document says of them. A route without rule, scope or description is a fault that a test
// finds; rules are judged in one place (web/access.h).
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "web/access_keys.h"
#include "web/page_route.h"

namespace dondoc {

/// What stands behind "?" in the address.
struct ApiParameter {
  std::string name;
  std::string what;
  std::string schema;  ///< in web/api/schemas.json
};

/// What is said in the OpenAPI document, in English.
struct ApiDescription {
  std::string id;  ///< operationId, "listUnits"
  std::string group;
  std::string summary;
  std::string answer;      ///< schema of a 200; empty: a file
  std::string media = {};  ///< of the file
  std::string body = {};   ///< schema of what is sent; empty: nothing is, or a file
  std::vector<ApiParameter> parameters = {};
  std::string sent = {};  ///< media type of the file that is sent, of at most k_upload_bytes
};

struct ApiCall {
  const Request& request;
  const PathValues& path;
  const Visitor& visitor;
  const AccessKey& token;
  const nlohmann::json& body;  ///< checked against the schema; an empty object for GET
  /// For the first, second, … command of this call: unique to it, the same when it is repeated.
  std::function<std::string(int number)> command_key;

  /// What stands in the path for {name}. Requires: the pattern has it.
  const std::string& value(const std::string& name) const { return path.at(name); }
};

struct ApiRoute {
  std::string method;   ///< "GET" or "POST"
  std::string pattern;  ///< "/api/v1/units/{unit}"
  Rule rule = Rule::unset;
  Subject subject = Subject::none;
  AccessScope scope = AccessScope::unset;
  ApiDescription description;
  std::function<Response(const ApiCall&)> handler;  ///< on any thread; must not throw
  bool figures = false;                             ///< shows figures of units: who looked is kept
  bool tagged = false;  ///< the same as long as PageDesk::version is: answered by 304
};

}  // namespace dondoc
