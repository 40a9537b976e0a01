// What strangers and people from elsewhere try on every route, made from the table itself: a new
// route is tried without being named here.
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "app/scrub.h"
#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

/// Ids of others, by the place in a pattern they could stand in. What is not listed gets "1".
const std::map<std::string, std::vector<std::string>> k_ids = {
    {"unit", {"dt", "hpn"}}, {"code", {"B20-01", "B15-01"}}, {"plan", {"B-HPN"}},
    {"question", {"Q1"}},    {"deed", {"nudge", "correct"}}, {"duty", {"B20"}},
    {"field", {"so_cuoc"}},  {"file", {"figures.csv"}},
};

/// Every address that `ids` make of the pattern.
std::vector<std::string> addresses(const std::string& pattern,
                                   const std::map<std::string, std::vector<std::string>>& ids) {
  static const std::regex place("\\{([a-z_]+)\\}");
  std::smatch found;
  if (!std::regex_search(pattern, found, place)) return {pattern};
  const auto known = ids.find(found[1]);
  const std::vector<std::string> values =
      known == ids.end() ? std::vector<std::string>{"1"} : known->second;
  std::vector<std::string> all;
  for (const std::string& value : values) {
    for (const std::string& rest : addresses(found.suffix(), ids))
      all.push_back(found.prefix().str() + value + rest);
  }
  return all;
}

bool has_id(const PageRoute& route) { return route.pattern.find('{') != std::string::npos; }

/// Whose subject decides who may: these must be refused to people from elsewhere.
bool is_about_others(const PageRoute& route) { return route.subject != Subject::none; }

/// An office beside ours, with its own plan.
void add_other_office(Office5& office) {
  auto& state = office.desk.state;
  state.office.directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  state.office.directory.put(person("ld-kt", "kt", true));
  state.office.directory.put(person("cb-nb", "nb", false));
  state.office.directory.put(person("ld-nb", "nb", true));
  Plan other = sample::plan();
  other.id = "D-KT";
  other.number = "77/KH-UBND";
  other.issuer = "kt";
  state.office.plans["D-KT"].plan = other;
}

std::string without(std::string body, const std::string& text) {
  for (auto at = body.find(text); at != body.npos; at = body.find(text))
    body.erase(at, text.size());
  return body;
}

Response ask(Browser& by, const PageRoute& route, const std::string& address, Query query = {}) {
  return route.method == "GET" ? by.get(address, std::move(query))
                               : by.post(address, std::move(query));
}

std::string_view last_why(const Office5& office) {
  return office.refusals.empty() ? std::string_view() : office.refusals.back().why;
}

}  // namespace

TEST_CASE("no id of somebody else's opens anything, on any route", "[hostile]") {
  Office5 office;
  add_other_office(office);
  const auto name = GENERATE(as<std::string>(), "ld-kt", "cb-nb", "ld-nb", "cb-bd");
  Browser outside = office.signed_in(name);
  int tried = 0;
  for (const PageRoute& route : office.site.routes()) {
    if (!has_id(route) || !is_about_others(route)) continue;
    for (const std::string& address : addresses(route.pattern, k_ids)) {
      INFO(name << ": " << route.method << " " << address);
      office.refusals.clear();
      const Response theirs = ask(outside, route, address);
      CHECK(theirs.status == 404);
      CHECK(last_why(office) == "not_hers");
      // It looks like what does not exist: nobody learns which ids there are.
      const std::string nowhere =
          addresses(route.pattern, {{"unit", {"none"}}, {"code", {"none"}}, {"plan", {"none"}}})[0];
      const Response nothing = ask(outside, route, nowhere);
      CHECK(nothing.status == 404);
      CHECK(without(theirs.body, address) == without(nothing.body, nowhere));
      ++tried;
    }
  }
  CHECK(tried >= 12);
  CHECK(office.desk.commands.empty());
  CHECK(office.store.noted.empty());
}

TEST_CASE("a route that asks about no unit shows nothing of others', whatever id it is given",
          "[hostile]") {
  Office5 office;
  add_other_office(office);
  const auto name = GENERATE(as<std::string>(), "ld-kt", "cb-nb");
  Browser outside = office.signed_in(name);
  const Query others = {{"unit", "dt"}, {"only", "dt"}, {"plan", "B-HPN"}, {"duty", "B20"}};
  Query on_a_past_day = others;
  on_a_past_day.emplace("asof", "2023-11-28");
  for (const PageRoute& route : office.site.routes()) {
    if (is_about_others(route) || route.method != "GET") continue;
    for (const std::string& address : addresses(route.pattern, k_ids)) {
      for (const Query& query : {Query{}, others, on_a_past_day}) {
        INFO(name << ": " << address);
        const std::string body = ask(outside, route, address, query).body;
        CHECK_THAT(body, !Contains("Đông Thạnh"));
        CHECK_THAT(body, !Contains("B20-01"));
        CHECK_THAT(body, !Contains("Người cb-dt"));
        if (name == "ld-kt") CHECK_THAT(body, !Contains("148/KH-BTV"));
      }
    }
  }
  CHECK(office.desk.commands.empty());
}

TEST_CASE("no route does anything for a form that is not ours", "[hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  Browser other = office.signed_in("ld-dt");
  const std::string right = form_token_of(lead.cookie);
  std::string capitals = right;
  for (char& c : capitals) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::vector<std::pair<const char*, std::string>> wrong = {
      {"none", ""},
      {"another session's", form_token_of(other.cookie)},
      {"of no session", form_token_of("")},
      {"the cookie itself", lead.cookie},
      {"cut", right.substr(0, 63)},
      {"longer", right + "0"},
      {"in capitals", capitals}};
  int tried = 0;
  for (const PageRoute& route : office.site.routes()) {
    if (route.method != "POST") continue;
    const std::string address = addresses(route.pattern, k_ids)[0];
    const auto try_with = [&](const char* what, Request request) {
      INFO(route.pattern << ": " << what);
      office.refusals.clear();
      CHECK(office.site.answer(request).status == 403);
      CHECK(last_why(office) == "foreign_form");
      ++tried;
    };
    for (const auto& [what, token] : wrong)
      try_with(what, lead.request("POST", address, {{"form_token", token}}));
    const Request ours = lead.request("POST", address, {{"form_token", right}});
    for (const char* origin : {"null", "http://127.0.0.1:8081", "http://evil.example",
                               "http://127.0.0.1:8080.evil.example", "https://localhost"}) {
      Request from = ours;
      from.origin = origin;
      try_with(origin, from);
    }
    for (const char* site : {"cross-site", "same-site", "none"}) {
      Request from = ours;
      from.fetch_site = site;
      try_with(site, from);
    }
  }
  CHECK(tried >= 100);
  CHECK(office.desk.commands.empty());
  CHECK(lead.get("/board").status == 200);  // nobody was signed out
}

TEST_CASE("no route answers a method it does not have", "[hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  std::set<std::string> known;
  for (const PageRoute& route : office.site.routes())
    known.insert(route.method + " " + addresses(route.pattern, k_ids)[0]);
  for (const PageRoute& route : office.site.routes()) {
    const std::string address = addresses(route.pattern, k_ids)[0];
    for (const char* method : {"GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS",
                               "CONNECT", "PROPFIND", "get", "GET ", "", "GET\r\nX: y"}) {
      if (known.contains(method + std::string(" ") + address)) continue;
      INFO(method << " " << address);
      office.refusals.clear();
      Request request = lead.request(
          method, address, {{"form_token", form_token_of(lead.cookie)}, {"_method", "POST"}});
      const int status = office.site.answer(request).status;
      CHECK((status == 405 || status == 404));
      CHECK(office.refusals.size() == 1);
    }
  }
  CHECK(office.desk.commands.empty());
}

TEST_CASE("a stranger gets no further than the sign-in page, on any route", "[hostile]") {
  Office5 office;
  Browser stranger = office.browser();
  for (const PageRoute& route : office.site.routes()) {
    if (route.rule == Rule::everyone) continue;
    for (const std::string& address : addresses(route.pattern, k_ids)) {
      INFO(route.method << " " << address);
      const Response response = ask(stranger, route, address);
      CHECK(response.status == 303);
      CHECK(header(response, "Location") == "/signin");
      CHECK(response.body.empty());
    }
  }
  CHECK(office.desk.commands.empty());
  CHECK(office.store.noted.empty());
}

TEST_CASE("what the log says of a refusal names our route and nothing that was sent", "[hostile]") {
  Office5 office;
  Browser outside = office.signed_in("cb-bd");
  outside.post("/assignments/B20-01/nudge", {{"reason", "Nguyễn Văn A"}});
  REQUIRE(office.refusals.size() == 1);
  CHECK(office.refusals[0].status == 404);
  CHECK(office.refusals[0].why == "not_hers");
  CHECK(office.refusals[0].route == "POST /assignments/{code}/{deed}");
  outside.get("/nowhere/Nguyễn");
  CHECK(office.refusals.back().route.empty());
  for (const PageRoute& route : office.site.routes()) {
    const std::string line = "not_hers " + route.method + " " + route.pattern;
    CHECK(scrubbed({line}, {}) == line);  // comes through as it is
  }
}

}  // namespace dondoc
