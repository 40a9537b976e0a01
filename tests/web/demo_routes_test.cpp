#include "web/demo_routes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/web/fake_desk.h"

namespace dondoc {
namespace {

using Told = std::vector<std::string>;

struct Table {
  FakeDesk desk;
  std::vector<Route> routes = demo_routes(desk, "the-token", project_file);

  Response call(const std::string& method, const std::string& path, const std::string& body = "",
                std::multimap<std::string, std::string> query = {}) {
    const auto route = std::find_if(routes.begin(), routes.end(), [&](const Route& r) {
      return r.method == method && r.path == path;
    });
    REQUIRE(route != routes.end());
    Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.query = std::move(query);
    return route->handler(request);
  }
};

TEST_CASE("every route is one of the table, and every change is guarded") {
  Table table;
  std::set<std::string> names;
  for (const Route& route : table.routes) {
    INFO(route.method << " " << route.path);
    CHECK(names.insert(route.method + " " + route.path).second);
    CHECK((route.method == "GET" || route.method == "POST"));
    CHECK((route.access == Access::act) == (route.method == "POST"));
    CHECK((route.access == Access::open) == (route.path == "/healthz"));
    CHECK(route.handler != nullptr);
  }
  for (const char* name : {"GET /", "GET /state", "POST /say", "POST /press", "POST /clock",
                           "POST /confirm", "GET /healthz"})
    CHECK(names.contains(name));
}

TEST_CASE("every GET route answers") {
  Table table;
  for (const Route& route : table.routes) {
    if (route.method != "GET") continue;
    INFO(route.path);
    const Response response = table.call("GET", route.path);
    CHECK(response.status == 200);
    CHECK_FALSE(response.body.empty());
    CHECK_FALSE(response.type.empty());
  }
}

TEST_CASE("what people do reaches the desk") {
  Table table;
  CHECK(table.call("POST", "/say", R"({"person":"p","text":"dạ xong","key":"k"})").body ==
        R"({"text":"xong"})");
  table.call("POST", "/say", R"({"person":"p","text":"dạ xong"})");
  table.call("POST", "/press", R"({"person":"p","payload":"ack:B20-01:7","key":"k"})");
  table.call("POST", "/clock", R"({"move":"hour"})");
  table.call("POST", "/clock", R"({"move":"day"})");
  table.call("POST", "/clock", R"({"move":"step"})");
  table.call("POST", "/confirm", R"({"plan":"B","question":"B-Q3"})");
  CHECK(table.desk.told == Told{"say p dạ xong k", "say p dạ xong ", "press p ack:B20-01:7 k",
                                "clock 0", "clock 1", "clock 2", "confirm B B-Q3"});
}

TEST_CASE("text is brought into normal form before anybody reads it") {
  Table table;
  table.call("POST", "/say", "{\"person\":\"p\",\"text\":\"\x64\xE1\xBA\xA1 so\xCC\x82\"}");
  CHECK(table.desk.told == Told{"say p dạ sô "});
}

TEST_CASE("a body that is not as described does nothing") {
  Table table;
  const std::string long_text(4001, 'x');
  const std::vector<std::pair<std::string, std::string>> bodies = {
      {"/say", ""},
      {"/say", "{"},
      {"/say", "[]"},
      {"/say", "null"},
      {"/say", R"({"person":"p"})"},
      {"/say", R"({"text":"x"})"},
      {"/say", R"({"person":"p","text":""})"},
      {"/say", R"({"person":7,"text":"x"})"},
      {"/say", R"({"person":"p","text":"x","more":1})"},
      {"/say", R"({"person":"p","person":"q","text":"x"})"},
      {"/say", "{\"person\":\"p\",\"text\":\"\xFF\"}"},
      {"/say", R"({"person":"p","text":"a\u0000b"})"},
      {"/say", R"({"person":"p","text":")" + long_text + "\"}"},
      {"/press", R"({"person":"p","text":"x"})"},
      {"/clock", R"({"move":"year"})"},
      {"/clock", R"({"move":1})"},
      {"/confirm", R"({"plan":"B"})"},
  };
  for (const auto& [path, body] : bodies) {
    INFO(path << " " << body.substr(0, 80));
    const Response response = table.call("POST", path, body);
    CHECK(response.status == 400);
    CHECK(response.body.starts_with(R"({"error":"Nội dung gửi lên)"));
  }
  CHECK(table.desk.told.empty());
}

TEST_CASE("the desk's answer decides the status") {
  Table table;
  const std::vector<std::pair<Deed::Kind, int>> kinds = {{Deed::Kind::done, 200},
                                                         {Deed::Kind::unknown, 404},
                                                         {Deed::Kind::refused, 409},
                                                         {Deed::Kind::failed, 503}};
  for (const auto& [kind, status] : kinds) {
    table.desk.deed = {kind, "vì \"thế\""};
    const Response response = table.call("POST", "/say", R"({"person":"p","text":"x"})");
    CHECK(response.status == status);
    CHECK(response.body ==
          (status == 200 ? R"({"text":"vì \"thế\""})" : R"({"error":"vì \"thế\""})"));
  }
}

TEST_CASE("the page is chosen by plan and people") {
  Table table;
  table.call("GET", "/", "",
             {{"plan", "A-QD8-2011"}, {"who", "a"}, {"who", "b"}, {"who", "c"}, {"who", "d"}});
  CHECK(table.desk.asked.plan == "A-QD8-2011");
  CHECK(table.desk.asked.people == Told{"a", "b", "c"});
}

TEST_CASE("a state that is known already is not sent again") {
  Table table;
  CHECK(table.call("GET", "/state", "", {{"after", "life-1"}}).status == 204);
  CHECK(table.call("GET", "/state", "", {{"after", "life-0"}}).status == 200);
  CHECK(table.call("GET", "/state").status == 200);
}

TEST_CASE("a store that cannot be read is an answer, not a crash") {
  Table table;
  table.desk.broken = true;
  CHECK(table.call("GET", "/").status == 503);
  CHECK(table.call("GET", "/state").status == 503);
}

}  // namespace
}  // namespace dondoc
