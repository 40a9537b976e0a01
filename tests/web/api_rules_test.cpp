// /api/v1 behind its door: every route has a rule, a scope and a description, and each is tried by
// people inside and outside, with tokens of every kind; what the OpenAPI document says holds.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// The route's pattern filled in, of the commune Đông Thạnh; a draft of the caller's own.
std::string example_of(const ApiRoute& route, const std::string& caller) {
  const PathValues values = {
      {"unit", "dt"},    {"code", "B20-01"},      {"plan", "B-HPN"},   {"question", "Q1"},
      {"deed", "nudge"}, {"file", "figures.csv"}, {"person", "cb-dt"}, {"change", "nhap-2024"},
      {"duty", "K1"},    {"draft", "of-" + caller}};
  static const PathValues in_draft = {{"unit", "cac-ap"}, {"question", "K-Q2"}};
  const bool of_draft = route.description.group == "drafts";
  std::string path = route.pattern;
  for (auto [name, value] : values) {
    if (of_draft && in_draft.contains(name)) value = in_draft.at(name);
    if (auto at = path.find("{" + name + "}"); at != path.npos)
      path.replace(at, name.size() + 2, value);
  }
  REQUIRE(path.find('{') == path.npos);
  return path;
}

/// Whoever asks has a draft of her own.
Response ask(Client& by, const ApiRoute& route) {
  const AccessKey token = by.office.keys.token(by.token, by.office.wall).value().value_or(AccessKey{});
  by.office.intake.store.kept.clear();
  by.office.intake.give(token.person);
  return by.send(fitting_request(by, route, example_of(route, token.person)));
}

/// The door let her in; the handler may still say no.
bool was_let_in(const Response& response) {
  const std::string code = response.status < 400 ? "" : code_of(response);
  return code != "not_yours" && code != "no_scope" && code != "no_token";
}

}  // namespace

TEST_CASE("every route of the API has a rule, a scope and a description, and stands there once",
          "[api]") {
  ApiOffice office;
  std::set<std::string> names;
  std::set<std::string> ids;
  CHECK(office.api().routes().size() >= 20);
  for (const ApiRoute& route : office.api().routes()) {
    INFO(route.method << " " << route.pattern);
    CHECK(route.rule != Rule::unset);
    CHECK(route.scope != AccessScope::unset);
    CHECK((route.rule == Rule::everyone) == (route.scope == AccessScope::none));
    CHECK(route.handler != nullptr);
    CHECK((route.method == "GET" || route.method == "POST"));
    CHECK(route.pattern.starts_with("/api/v1/"));
    CHECK(names.insert(route.method + " " + route.pattern).second);
    const bool about_unit = route.rule == Rule::in_sight || route.rule == Rule::leads;
    CHECK(about_unit == (route.subject != Subject::none));
    const ApiDescription& about = route.description;
    CHECK(ids.insert(about.id).second);
    CHECK_FALSE(about.summary.empty());
    CHECK_FALSE(about.group.empty());
    CHECK(about.answer.empty() != about.media.empty());
    CHECK((route.method == "POST") == (about.body.empty() == !about.sent.empty()));
    if (route.method == "POST") CHECK_FALSE(route.tagged);
    static const std::set<std::string> without_figures{"/api/v1/me",
                                                       "/api/v1/plans",
                                                       "/api/v1/units",
                                                       "/api/v1/people",
                                                       "/api/v1/people/{person}",
                                                       "/api/v1/unit-changes",
                                                       "/api/v1/unit-changes/{change}",
                                                       "/api/v1/drafts",
                                                       "/api/v1/drafts/{draft}"};
    const bool shows_figures = route.method == "GET" && route.scope == AccessScope::read &&
                               !without_figures.contains(route.pattern);
    if (shows_figures) CHECK(route.figures);
    for (const std::string& schema : {about.answer, about.body})
      if (!schema.empty()) CHECK(office.api().schemas().contains(schema));
    for (const ApiParameter& one : about.parameters) {
      CHECK_FALSE(one.what.empty());
      CHECK(office.api().schemas().contains(one.schema));
    }
  }
}

TEST_CASE("each route of the API lets in whom its rule names, and nobody else", "[api]") {
  ApiOffice office;
  Client stranger{office, ""};
  Client officer_inside{office, office.token("cb-dt")};
  Client officer_outside{office, office.token("cb-bd")};
  Client lead_inside{office, office.token("ld-dt")};
  Client lead_above{office, office.token("ld-hpn")};
  Client administrator{office, office.token("administrator")};
  for (const ApiRoute& route : office.api().routes()) {
    INFO(route.method << " " << route.pattern);
    const auto let_in = [&](Client& one) { return was_let_in(ask(one, route)); };
    const bool everyone = route.rule == Rule::everyone;
    const bool any_person = everyone || route.rule == Rule::signed_in;
    const bool own_plan = route.subject == Subject::plan;  // the issuer's: hpn
    CHECK(let_in(stranger) == everyone);
    CHECK(let_in(officer_outside) == any_person);
    CHECK(let_in(officer_inside) == (any_person || route.rule == Rule::in_sight));
    CHECK(let_in(lead_inside) == (route.rule != Rule::administrator && !own_plan));
    CHECK(let_in(lead_above) == (route.rule != Rule::administrator));
    CHECK(let_in(administrator));
  }
}

TEST_CASE("a token opens what its scopes name and nothing else", "[api]") {
  ApiOffice office;
  for (const AccessScope scope : k_scopes) {
    Client one{office, office.token("administrator", {scope})};
    for (const ApiRoute& route : office.api().routes()) {
      INFO(name_of(scope) << ": " << route.method << " " << route.pattern);
      const Response response = ask(one, route);
      const bool may = route.scope == AccessScope::none || route.scope == scope;
      CHECK((response.status >= 400 && code_of(response) == "no_scope") == !may);
      if (!may) {
        CHECK(response.status == 403);
        CHECK(header(response, "WWW-Authenticate").find("insufficient_scope") != std::string::npos);
      }
    }
  }
  const auto commands = office.desk.commands.size();
  Client reader{office, office.token("ld-hpn", {AccessScope::read})};
  CHECK(reader.post("/api/v1/assignments/B20-01/nudge", json::object()).status == 403);
  CHECK(office.desk.commands.size() == commands);
}

TEST_CASE("a token that opens nothing gets one answer, whatever the reason", "[api]") {
  ApiOffice office;
  const std::string good = office.token("ld-hpn");
  const HandedOut revoked =
      office.keys.make_token({"ld-hpn", "x", {AccessScope::read}, std::nullopt}, office.wall)
          .value();
  office.access.revoke_key(revoked.key.id, office.wall);
  const HandedOut old =
      office.keys.make_token({"ld-hpn", "x", {AccessScope::read}, 1}, office.wall).value();
  const std::string leaver = office.token("cb-dt");
  const std::string feed = office.keys.make_feed("ld-hpn", "", "x", office.wall).value().secret;
  const std::string nobody = office.token("nobody");
  office.desk.state.office.directory.change_person("cb-dt", [](Person& p) { p.active = false; });
  office.wall = office.wall + Elapsed::hours(25);
  CHECK(Client{office, good}.get("/api/v1/me").status == 200);
  std::string answer;
  for (const std::string& token :
       {std::string("dondoc_"), "dondoc_" + std::string(64, '0'), good.substr(7), good + "0",
        good.substr(0, 70), revoked.secret, old.secret, leaver, nobody, feed, "dondoc_" + feed,
        "DONDOC_" + good.substr(7)}) {
    INFO(token);
    const Response response = Client{office, token}.get("/api/v1/me");
    CHECK(response.status == 401);
    CHECK(header(response, "WWW-Authenticate") ==
          R"(Bearer realm="dondoc", error="invalid_token")");
    if (answer.empty()) answer = response.body;
    CHECK(response.body == answer);
  }
  CHECK(header(Client{office, ""}.get("/api/v1/me"), "WWW-Authenticate") ==
        R"(Bearer realm="dondoc")");
  Request basic = Client{office, good}.request("GET", "/api/v1/me");
  basic.authorization = "Basic " + good;
  CHECK(office.site.answer(basic).status == 401);
  basic.authorization = "bEaReR " + good;
  CHECK(office.site.answer(basic).status == 200);
}

TEST_CASE("a session's cookie opens nothing in the API, and a token no page", "[api]") {
  ApiOffice office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK(lead.get("/board").status == 200);
  CHECK(lead.get("/api/v1/me").status == 401);
  CHECK(lead.post("/api/v1/assignments/B20-01/nudge").status == 401);
  Client program{office, office.token("ld-hpn")};
  CHECK(office.site.answer(program.request("GET", "/board")).status == 303);
  CHECK(header(program.get("/api/v1/me"), "Set-Cookie").empty());
  CHECK(office.desk.commands.empty());
}

TEST_CASE("who guesses tokens is held off, and right ones still open", "[api]") {
  ApiOffice office;
  Client right{office, office.token("ld-hpn")};
  Client guess{office, "dondoc_" + std::string(64, 'a')};
  int held_off = 0;
  for (int i = 0; i < 40; ++i) {
    const Response response = guess.get("/api/v1/me");
    if (response.status == 429) {
      ++held_off;
      CHECK(header(response, "Retry-After") == "60");
    }
  }
  CHECK(held_off == 10);
  CHECK(right.get("/api/v1/me").status == 200);
  office.wall = office.wall + Elapsed::minutes(6);
  CHECK(guess.get("/api/v1/me").status == 401);
}

TEST_CASE("a program that calls without end is held off for a while", "[api]") {
  ApiOffice office;
  Client busy{office, office.token("ld-hpn")};
  Client other{office, office.token("ld-dt")};
  for (int i = 0; i < 600; ++i) office.site.answer(busy.request("GET", "/api/v1/me"));
  CHECK(busy.get("/api/v1/me").status == 429);
  CHECK(other.get("/api/v1/me").status == 200);
  office.wall = office.wall + Elapsed::minutes(2);
  CHECK(busy.get("/api/v1/me").status == 200);
}

TEST_CASE("who looked through the API is written down as on the pages", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  CHECK(lead.get("/api/v1/units/dt").status == 200);
  REQUIRE(office.store.noted.size() == 1);
  CHECK(office.store.noted[0].person == "ld-hpn");
  CHECK(office.store.noted[0].unit == "dt");
  CHECK(office.store.noted[0].page == "/api/v1/units/dt");
  CHECK(lead.get("/api/v1/units/d%74").status == 200);
  CHECK(office.store.noted.size() == 1);
  CHECK(lead.get("/api/v1/board", {{"unit", "bd"}}).status == 200);
  CHECK(office.store.noted.back().unit == "bd");
}

// --- the document ---

namespace {

/// Every $ref of a JSON value.
void collect_references(const json& value, std::set<std::string>& found) {
  if (value.is_object() && value.contains("$ref")) found.insert(value["$ref"].get<std::string>());
  if (!value.is_structured()) return;
  for (const json& member : value) collect_references(member, found);
}

}  // namespace

TEST_CASE("the OpenAPI document describes every route, and every reference leads somewhere",
          "[api]") {
  ApiOffice office;
  const Response response = Client{office, ""}.get("/api/v1/openapi.json");
  REQUIRE(response.status == 200);
  const json document = json_of(response);
  CHECK(document["openapi"] == "3.1.0");
  for (const char* part : {"title", "version"}) CHECK(document["info"][part].is_string());
  std::size_t operations = 0;
  for (const auto& [path, item] : document["paths"].items()) operations += item.size();
  CHECK(operations == office.api().routes().size());
  for (const ApiRoute& route : office.api().routes()) {
    INFO(route.method << " " << route.pattern);
    const json& operation =
        document.at("paths").at(route.pattern).at(route.method == "GET" ? "get" : "post");
    CHECK(operation.at("operationId") == route.description.id);
    CHECK(operation.at("responses").contains("200"));
    std::size_t in_path = 0;
    for (const json& one : operation.value("parameters", json::array()))
      if (one.value("in", "") == "path") ++in_path;
    CHECK(in_path ==
          static_cast<std::size_t>(std::count(route.pattern.begin(), route.pattern.end(), '{')));
    if (route.scope != AccessScope::none)
      CHECK(operation.at("security")[0].at("token")[0] == name_of(route.scope));
  }
  std::set<std::string> references;
  collect_references(document, references);
  CHECK(references.size() > 20);
  for (const std::string& reference : references) {
    INFO(reference);
    REQUIRE(reference.starts_with("#/"));
    CHECK(document.contains(json::json_pointer(reference.substr(1))));
  }
  // For a validator that is not ours: tests/api/validate.mjs.
  if (const char* file = std::getenv("DONDOC_OPENAPI")) std::ofstream(file) << response.body;
}

TEST_CASE("no schema of the API is there for nothing", "[api]") {
  ApiOffice office;
  std::set<std::string> used;
  collect_references(json_of(Client{office, ""}.get("/api/v1/openapi.json")), used);
  for (const auto& [name, schema] : office.api().schemas().items()) {
    INFO(name);
    CHECK(used.contains("#/components/schemas/" + name));
  }
}

TEST_CASE("titles of problems have the same codes in both languages", "[api]") {
  const auto vi = PageWords::read(*project_file("config/api/vi.json"));
  const auto en = PageWords::read(*project_file("config/api/en.json"));
  REQUIRE(vi.has_value());
  REQUIRE(en.has_value());
  CHECK(vi->ids() == en->ids());
}

TEST_CASE("the language of a problem is the caller's", "[api]") {
  CHECK(language_asked("") == "vi");
  CHECK(language_asked("en") == "en");
  CHECK(language_asked("en-GB,vi;q=0.8") == "en");
  CHECK(language_asked("vi;q=0.2, en;q=0.9") == "en");
  CHECK(language_asked("fr, de;q=0.9") == "vi");
  CHECK(language_asked("en;q=0") == "vi");
  CHECK(language_asked("en;q=x,,;;q=9") == "vi");
  ApiOffice office;
  Client english{office, "", "en"};
  CHECK(json_of(english.get("/api/v1/me"))["title"] ==
        "A valid access key is needed (Authorization: Bearer).");
}

}  // namespace dondoc
