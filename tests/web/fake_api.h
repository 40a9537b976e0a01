// What opens the office without a browser, in memory, and a program that calls /api/v1 with a
// token. Every answer is checked against what the OpenAPI document says of it.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/web/fake_browser.h"
#include "web/access_keys.h"
#include "web/api/api.h"
#include "web/api/json_schema.h"
#include "web/api/problem.h"

namespace dondoc {

/// The small office with its API.
struct ApiOffice {
  FakePageDesk desk;
  MemoryPageStore store;
  MemoryAccessStore access;
  FakeLogPages log;
  FakeAdministration administration;
  FakeIntake intake;
  Instant wall = sample::at("2023-11-29T08:00");
  std::vector<RefusedCall> refusals;
  AccessKeys keys{access};
  Site site{SiteParts{desk, administration, store, project_file, k_key, "", [this] { return wall; },
                      [this](const RefusedCall& call) { refusals.push_back(call); }, &access,
                      &log, &intake}};

  const Api& api() const { return *site.api(); }

  std::string token(const std::string& name,
                    std::vector<AccessScope> scopes = {k_scopes.begin(), k_scopes.end()}) {
    return keys.make_token({name, "test", std::move(scopes), std::nullopt}, wall).value().secret;
  }

  Browser signed_in(const std::string& name) {
    Browser one{site};
    desk.time = desk.time + Elapsed{1};  // another link than the last one's
    REQUIRE(one.post("/signin/link", {{"t", sign_in_token({name, desk.time}, k_key)}}).status ==
            303);
    return one;
  }
};

/// The route an address belongs to; null when there is none.
inline const ApiRoute* route_of(const Api& api, const Request& request) {
  for (const ApiRoute& route : api.routes()) {
    if (route.method == request.method && match(route.pattern, request.path)) return &route;
  }
  return nullptr;
}

/// What the document promises of an answer.
inline void check_answer(const Api& api, const Request& request, const Response& response) {
  INFO(request.method << " " << request.path << ": " << response.status << " " << response.body);
  const ApiRoute* route = route_of(api, request);
  std::string schema;
  if (response.status >= 400) {
    CHECK(response.type == "application/problem+json");
    schema = "Problem";
  } else if (route != nullptr && response.status == 200) {
    schema = route->description.answer;
    if (!schema.empty()) CHECK(response.type == "application/json");
  }
  if (schema.empty()) return;
  const auto json = nlohmann::json::parse(response.body, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  Faults faults("answer");
  check_schema(api.schemas(), schema, json, faults);
  for (const Fault& fault : faults.list()) FAIL_CHECK(fault.pointer << " " << fault.message);
  if (schema == "Problem") {
    CHECK(json["status"] == response.status);
    CHECK(json["type"] == "urn:dondoc:problem:" + json["code"].get<std::string>());
  }
}

/// A program of somebody's.
struct Client {
  ApiOffice& office;
  std::string token;
  std::string language = {};
  std::string remote = "10.0.0.7";

  Request request(const std::string& method, const std::string& path, Query query = {}) const {
    Request asked;
    asked.method = method;
    asked.path = path;
    asked.query = std::move(query);
    asked.host = "127.0.0.1:8080";
    asked.remote = remote;
    asked.accept_language = language;
    if (!token.empty()) asked.authorization = "Bearer " + token;
    return asked;
  }

  Response send(const Request& asked) {
    Response response = office.site.answer(asked);
    check_answer(office.api(), asked, response);
    return response;
  }

  Response get(const std::string& path, Query query = {}) {
    return send(request("GET", path, std::move(query)));
  }
  Response post(const std::string& path, const nlohmann::json& body, const std::string& key = {}) {
    return post_text(path, body.dump(), key);
  }
  Response post_text(const std::string& path, const std::string& body,
                     const std::string& key = {}) {
    Request asked = request("POST", path);
    asked.content_type = "application/json";
    asked.body = body;
    asked.idempotency_key = key;
    return send(asked);
  }
};

/// A body that fits what the route asks for; drafts are those of FakeIntake::give.
inline std::string fitting_body(const ApiRoute& route) {
  static const std::map<std::string, const char*> bodies = {
      {"SummaryText", R"({"text":"x","seal":"0"})"},
      {"SummarySeal", R"({"seal":"0"})"},
      {"QuestionAnswer", R"({"proposal":true})"},
      {"LeaveSpan", R"({"from":"2023-12-01","to":"2023-12-05"})"},
      {"LeaveBegin", R"({"from":"2023-12-01"})"},
      {"Roles", R"({"unit":"dt","officer":true,"lead":false})"},
      {"HandOver", R"({"to":"ld-dt"})"},
      {"Reason", R"({"reason":"nhầm"})"},
      {"DraftBase", R"({"version":0})"},
      {"DraftHeadChange", R"({"version":0,"subject":"Chữa cháy","issuer":"UBND xã Đông Thạnh"})"},
      {"DraftSeen", R"({"version":0})"},
      {"DraftDuty", R"({"version":0,"what":"Họp","kind":"event","who":["cac-ap"],
                        "due":{"type":"ongoing"}})"},
      {"DraftDutyChange", R"({"version":0,"what":"Họp"})"},
      {"DraftUnits", R"({"version":0,"units":["dt"]})"},
      {"DraftDecision", R"({"version":0,"decision":"open"})"},
      {"DraftFigure", R"({"version":0,"target":"T1"})"},
  };
  const auto found = bodies.find(route.description.body);
  return found == bodies.end() ? "{}" : found->second;
}

/// The route called with that address, with what it asks for.
inline Request fitting_request(const Client& by, const ApiRoute& route, const std::string& path) {
  Request asked = by.request(route.method, path);
  if (route.method != "POST") return asked;
  asked.body = fitting_body(route);
  asked.content_type = "application/json";
  if (route.description.sent.empty()) return asked;
  asked.body = "KẾ HOẠCH\n";
  asked.content_type = route.description.sent;
  asked.query = {{"name", "kh.txt"}};
  return asked;
}

inline nlohmann::json json_of(const Response& response) {
  return nlohmann::json::parse(response.body, nullptr, false);
}
inline std::string code_of(const Response& response) { return json_of(response).value("code", ""); }

}  // namespace dondoc
