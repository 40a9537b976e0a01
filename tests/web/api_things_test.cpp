// What /api/v1 shows: the same as the pages, to the same people.
#include <catch2/catch.hpp>
#include <set>

#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using nlohmann::json;

std::set<std::string> codes_in(const Response& response) {
  std::set<std::string> codes;
  const json answer = json_of(response);
  for (const json& row : answer["items"]) codes.insert(row["code"]);
  return codes;
}

Event event_about(const std::string& subject, const std::string& by, EventBody body) {
  Event event;
  event.at = sample::at("2023-11-28T09:00");
  event.by = by;
  event.subject = subject;
  event.body = std::move(body);
  return event;
}

}  // namespace

TEST_CASE("a token says who it belongs to and what it may do", "[api]") {
  ApiOffice office;
  const json lead =
      json_of(Client{office, office.token("ld-dt", {AccessScope::read})}.get("/api/v1/me"));
  CHECK(lead["person"] == "ld-dt");
  CHECK(lead["unit"] == "dt");
  CHECK(lead["lead"] == true);
  CHECK(lead["administrator"] == false);
  CHECK(lead["token"]["scopes"] == json::array({"read"}));
  const json office_self = json_of(Client{office, office.token("administrator")}.get("/api/v1/me"));
  CHECK(office_self["administrator"] == true);
  CHECK(office_self["unit"].is_null());
}

TEST_CASE("a lead's token sees her subtree and nothing else, in every list", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-dt")};
  Client above{office, office.token("ld-hpn")};
  CHECK(codes_in(lead.get("/api/v1/assignments")) == std::set<std::string>{"B15-01", "B20-01"});
  CHECK(codes_in(above.get("/api/v1/assignments")) ==
        std::set<std::string>{"B15-01", "B15-03", "B20-01", "B20-02"});
  for (const char* name : {"unit", "only"})
    CHECK(codes_in(lead.get("/api/v1/assignments", {{name, "bd"}})).empty());
  CHECK(json_of(lead.get("/api/v1/board"))["boxes"]["total"] == 2);
  CHECK(json_of(above.get("/api/v1/board"))["boxes"]["total"] == 4);
  CHECK(json_of(lead.get("/api/v1/units"))["items"].size() == 1);
  CHECK(json_of(above.get("/api/v1/units"))["items"].size() == 4);
  CHECK(lead.get("/api/v1/board.csv").body.find("Bà Điểm") == std::string::npos);
  CHECK(lead.get("/api/v1/board.csv").body.find("Đông Thạnh") != std::string::npos);
}

TEST_CASE("the filters of the board's address hold in the API", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  CHECK(codes_in(lead.get("/api/v1/assignments", {{"state", "overdue"}})) ==
        std::set<std::string>{"B20-01", "B20-02"});
  CHECK(codes_in(lead.get("/api/v1/assignments", {{"duty", "B15"}, {"only", "nb"}})) ==
        std::set<std::string>{"B15-03"});
  CHECK(codes_in(lead.get("/api/v1/assignments", {{"plan", "another"}})).empty());
  lead.get("/api/v1/board", {{"asof", "2023-11-20"}});
  CHECK(std::count(office.desk.days.begin(), office.desk.days.end(), "2023-11-20") == 1);
  lead.get("/api/v1/board", {{"asof", "2023-12-24"}});  // not over yet: the present
  CHECK(office.desk.days.back().empty());
}

TEST_CASE("a list is paged by a cursor, each element once", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  for (const char* path : {"/api/v1/assignments", "/api/v1/units"}) {
    std::vector<std::string> seen;
    std::string cursor;
    for (int answers = 0; answers < 10; ++answers) {
      const json page = json_of(lead.get(path, {{"limit", "1"}, {"cursor", cursor}}));
      for (const json& one : page["items"])
        seen.push_back(one.contains("code") ? one["code"] : one["id"]);
      if (page["next"].is_null()) break;
      CHECK(page["items"].size() == 1);
      cursor = page["next"];
    }
    INFO(path);
    CHECK(seen.size() == 4);
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
  }
}

TEST_CASE("a unit shows its people and how they are reached, without accounts", "[api]") {
  ApiOffice office;
  office.desk.state.office.directory.change_person("cb-dt", [](Person& p) {
    p.addresses = {{"telegram", "701234567", true, {}}, {"zalo_bot", "u-9", false, {}}};
  });
  const Response response = Client{office, office.token("ld-dt")}.get("/api/v1/units/dt");
  const json unit = json_of(response);
  REQUIRE(unit["people"].size() == 2);
  CHECK(unit["people"][0]["id"] == "cb-dt");
  CHECK(unit["people"][0]["channels"] == json::array({"telegram"}));
  CHECK(unit["people"][0]["reachable"] == true);
  CHECK(unit["people"][1]["reachable"] == false);
  CHECK(response.body.find("701234567") == std::string::npos);
  CHECK(unit["boxes"]["total"] == 2);
}

TEST_CASE("an assignment shows its life and whose figures they are", "[api]") {
  ApiOffice office;
  const json one = json_of(Client{office, office.token("ld-dt")}.get("/api/v1/assignments/B15-01"));
  CHECK(one["standing"] == "done_on_time");
  REQUIRE(one["reports"].size() == 1);
  CHECK(one["reports"][0]["figures"][0]["value"] == 3);
  CHECK(one["reports"][0]["figures"][0]["label"] == "Số cuộc tuyên truyền");
  CHECK(one["reports"][0]["by"] == "officer-dt");
  CHECK(one["life"]["past"][0]["text"] == "Đã giao B15-01.");
  CHECK(one["deeds"] == json::array({"accept", "return", "correct"}));
  const json officer =
      json_of(Client{office, office.token("cb-dt")}.get("/api/v1/assignments/B15-01"));
  CHECK(officer["deeds"].empty());
}

TEST_CASE("a plan shows its obligations and questions to whom it concerns", "[api]") {
  ApiOffice office;
  office.desk.state.office.plans["B-HPN"].plan.questions = {
      {"Q1", {"B20"}, "Hạn là ngày nào?", false, "Ngày 24/11", {}}};
  Client officer{office, office.token("cb-dt")};
  const json plan = json_of(officer.get("/api/v1/plans/B-HPN"));
  CHECK(plan["obligations"].size() == 4);
  CHECK(plan["open_questions"] == 1);
  CHECK(plan["questions"][0]["answer"].is_null());
  CHECK(json_of(officer.get("/api/v1/plans"))["items"].size() == 1);
  office.desk.state.office.directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  office.desk.state.office.directory.put(person("ld-kt", "kt", true));
  Client elsewhere{office, office.token("ld-kt")};
  CHECK(elsewhere.get("/api/v1/plans/B-HPN").status == 404);
  CHECK(json_of(elsewhere.get("/api/v1/plans"))["items"].empty());
}

TEST_CASE("what a caller has already is not made again", "[api]") {
  ApiOffice office;
  const std::string token = office.token("ld-hpn");
  Client lead{office, token};
  for (const ApiRoute& route : office.api().routes()) {
    if (!route.tagged) continue;
    std::string path = route.pattern;
    for (const auto& [name, value] :
         PathValues{{"unit", "dt"},
                    {"code", "B20-01"},
                    {"plan", "B-HPN"},
                    {"person", "cb-dt"},
                    {"change", "nhap-2024"}}) {
      if (auto at = path.find("{" + name + "}"); at != path.npos)
        path.replace(at, name.size() + 2, value);
    }
    INFO(path);
    const Response first = lead.get(path);
    REQUIRE(first.status == 200);
    const std::string tag = header(first, "ETag");
    CHECK(tag.starts_with("W/\""));
    CHECK(header(first, "Vary") == "Authorization, Accept-Language");
    CHECK(header(first, "Cache-Control") == "private, no-cache");
    const auto with_tag = [&](Client& by, const std::string& known) {
      Request again = by.request("GET", path);
      again.if_none_match = known;
      return office.site.answer(again);
    };
    const Response same = with_tag(lead, "\"other\", " + tag);
    CHECK(same.status == 304);
    CHECK(same.body.empty());
    CHECK(header(same, "ETag") == tag);
    office.desk.seen_version = "8";
    CHECK(with_tag(lead, tag).status == 200);
    office.desk.seen_version = "7";
    Client english{office, token, "en"};
    CHECK(with_tag(english, tag).status == 200);
  }
  // Who may not see it is not told that it is the same.
  Client outside{office, office.token("cb-bd")};
  Request guess = outside.request("GET", "/api/v1/units/dt");
  guess.if_none_match = "*";
  CHECK(office.site.answer(guess).status == 404);
}

TEST_CASE("the log shows what the caller may see, and its pages go on to the end", "[api]") {
  ApiOffice office;
  office.log.add(event_about("B20-01", "ld-hpn", Nudged{"Đề nghị gửi sớm"}), "assignment");
  office.log.add(event_about("B20-02", "cb-bd", Acknowledged{}), "assignment");
  office.log.add(event_about("cb-dt", "cb-dt", RemindersWanted{}), "person");
  office.log.add(event_about("dt", "administrator", UnitRegistered{}), "unit");
  office.log.add(event_about("cb-dt", "cb-dt", ConversationSaved{}), "conversation");
  Event by_api = event_about("B20-01", "ld-dt", Accepted{});
  by_api.via = "api:1a2b:3c4d:1";
  office.log.add(by_api, "assignment");
  Client lead{office, office.token("ld-dt")};
  const json seen = json_of(lead.get("/api/v1/events"));
  REQUIRE(seen["items"].size() == 3);
  CHECK(seen["items"][0]["seq"] == 1);
  CHECK(seen["items"][0]["by_name"] == "Người ld-hpn");
  CHECK(seen["items"][0]["plan"] == "B-HPN");
  CHECK(seen["items"][0]["text"].get<std::string>().find("Đề nghị gửi sớm") != std::string::npos);
  CHECK(seen["items"][0]["via_api"] == false);
  CHECK(seen["items"][1]["subject"] == "dt");
  CHECK(seen["items"][2]["via_api"] == true);
  CHECK(seen["next"] == 6);
  CHECK(seen["last"] == 6);
  std::int64_t after = 0;
  std::size_t found = 0;
  for (int pages = 0; pages < 10 && after < 6; ++pages) {
    const json page =
        json_of(lead.get("/api/v1/events", {{"after", std::to_string(after)}, {"limit", "1"}}));
    found += page["items"].size();
    after = page["next"];
  }
  CHECK(found == 3);
  const json administrator =
      json_of(Client{office, office.token("administrator")}.get("/api/v1/events"));
  CHECK(administrator["items"].size() == 4);
}

TEST_CASE("the summary says what is computed, with its seal", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const json summary = json_of(lead.get("/api/v1/plans/B-HPN/summary"));
  CHECK(summary["period"] == "2023");
  CHECK(summary["is_open"] == true);
  CHECK(summary["standing"].is_null());
  CHECK(summary["periods"].size() == 1);
  CHECK(lead.get("/api/v1/plans/B-HPN/summary", {{"period", "1999"}}).status == 404);
  for (const char* file :
       {"state.docx", "youth_union.docx", "party.docx", "figures.xlsx", "figures.csv"}) {
    const Response response = lead.get("/api/v1/plans/B-HPN/summary/files/" + std::string(file));
    INFO(file);
    CHECK(response.status == 200);
    CHECK(response.body.size() > 100);
    CHECK(header(response, "Content-Disposition").starts_with("attachment; filename=\""));
  }
  CHECK(lead.get("/api/v1/plans/B-HPN/summary/files/passwd").status == 404);
}

TEST_CASE("deadlines and proof come as files", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-dt")};
  const Response feed = lead.get("/api/v1/units/dt/deadlines.ics");
  CHECK(feed.type.starts_with("text/calendar"));
  CHECK(feed.body.find("B20-01") != std::string::npos);
  CHECK(feed.body.find("B20-02") == std::string::npos);
  const Response proof = lead.get("/api/v1/assignments/B20-01/proof.docx");
  CHECK(proof.status == 200);
  CHECK(proof.body.starts_with("PK"));
  CHECK(Client{office, office.token("cb-dt")}.get("/api/v1/assignments/B20-01/proof.docx").status ==
        404);
}

}  // namespace dondoc
