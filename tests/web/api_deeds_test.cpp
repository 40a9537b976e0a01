// What /api/v1 does: the same commands as the pages, in the name of the token's person, each once
// however often it is called.
#include <catch2/catch.hpp>

#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using nlohmann::json;

template <class Body>
const Body& last_command(const ApiOffice& office) {
  REQUIRE_FALSE(office.desk.commands.empty());
  const auto* body = std::get_if<Body>(&office.desk.commands.back().body);
  REQUIRE(body != nullptr);
  return *body;
}

}  // namespace

TEST_CASE(
    "a deed is the command of the page, in the caller's name, and the log says it came by API",
    "[api]") {
  ApiOffice office;
  office.desk.answer.codes = {"B20-01"};
  Client lead{office, office.token("ld-dt")};
  const Response nudged =
      lead.post("/api/v1/assignments/B20-01/nudge", {{"reason", "Đề nghị gửi sớm"}});
  CHECK(nudged.status == 200);
  CHECK(json_of(nudged)["codes"] == json::array({"B20-01"}));
  CHECK(json_of(nudged)["assignment"]["code"] == "B20-01");
  CHECK(last_command<Nudge>(office).text == "Đề nghị gửi sớm");
  CHECK(office.desk.commands.back().by == "ld-dt");
  CHECK(office.desk.commands.back().key.starts_with("api:" + office.access.all[0].id + ":"));
  lead.post("/api/v1/assignments/B20-01/grant", {{"until", "2023-12-15"}, {"reason", "mưa bão"}});
  CHECK(last_command<GrantExtension>(office).until == LocalDate::parse("2023-12-15"));
  lead.post("/api/v1/assignments/B20-01/refuse", {{"reason", "gấp"}});
  CHECK(last_command<RefuseExtension>(office).reason == "gấp");
  lead.post("/api/v1/assignments/B15-01/accept", json::object());
  CHECK(last_command<Accept>(office).code == "B15-01");
  lead.post("/api/v1/assignments/B15-01/return", {{"reason", "thiếu"}, {"until", "2023-12-01"}});
  CHECK(last_command<ReturnReport>(office).until == LocalDate::parse("2023-12-01"));
  lead.post("/api/v1/assignments/B20-01/unblock", {{"reason", "đã có mẫu"}});
  CHECK(last_command<Unblock>(office).text == "đã có mẫu");
  lead.post("/api/v1/assignments/B20-01/keep", {{"reason", "đúng nhiệm vụ"}});
  CHECK_FALSE(last_command<SettleDispute>(office).upheld);
  lead.post("/api/v1/assignments/B20-01/release", {{"reason", "không thuộc"}});
  CHECK(last_command<SettleDispute>(office).upheld);
  lead.post("/api/v1/assignments/B15-01/correct",
            {{"figures", {{"so_cuoc", 4}}}, {"reason", "đếm lại"}});
  REQUIRE(last_command<Submit>(office).figures.size() == 1);
  CHECK(last_command<Submit>(office).figures[0].value == FigureValue(std::int64_t{4}));
  CHECK(office.desk.commands.size() == 9);
  CHECK(code_of(lead.post("/api/v1/assignments/B20-01/delete", json::object())) == "no_route");
  CHECK(code_of(lead.post("/api/v1/assignments/B15-01/correct",
                          {{"figures", {{"so_cuoc", "nhiều"}}}})) == "invalid");
  CHECK(office.desk.commands.size() == 9);
}

TEST_CASE("people and units that change go by the commands of their pages", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const json people = json_of(lead.get("/api/v1/people", {{"limit", "2"}}));
  CHECK(people["items"].size() == 2);
  CHECK(people["next"] == people["items"][1]["id"]);
  CHECK(json_of(lead.get("/api/v1/people/cb-dt"))["unit"] == "dt");
  CHECK(lead.post("/api/v1/people/cb-dt/leave",
                  {{"from", "2023-12-01"}, {"to", "2023-12-05"}, {"deputy", "ld-dt"}})
            .status == 200);
  CHECK(last_command<TakeLeave>(office).leave.deputy == "ld-dt");
  lead.post("/api/v1/people/cb-dt/end_leave", {{"from", "2023-12-01"}});
  CHECK(last_command<EndLeave>(office).person == "cb-dt");
  lead.post("/api/v1/people/cb-dt/roles", {{"unit", "bd"}, {"officer", true}, {"lead", false}});
  CHECK(last_command<AssignRoles>(office).unit == "bd");
  lead.post("/api/v1/people/cb-dt/hand_over", {{"to", "ld-dt"}, {"reason", "nghỉ việc"}});
  CHECK(last_command<HandOverAll>(office).to == "ld-dt");
  CHECK(code_of(lead.post("/api/v1/people/cb-dt/leave", {{"from", "x"}, {"to", "y"}})) ==
        "invalid");
  const json changes = json_of(lead.get("/api/v1/unit-changes"));
  REQUIRE(changes["items"].size() == 1);
  CHECK(changes["items"][0]["standing"] == "planned");
  CHECK(json_of(lead.get("/api/v1/unit-changes/nhap-2024"))["basis"] == "Nghị quyết 1/NQ-HĐND");
  CHECK(code_of(lead.get("/api/v1/unit-changes/none")) == "not_yours");
  lead.post("/api/v1/unit-changes/nhap-2024/drop", {{"reason", "chưa có nghị quyết"}});
  CHECK(last_command<DropReorganisation>(office).reason == "chưa có nghị quyết");
  const json renaming{{"id", "doi-ten-2024"},
                      {"on", "2024-01-01"},
                      {"basis", "Nghị quyết 2/NQ-HĐND"},
                      {"changes", {{{"act", "rename"}, {"units", {"nb"}}, {"name", "Xã Mới"}}}}};
  const std::size_t before = office.desk.commands.size();
  const json effects = json_of(lead.post("/api/v1/unit-changes/preview", renaming));
  CHECK(effects["units"][0]["effect"] == "renamed");
  CHECK(office.desk.commands.size() == before);
  lead.post("/api/v1/unit-changes", renaming);
  CHECK(last_command<ChangeUnits>(office).reorganisation.changes[0].name == "Xã Mới");
  CHECK(code_of(lead.post("/api/v1/unit-changes", {{"id", "x"}})) == "invalid");
}

TEST_CASE("keys of calls without one are never the same", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-dt")};
  lead.post("/api/v1/assignments/B20-01/nudge", json::object());
  lead.post("/api/v1/assignments/B20-01/nudge", json::object());
  REQUIRE(office.desk.commands.size() == 2);
  CHECK(office.desk.commands[0].key != office.desk.commands[1].key);
}

TEST_CASE("a refusal carries the engine's reason in the caller's language", "[api]") {
  ApiOffice office;
  office.desk.definitions.en = *test::books().en;
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal = {Refusal::unknown, Phrase{"R-01", {PhraseValue{"ma", "B20-01"}}}};
  const std::string token = office.token("ld-dt");
  const Response vi =
      Client{office, token}.post("/api/v1/assignments/B20-01/accept", json::object());
  CHECK(vi.status == 404);
  CHECK(code_of(vi) == "refused_unknown");
  CHECK(json_of(vi)["reason"] == "R-01");
  const Response en =
      Client{office, token, "en"}.post("/api/v1/assignments/B20-01/accept", json::object());
  CHECK(json_of(en)["detail"] != json_of(vi)["detail"]);
  CHECK(header(en, "Content-Language") == "en");
  const std::vector<std::pair<Refusal, int>> others = {{Refusal::forbidden, 403},
                                                       {Refusal::not_now, 409},
                                                       {Refusal::invalid, 422},
                                                       {Refusal::redundant, 409}};
  for (const auto& [refusal, status] : others) {
    office.desk.answer.refusal.refusal = refusal;
    CHECK(Client{office, token}.post("/api/v1/assignments/B20-01/accept", json::object()).status ==
          status);
  }
}

TEST_CASE("the same call with the same Idempotency-Key has one effect and one answer", "[api]") {
  ApiOffice office;
  const std::string token = office.token("ld-dt");
  Client lead{office, token};
  const std::string path = "/api/v1/assignments/B20-01/nudge";
  const Response first = lead.post(path, {{"reason", "một"}}, "k-1");
  CHECK(first.status == 200);
  const Response again = lead.post(path, {{"reason", "một"}}, "k-1");
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(header(again, "Idempotent-Replayed") == "true");
  CHECK(office.desk.commands.size() == 1);
  CHECK(code_of(lead.post(path, {{"reason", "hai"}}, "k-1")) == "key_of_another_call");
  CHECK(code_of(lead.post("/api/v1/assignments/B15-01/nudge", {{"reason", "một"}}, "k-1")) ==
        "key_of_another_call");
  CHECK(office.desk.commands.size() == 1);
  // The answer was lost: the engine knows the key.
  const std::string key = office.desk.commands[0].key;
  office.access.answers.clear();
  office.desk.answer.kind = AnswerKind::duplicate;
  CHECK(lead.post(path, {{"reason", "một"}}, "k-1").status == 200);
  CHECK(office.desk.commands.back().key == key);
  // Somebody else's key is another one.
  Client other{office, office.token("ld-hpn")};
  office.desk.answer.kind = AnswerKind::done;
  other.post(path, {{"reason", "một"}}, "k-1");
  CHECK(office.desk.commands.back().key != key);
  for (const std::string& bad :
       {std::string(129, 'k'), std::string("a b"), std::string("a\r\nb"), std::string("ký")})
    CHECK(code_of(lead.post(path, json::object(), bad)) == "bad_key");
}

TEST_CASE("a refusal is answered again as it was", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-dt")};
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal = {Refusal::not_now, Phrase{"R-01", {PhraseValue{"ma", "B20-01"}}}};
  const Response first = lead.post("/api/v1/assignments/B20-01/accept", json::object(), "k-2");
  office.desk.answer = {};
  const Response again = lead.post("/api/v1/assignments/B20-01/accept", json::object(), "k-2");
  CHECK(again.status == 409);
  CHECK(again.type == "application/problem+json");
  CHECK(again.body == first.body);
}

TEST_CASE("a plan's question is answered in words or as proposed", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  CHECK(lead.post("/api/v1/plans/B-HPN/questions/Q1", {{"text", "Ngày 24/11"}}).status == 200);
  CHECK(last_command<ConfirmQuestion>(office).text == "Ngày 24/11");
  CHECK_FALSE(last_command<ConfirmQuestion>(office).use_default);
  lead.post("/api/v1/plans/B-HPN/questions/Q1", {{"proposal", true}});
  CHECK(last_command<ConfirmQuestion>(office).use_default);
}

TEST_CASE("a summary is kept and approved with the seal of what was seen", "[api]") {
  ApiOffice office;
  Client lead{office, office.token("ld-hpn")};
  const std::string base = "/api/v1/plans/B-HPN/summary";
  const std::string seal = json_of(lead.get(base))["seal"];
  CHECK(code_of(lead.post(base + "/approve", {{"seal", "1"}})) == "seal_broken");
  CHECK(office.desk.commands.empty());
  CHECK(lead.post(base + "/keep", {{"seal", seal}, {"text", "Nhận xét"}}).status == 200);
  CHECK(last_command<DraftSummary>(office).text == "Nhận xét");
  CHECK(lead.post(base + "/approve", {{"seal", seal}, {"text", "Khác"}}, "k-3").status == 200);
  REQUIRE(office.desk.commands.size() == 3);
  CHECK(std::get_if<DraftSummary>(&office.desk.commands[1].body) != nullptr);
  CHECK(last_command<ApproveSummary>(office).period == "2023");
  CHECK(office.desk.commands[1].key != office.desk.commands[2].key);
}

TEST_CASE("the administrator issues a plan file; its faults are named by JSON pointer", "[api]") {
  ApiOffice office;
  office.desk.answer.codes = {"B1-01"};
  Client administrator{office, office.token("administrator")};
  const std::string file(*project_file("workflows/plans/b-hocmon-2023.json"));
  office.desk.definitions.ladders = {};
  json plan = json::parse(file, nullptr, true, true);
  const Response faulty = administrator.post("/api/v1/plans", [&] {
    json other = plan;
    other["obligations"][0].erase("what");
    other["issuer"] = "nobody";
    return other;
  }());
  CHECK(faulty.status == 422);
  const json faults = json_of(faulty)["faults"];
  CHECK(faults.size() >= 2);
  CHECK(faulty.body.find("/obligations/0") != std::string::npos);
  CHECK(office.desk.commands.empty());
  // The lead of the whole office may not, whatever her token says.
  CHECK(Client{office, office.token("ld-top")}.post("/api/v1/plans", plan).status == 404);
  CHECK(office.desk.commands.empty());
}

}  // namespace dondoc
