#include "web/api/openapi.h"

#include <nlohmann/json.hpp>
#include <set>

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* k_about =
    "The same things as the pages show and do, with the same rules of sight. Every call has a "
    "token (Authorization: Bearer). What is refused is answered by problem details (RFC 9457) in "
    "the language of Accept-Language, vi or en. Dates are YYYY-MM-DD, times ISO 8601 with offset.";

Json schema_at(const std::string& name) { return {{"$ref", "#/components/schemas/" + name}}; }

Json problem_answer(const char* what) {
  return {{"description", what},
          {"content", {{"application/problem+json", {{"schema", schema_at("Problem")}}}}}};
}

Json header_of(const char* name, const char* what) {
  return {{"name", name},
          {"in", "header"},
          {"required", false},
          {"description", what},
          {"schema", {{"type", "string"}}}};
}

/// The names in braces, in their order.
std::vector<std::string> names_in(const std::string& pattern) {
  std::vector<std::string> names;
  for (auto at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1))
    names.push_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
  return names;
}

Json parameters_of(const ApiRoute& route) {
  Json list = Json::array();
  for (const std::string& name : names_in(route.pattern))
    list.push_back({{"name", name},
                    {"in", "path"},
                    {"required", true},
                    {"schema", {{"type", "string"}, {"minLength", 1}}}});
  for (const ApiParameter& one : route.description.parameters)
    list.push_back({{"name", one.name},
                    {"in", "query"},
                    {"required", false},
                    {"description", one.what},
                    {"schema", schema_at(one.schema)}});
  if (route.scope != AccessScope::none)
    list.push_back({{"$ref", "#/components/parameters/AcceptLanguage"}});
  if (route.tagged) list.push_back({{"$ref", "#/components/parameters/IfNoneMatch"}});
  if (route.method == "POST") list.push_back({{"$ref", "#/components/parameters/IdempotencyKey"}});
  return list;
}

Json answer_of(const ApiDescription& about) {
  Json answer{{"description", "Done."}};
  if (about.answer.empty()) {
    answer["content"] = {{about.media, Json::object()}};
  } else {
    answer["content"] = {{"application/json", {{"schema", schema_at(about.answer)}}}};
  }
  return answer;
}

Json answers_of(const ApiRoute& route) {
  Json answers{{"200", answer_of(route.description)}};
  if (route.tagged) answers["304"] = {{"description", "Nothing has changed since that ETag."}};
  const auto refer = [&](const char* status, const char* name) {
    answers[status] = {{"$ref", "#/components/responses/" + std::string(name)}};
  };
  refer("400", "IllFormed");
  if (route.scope == AccessScope::none) return answers;
  refer("401", "NoToken");
  refer("403", "NotAllowed");
  refer("404", "NotYours");
  if (route.method == "POST") {
    refer("409", "Refused");
    refer("413", "TooLarge");
    refer("415", "OtherMedia");
    refer("422", "Invalid");
  }
  refer("429", "TooOften");
  refer("503", "Unavailable");
  return answers;
}

Json operation_of(const ApiRoute& route) {
  const ApiDescription& about = route.description;
  Json operation{{"operationId", about.id},
                 {"tags", Json::array({about.group})},
                 {"summary", about.summary},
                 {"security", Json::array()}};
  if (route.scope != AccessScope::none) {
    Json needed = Json::object();
    needed["token"] = Json::array({std::string(name_of(route.scope))});
    operation["security"].push_back(std::move(needed));
  }
  if (Json parameters = parameters_of(route); !parameters.empty())
    operation["parameters"] = std::move(parameters);
  if (!about.body.empty())
    operation["requestBody"] = {
        {"required", true},
        {"content", {{"application/json", {{"schema", schema_at(about.body)}}}}}};
  if (!about.sent.empty())
    operation["requestBody"] = {{"required", true}, {"content", {{about.sent, Json::object()}}}};
  operation["responses"] = answers_of(route);
  return operation;
}

Json components_of(const nlohmann::json& schemas) {
  return {
      {"securitySchemes",
       {{"token",
         {{"type", "http"},
          {"scheme", "bearer"},
          {"description",
           "dondoc admin token create PERSON --scope read, or the page “Mã truy cập”. Scopes: "
           "read, "
           "act, summary, events, issue."}}}}},
      {"parameters",
       {{"AcceptLanguage", header_of("Accept-Language", "vi (otherwise) or en")},
        {"IfNoneMatch", header_of("If-None-Match", "The ETag of an earlier answer")},
        {"IdempotencyKey",
         header_of("Idempotency-Key",
                   "The same call with the same key has one effect, and for a day one answer. At "
                   "most 128 visible ASCII characters")}}},
      {"responses",
       {{"IllFormed", problem_answer("What was sent cannot be read.")},
        {"NoToken", problem_answer("No token, or none that opens anything.")},
        {"NotAllowed", problem_answer("The token has not this scope, or the engine says no.")},
        {"NotYours", problem_answer("There is nothing, or nothing for this person, there.")},
        {"Refused", problem_answer("It cannot be done now; `detail` says why.")},
        {"TooLarge", problem_answer("More was sent than a mebibyte, or of a document than eight.")},
        {"OtherMedia", problem_answer("What is sent must be of the media type in requestBody.")},
        {"Invalid", problem_answer("What was sent is at fault; `faults` or `detail` say where.")},
        {"TooOften", problem_answer("Too many calls; wait as Retry-After says.")},
        {"Unavailable", problem_answer("The store does not answer; try again.")}}},
      {"schemas", schemas}};
}

}  // namespace

std::string openapi_document(const std::vector<ApiRoute>& routes, const nlohmann::json& schemas,
                             const std::string& address) {
  Json paths = Json::object();
  std::set<std::string> groups;
  for (const ApiRoute& route : routes) {
    paths[route.pattern][route.method == "GET" ? "get" : "post"] = operation_of(route);
    groups.insert(route.description.group);
  }
  Json tags = Json::array();
  for (const std::string& group : groups) tags.push_back({{"name", group}});
  Json servers = Json::array();
  servers.push_back({{"url", address.empty() ? "/" : address}});
  const Json document{{"openapi", "3.1.0"},
                      {"info",
                       {{"title", "Đôn Đốc"},
                        {"version", "1"},
                        {"description", k_about},
                        {"license", {{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}}}},
                      {"servers", std::move(servers)},
                      {"tags", std::move(tags)},
                      {"paths", std::move(paths)},
                      {"components", components_of(schemas)}};
  return document.dump(1);
}

}  // namespace dondoc
