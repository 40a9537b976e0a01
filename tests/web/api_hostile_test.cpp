// What strangers and people from elsewhere send to /api/v1, on every route.
#include <catch2/catch.hpp>

#include "engine/limits.h"
#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using nlohmann::json;

const std::map<std::string, std::vector<std::string>> k_ids = {
    {"unit", {"dt", "hpn", "bd"}}, {"code", {"B20-01", "B15-01"}}, {"plan", {"B-HPN"}},
    {"question", {"Q1"}},          {"deed", {"nudge", "correct"}}, {"file", {"figures.csv"}},
    {"person", {"cb-dt"}},         {"change", {"nhap-2024"}},      {"duty", {"K1"}},
    {"draft", {"of-ld-dt"}},
};

std::vector<std::string> addresses(const std::string& pattern,
                                   const std::map<std::string, std::vector<std::string>>& ids) {
  const auto at = pattern.find('{');
  if (at == pattern.npos) return {pattern};
  const auto end = pattern.find('}');
  std::vector<std::string> all;
  for (const std::string& value : ids.at(pattern.substr(at + 1, end - at - 1)))
    for (const std::string& rest : addresses(pattern.substr(end + 1), ids))
      all.push_back(pattern.substr(0, at) + value + rest);
  return all;
}

std::string example(const ApiRoute& route) { return addresses(route.pattern, k_ids)[0]; }

Response ask(Client& by, const ApiRoute& route, const std::string& address) {
  return by.send(fitting_request(by, route, address));
}

const ApiRoute& deed_route(const ApiOffice& office) {
  for (const ApiRoute& route : office.api().routes())
    if (route.description.id == "decide") return route;
  FAIL("no such route");
  return office.api().routes().front();
}

}  // namespace

TEST_CASE("no id of somebody else's opens anything in the API", "[api][hostile]") {
  ApiOffice office;
  auto& directory = office.desk.state.office.directory;
  directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  directory.put(person("ld-kt", "kt", true));
  directory.put(person("ld-nb", "nb", true));
  const std::map<std::string, std::vector<std::string>> nowhere = {
      {"unit", {"none"}},   {"code", {"none"}},  {"plan", {"none"}},
      {"question", {"Q1"}}, {"deed", {"nudge"}}, {"file", {"figures.csv"}},
      {"person", {"none"}}, {"change", {"none"}}, {"duty", {"K1"}},
      {"draft", {"none"}}};
  office.intake.give("ld-dt");
  int tried = 0;
  for (const char* name : {"ld-kt", "ld-nb"}) {
    Client outside{office, office.token(name)};
    for (const ApiRoute& route : office.api().routes()) {
      if (route.pattern.find('{') == std::string::npos) continue;
      if (route.subject == Subject::none && std::string(name) == "ld-nb") continue;  // her plan too
      for (const std::string& address : addresses(route.pattern, k_ids)) {
        INFO(name << ": " << route.method << " " << address);
        const Response theirs = ask(outside, route, address);
        CHECK(theirs.status == 404);
        const Response nothing = ask(outside, route, addresses(route.pattern, nowhere)[0]);
        CHECK(theirs.body == nothing.body);
        ++tried;
      }
    }
  }
  CHECK(tried >= 20);
  CHECK(office.intake.store.kept.at("of-ld-dt").version == 0);
  CHECK(office.desk.commands.empty());
  for (const PageRead& look : office.store.noted) CHECK(look.unit == "*");
}

TEST_CASE("what lists show to people from elsewhere is nothing of ours", "[api][hostile]") {
  ApiOffice office;
  office.desk.state.office.directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  office.desk.state.office.directory.put(person("ld-kt", "kt", true));
  Client outside{office, office.token("ld-kt")};
  for (const char* path : {"/api/v1/units", "/api/v1/plans", "/api/v1/assignments", "/api/v1/board",
                           "/api/v1/board.csv", "/api/v1/events"}) {
    for (const Query& query :
         {Query{}, Query{{"unit", "dt"}}, Query{{"only", "dt"}}, Query{{"asof", "2023-11-28"}}}) {
      INFO(path);
      const std::string body = outside.get(path, query).body;
      for (const char* ours : {"Đông Thạnh", "B20-01", "148/KH-BTV"})
        CHECK(body.find(ours) == std::string::npos);
    }
  }
}

TEST_CASE("a body that is no JSON of ours changes nothing", "[api][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const std::string path = "/api/v1/assignments/B20-01/nudge";
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[";
  const std::vector<std::pair<std::string, int>> bodies = {
      {"", 400},
      {"{", 400},
      {"nudge", 400},
      {"{\"reason\":\"\xff\"}", 400},
      {std::string("{}\0{}", 5), 400},
      {R"({"reason":"a","reason":"b"})", 400},
      {deep, 400},
      {R"({"reason":)" + deep, 400},
      {"[]", 422},
      {"null", 422},
      {R"({"reason":7})", 422},
      {R"({"reason":"x","by":"administrator"})", 422},
      {R"({"until":"2023-02-30"})", 422},
      {R"({"until":"ngày mai"})", 422},
      {R"({"figures":[1]})", 422},
      {R"({"figures":{"so_cuoc":{"a":1}}})", 422},
      {R"({"reason":")" + std::string(20'000, 'x') + "\"}", 422},
      {std::string(limits::inbound_bytes + 1, ' '), 413},
  };
  for (const auto& [body, status] : bodies) {
    INFO(body.substr(0, 40));
    CHECK(lead.post_text(path, body).status == status);
  }
  CHECK(office.desk.commands.empty());
}

TEST_CASE("only application/json is taken", "[api][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  for (const ApiRoute& route : office.api().routes()) {
    if (route.method != "POST") continue;
    for (const char* type :
         {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
          "application/jsonp", "text/html, application/json"}) {
      INFO(route.pattern << " " << type);
      Client by{office, office.token("administrator")};
      Request request = fitting_request(by, route, example(route));
      request.content_type = type;
      CHECK(office.site.answer(request).status == 415);
    }
  }
  Request request = lead.request("POST", example(deed_route(office)));
  request.body = "{}";
  request.content_type = "Application/JSON ; charset=utf-8";
  CHECK(office.site.answer(request).status == 200);
}

TEST_CASE("addresses and parameters that nobody of ours sends are refused", "[api][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const std::vector<Query> bad = {{{"limit", "0"}},
                                  {{"limit", "501"}},
                                  {{"limit", "-1"}},
                                  {{"limit", "1e3"}},
                                  {{"limit", ""}},
                                  {{"limit", "99999999999999999999"}},
                                  {{"sate", "overdue"}},
                                  {{"state", "OVERDUE"}},
                                  {{"asof", "28/11/2023"}},
                                  {{"asof", "2023-02-30"}},
                                  {{"unit", "a"}, {"unit", "b"}},
                                  {{"cursor", std::string(300, 'x')}}};
  for (const Query& query : bad) {
    INFO(query.begin()->first << "=" << query.begin()->second.substr(0, 30));
    const Response response = lead.get("/api/v1/assignments", query);
    CHECK(response.status == 400);
    CHECK(json_of(response)["faults"][0]["pointer"] == "/" + query.begin()->first);
  }
  CHECK(lead.get("/api/v1/assignments", {{"unit", "\xff"}}).status == 400);
  CHECK(lead.get("/api/v1/assignments", {{"unit", std::string("a\0b", 3)}}).status == 400);
  CHECK(lead.get("/api/v1/assignments", {{"unit", std::string(20'000, 'x')}}).status == 400);
  CHECK(lead.get("/api/v1/" + std::string(3'000, 'x')).status == 414);
  CHECK(lead.get("/api/v1/units/%zz").status == 400);
  CHECK(lead.get("/api/v1/units/%ff").status == 400);
  CHECK(lead.get("/api/v1/units/..%2F..%2Fetc").status == 404);
  CHECK(lead.get("/api/v2/units").status == 404);
  CHECK(lead.get("/api/v1").status == 404);
}

TEST_CASE("the API answers no method it does not have", "[api][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  for (const ApiRoute& route : office.api().routes()) {
    const std::string address = example(route);
    for (const char* method :
         {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "GET\r\nX: y", ""}) {
      Request request = lead.request(method, address);
      if (route_of(office.api(), request) != nullptr) continue;
      INFO(method << " " << address);
      const Response response = lead.send(request);
      CHECK(response.status == 405);
      CHECK(header(response, "Allow").find(route.method) != std::string::npos);
    }
  }
  CHECK(office.desk.commands.empty());
}

TEST_CASE("nothing that was sent comes back in a header or in the log of refusals",
          "[api][hostile]") {
  ApiOffice office;
  const std::string evil = "x\r\nSet-Cookie: a=b";
  Client lead{office, office.token("ld-hpn"), evil};
  for (const ApiRoute& route : office.api().routes()) {
    Request request = fitting_request(lead, route, example(route));
    request.if_none_match = evil;
    request.origin = evil;
    const Response response = office.site.answer(request);
    for (const auto& [name, value] : response.headers) {
      CHECK(value.find('\n') == std::string::npos);
      CHECK(name != "Set-Cookie");
    }
  }
  office.refusals.clear();
  lead.get("/api/v1/Nguyễn");
  lead.get("/api/v1/units/none");
  REQUIRE(office.refusals.size() == 2);
  CHECK(office.refusals[0].route.empty());
  CHECK(office.refusals[1].route == "GET /api/v1/units/{unit}");
  CHECK(office.refusals[1].why == "not_hers");
}

TEST_CASE("another host's name is not answered, and a store that is down is said",
          "[api][hostile]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  Request elsewhere = lead.request("GET", "/api/v1/me");
  elsewhere.host = "evil.example";
  CHECK(office.site.answer(elsewhere).status == 421);
  office.access.broken = true;
  CHECK(code_of(lead.get("/api/v1/me")) == "unavailable");
}

}  // namespace dondoc
