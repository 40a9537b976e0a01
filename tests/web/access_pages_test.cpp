// "Mã truy cập" and calendar addresses: made by a press, shown once, revoked by who made them.
#include <libical/ical.h>
#include <catch2/catch.hpp>
#include <regex>

#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using Catch::Contains;

std::string found_in(const std::string& body, const char* pattern) {
  std::smatch found;
  return std::regex_search(body, found, std::regex(pattern)) ? found[1].str() : "";
}

std::string feed_path(const Response& page) {
  const std::string secret = found_in(page.body, "/calendar/([0-9a-f]{64})\\.ics");
  REQUIRE(secret.size() == 64);
  return "/calendar/" + secret + ".ics";
}

struct Feed {
  int entries = 0;
  bool well_formed = false;
};

Feed read_feed(const std::string& text) {
  icalcomponent* calendar = icalparser_parse_string(text.c_str());
  REQUIRE(calendar != nullptr);
  Feed feed;
  feed.well_formed = icalcomponent_isa(calendar) == ICAL_VCALENDAR_COMPONENT &&
                     icalcomponent_count_errors(calendar) == 0;
  feed.entries = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
  icalcomponent_free(calendar);
  return feed;
}

}  // namespace

TEST_CASE("a person makes a token on her page, sees it once, uses it and revokes it", "[access]") {
  ApiOffice office;
  Browser lead = office.signed_in("ld-dt");
  const Response made = lead.post("/access/tokens", {{"name", "cổng báo cáo"},
                                                     {"scope", "read"},
                                                     {"scope", "act"},
                                                     {"scope", "issue"},
                                                     {"days", "30"}});
  REQUIRE(made.status == 200);
  const std::string secret = found_in(made.body, "(dondoc_[0-9a-f]{64})");
  REQUIRE(secret.size() == 71);
  CHECK_THAT(lead.get("/access").body, !Contains(secret) && Contains("cổng báo cáo"));
  REQUIRE(office.access.all.size() == 1);
  CHECK(office.access.all[0].scopes == "read act issue");
  CHECK(office.access.all[0].hash.find(secret.substr(7)) == std::string::npos);
  CHECK(office.access.all[0].expires == office.wall + Elapsed::hours(30 * 24));
  Client program{office, secret};
  CHECK(json_of(program.get("/api/v1/me"))["person"] == "ld-dt");
  const std::string path = "/access/" + office.access.all[0].id + "/revoke";
  Browser other = office.signed_in("ld-hpn");
  CHECK(other.post(path).status == 303);  // as for a key that does not exist
  CHECK(program.get("/api/v1/me").status == 200);
  CHECK(lead.post(path).status == 303);
  CHECK(program.get("/api/v1/me").status == 401);
}

TEST_CASE("a token is not made for nothing, without a right or for a time beyond measure",
          "[access]") {
  ApiOffice office;
  Browser lead = office.signed_in("ld-dt");
  const std::vector<Query> wishes = {{{"name", ""}, {"scope", "read"}},
                                     {{"name", "x"}},
                                     {{"name", "x"}, {"scope", "all"}},
                                     {{"name", "x"}, {"scope", "read"}, {"days", "0"}},
                                     {{"name", "x"}, {"scope", "read"}, {"days", "3651"}},
                                     {{"name", "x"}, {"scope", "read"}, {"days", "9e9"}},
                                     {{"name", std::string(300, 'x')}, {"scope", "read"}}};
  for (const Query& wish : wishes) CHECK(lead.post("/access/tokens", wish).status == 400);
  Browser officer = office.signed_in("cb-dt");  // who issues no plans
  CHECK(officer.post("/access/tokens", {{"name", "x"}, {"scope", "issue"}}).status == 400);
  CHECK(office.access.all.empty());
  for (int i = 0; i < 50; ++i)
    CHECK(lead.post("/access/tokens", {{"name", "x"}, {"scope", "read"}}).status == 200);
  CHECK(lead.post("/access/tokens", {{"name", "x"}, {"scope", "read"}}).status == 409);
}

TEST_CASE("a unit's calendar has its own deadlines, for whoever has the address", "[access]") {
  ApiOffice office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/units/dt").body, Contains("action=\"/units/dt/calendar\""));
  const Response made = lead.post("/units/dt/calendar");
  REQUIRE(made.status == 200);
  CHECK_THAT(made.body, Contains("webcal://127.0.0.1:8080/calendar/"));
  const std::string path = feed_path(made);
  Browser program{office.site};
  const Response feed = program.get(path);
  REQUIRE(feed.status == 200);
  CHECK(feed.type.starts_with("text/calendar"));
  CHECK(header(feed, "Cache-Control") == "private, max-age=900");
  const Feed read = read_feed(feed.body);
  CHECK(read.well_formed);
  CHECK(read.entries == 2);
  CHECK_THAT(feed.body, Contains("B20-01") && !Contains("B20-02"));
  Request again = program.request("GET", path, {});
  again.if_none_match = header(feed, "ETag");
  CHECK(office.site.answer(again).status == 304);
  office.desk.add(sample::duty("B21-01", "dt", "2023-12-30"));
  CHECK(office.site.answer(again).status == 200);
  REQUIRE_FALSE(office.store.noted.empty());
  CHECK(office.store.noted.back().unit == "dt");
  CHECK(office.store.noted.back().page == "/calendar/" + office.access.all[0].id);
}

TEST_CASE("a person's calendar has what is hers, and goes with her", "[access]") {
  ApiOffice office;
  Browser officer = office.signed_in("cb-dt");
  const std::string path = feed_path(officer.post("/access/calendar"));
  Browser program{office.site};
  CHECK(read_feed(program.get(path).body).entries == 2);
  office.desk.state.office.directory.change_person("cb-dt", [](Person& p) { p.active = false; });
  CHECK(program.get(path).status == 404);
}

TEST_CASE("an address of a unit shows no more than its maker may see today", "[access]") {
  ApiOffice office;
  Browser lead = office.signed_in("ld-dt");
  const std::string path = feed_path(lead.post("/units/dt/calendar"));
  CHECK(lead.post("/units/bd/calendar").status == 404);
  Browser program{office.site};
  CHECK(program.get(path).status == 200);
  office.desk.state.office.directory.change_person("ld-dt", [](Person& p) { p.unit = "nb"; });
  CHECK(program.get(path).status == 404);
  office.desk.state.office.directory.change_person("ld-dt", [](Person& p) { p.unit = "dt"; });
  CHECK(program.get(path).status == 200);
  lead.post("/access/" + office.access.all[0].id + "/revoke");
  CHECK(program.get(path).status == 404);
}

TEST_CASE("who guesses calendar addresses is held off", "[access][hostile]") {
  ApiOffice office;
  const std::string token = office.token("ld-dt");
  Browser lead = office.signed_in("ld-dt");
  const std::string right = feed_path(lead.post("/units/dt/calendar"));
  Browser guess{office.site};
  const std::string zeros = "/calendar/" + std::string(64, '0') + ".ics";
  int held_off = 0;
  for (int i = 0; i < 40; ++i) held_off += guess.get(zeros).status == 429 ? 1 : 0;
  CHECK(held_off == 10);
  CHECK(guess.get(right).status == 200);
  office.wall = office.wall + Elapsed::minutes(6);
  for (const std::string& other :
       {std::string("/calendar/x.ics"), right.substr(0, right.size() - 4), right + "x",
        "/calendar/" + token.substr(7) + ".ics", std::string("/calendar/.ics")})
    CHECK(guess.get(other).status == 404);
}

}  // namespace dondoc
