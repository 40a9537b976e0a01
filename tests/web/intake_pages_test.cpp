// Intake: a document becomes a draft beside its text; every duty is seen, corrected or dropped by a
// person before the plan is issued, in her name.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

Response send(Browser& browser, const std::string& name, const std::string& bytes) {
  Request request = browser.request("POST", "/intake", {});
  request.query.emplace("form_token", form_token_of(browser.cookie));
  request.files = {{"file", name, bytes}};
  return browser.send(request);
}

struct DraftOfLead {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  std::string href = "/intake/of-ld-hpn";

  DraftOfLead() { office.intake.give("ld-hpn"); }

  KeptDraft& kept() { return office.intake.store.kept.at("of-ld-hpn"); }
  nlohmann::json plan() { return nlohmann::json::parse(kept().plan); }
  /// With the version that a form would have had.
  Response post(const std::string& path, Query fields = {}) {
    fields.emplace("version", std::to_string(kept().version));
    return lead.post(href + path, std::move(fields));
  }
};

Query duty_fields(const std::string& due) {
  return {{"what", "Báo cáo năm"}, {"kind", "report_once"}, {"binding", "ordered"},
          {"who", "cac-ap"},       {"to", "tinh"},          {"due", due}};
}

}  // namespace

TEST_CASE("a document that is sent becomes a draft with its text beside it", "[intake]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/plans").body, Contains("href=\"/intake\""));
  const Response sent = send(lead, "Kế hoạch 45.TXT", k_document);
  REQUIRE(sent.status == 303);
  const std::string href = header(sent, "Location");
  const std::string body = lead.get(href).body;
  CHECK_THAT(body, Contains("45/KH-UBND"));
  CHECK_THAT(body, Contains("<mark class=\"deadline\">"));
  CHECK_THAT(body, Contains("24/11/2023"));  // before the 25th
  CHECK_THAT(body, Contains("Còn 1 việc chưa đối chiếu."));
  CHECK_THAT(lead.get("/intake").body, Contains(href));
  CHECK(office.desk.commands.empty());
}

TEST_CASE("what cannot be read is told in the reader's words and kept nowhere", "[intake]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK(send(lead, "a.txt", "MẬT\n" + k_document).status == 400);
  CHECK_THAT(send(lead, "a.exe", "MZ").body, Contains("Không đọc được văn bản này."));
  CHECK(send(lead, "", "").status == 400);
  CHECK(send(lead, "a.txt", std::string(k_upload_bytes + 1, 'a')).status == 413);
  CHECK(office.intake.store.kept.empty());
}

TEST_CASE("a draft is hers and the administrator's; to others it does not exist", "[intake]") {
  DraftOfLead its;
  Browser other = its.office.signed_in("ld-dt");
  CHECK(other.get(its.href).status == 404);
  CHECK(other.get(its.href + "/plan.json").status == 404);
  CHECK(other.post(its.href + "/issue", {{"version", "0"}}).status == 404);
  CHECK(other.post(its.href + "/discard").status == 404);
  CHECK_THAT(other.get("/intake").body, !Contains("of-ld-hpn"));
  CHECK(its.office.intake.store.kept.size() == 1);
  Browser admin = its.office.administrator();
  CHECK(admin.get(its.href).status == 200);
  CHECK_THAT(admin.get("/intake").body, Contains("Người ld-hpn"));
}

TEST_CASE("what stands in a document is text on the page, never a part of it", "[intake]") {
  DraftOfLead its;
  const std::string body = its.lead.get(its.href).body;
  CHECK_THAT(body, Contains("&lt;i&gt;ngày 25&lt;/i&gt;"));
  CHECK_THAT(body, Contains("Phòng cháy &lt;b&gt;"));
  CHECK_THAT(body, !Contains("Phòng cháy <b>"));
}

TEST_CASE(
    "a plan is issued once every duty was seen, and what was agreed to is answered in her name",
    "[intake]") {
  DraftOfLead its;
  CHECK(its.post("/issue").status == 409);
  CHECK(its.office.desk.commands.empty());
  CHECK(its.post("/seen", {{"duty", "K1"}}).status == 303);
  CHECK(its.post("/issue").status == 409);
  CHECK(its.post("/questions/K-Q1", {{"do", "accept"}}).status == 303);
  CHECK_THAT(its.lead.get(its.href).body, Contains("20/12/2023"));
  CHECK(its.post("/seen").status == 303);  // all that are left
  const Response issued = its.post("/issue");
  CHECK(header(issued, "Location") == "/plans/K-12-KH-UBND-2023");
  REQUIRE(its.office.desk.commands.size() == 2);
  CHECK(its.office.desk.commands[0].by == "ld-hpn");
  CHECK_THAT(std::get<IssuePlan>(its.office.desk.commands[0].body).document,
             Contains("12/KH-UBND"));
  const auto& answer = std::get<ConfirmQuestion>(its.office.desk.commands[1].body);
  CHECK(answer.question == "K-Q1");
  CHECK(answer.use_default);
  CHECK(its.office.intake.store.kept.empty());
}

TEST_CASE("a refused plan stays a draft, with the reason on its page", "[intake]") {
  DraftOfLead its;
  its.post("/seen");
  its.office.desk.answer.kind = AnswerKind::refused;
  its.office.desk.answer.refusal = {Refusal::invalid, Phrase{"R-84", {}}};
  CHECK(its.post("/issue").status == 409);
  CHECK(its.office.intake.store.kept.size() == 1);
}

TEST_CASE("letters that another plan took meanwhile are changed before it is issued", "[intake]") {
  DraftOfLead its;
  its.post("/questions/K-Q1", {{"do", "accept"}});
  its.post("/seen");
  Plan other = its.office.desk.state.office.plans.begin()->second.plan;
  other.id = "K-OTHER";
  other.obligations.front().id = "K9";
  its.office.desk.state.office.plans["K-OTHER"].plan = other;
  REQUIRE(its.post("/issue").status == 303);
  const auto plan =
      nlohmann::json::parse(std::get<IssuePlan>(its.office.desk.commands[0].body).document);
  CHECK(plan["obligations"][0]["id"] == "A1");
  CHECK(std::get<ConfirmQuestion>(its.office.desk.commands[1].body).question == "A-Q1");
}

TEST_CASE("a duty is corrected: its day, who does it, to whom", "[intake]") {
  DraftOfLead its;
  Query fields = duty_fields("date");
  fields.emplace("date", "2023-12-15");
  fields.emplace("before", "1");
  fields.emplace("who_more", "Xã Bà Điểm\n");
  CHECK(its.post("/duties/K2", fields).status == 303);
  const auto duty = its.plan()["obligations"][1];
  CHECK(duty["due"]["date"] == "2023-12-15");
  CHECK(duty["due"]["inclusive"] == false);
  CHECK(duty["who"] == nlohmann::json::array({"cac-ap", "bd"}));
  const std::string body = its.lead.get(its.href).body;
  CHECK_THAT(body, Contains("14/12/2023"));
  CHECK_THAT(body, !Contains("K-Q1"));
  CHECK_THAT(body, Contains("Còn 1 việc chưa đối chiếu."));  // who corrected it has seen it
}

TEST_CASE("a faulty form says what is wrong and keeps what was typed", "[intake]") {
  DraftOfLead its;
  const Response no_day = its.post("/duties/K2", duty_fields("date"));
  CHECK(no_day.status == 400);
  CHECK_THAT(no_day.body, Contains("Ngày chưa đúng."));
  CHECK_THAT(no_day.body, Contains("Báo cáo năm</textarea>"));
  Query unknown = duty_fields("ongoing");
  unknown.emplace("who_more", "Xã Không Có");
  CHECK_THAT(its.post("/duties/K2", unknown).body, Contains("“Xã Không Có”"));
  Query window = duty_fields("window");
  window.emplace("from", "2023-12-15");
  window.emplace("to_day", "2023-12-01");
  CHECK(its.post("/duties/K2", window).status == 400);
  Query recurring = duty_fields("recurring");
  recurring.emplace("every", "quarter");
  recurring.emplace("day", "5");
  recurring.emplace("month", "4");
  CHECK(its.post("/duties/K2", recurring).status == 400);
  CHECK(its.post("/duties/K2", {{"what", "x"}, {"kind", "report_once"}, {"due", "keep"}}).status ==
        400);  // nobody does it
  CHECK(its.post("/duties/K9", duty_fields("ongoing")).status == 404);
  CHECK(its.plan() == nlohmann::json::parse(k_sample_draft));
}

TEST_CASE("a new unit may be added by name, once however often it is named", "[intake]") {
  DraftOfLead its;
  Query fields = duty_fields("ongoing");
  fields.emplace("who_more", "Công an xã Mẫu");
  fields.emplace("to_more", "Công an xã Mẫu");
  fields.emplace("adds", "1");
  CHECK(its.post("/duties/new", fields).status == 303);
  const auto plan = its.plan();
  CHECK(plan["obligations"][2]["id"] == "K3");
  CHECK(plan["obligations"][2]["who"][1] == "cong-an-xa-mau");
  CHECK(plan["obligations"][2]["to"][1]["unit"] == "cong-an-xa-mau");
  CHECK(plan["units"].size() == 4);
  CHECK(plan["units"][3]["kind"] == "police");
}

TEST_CASE("a group without names gets its units, by name or all at once", "[intake]") {
  DraftOfLead its;
  CHECK(its.post("/units/cac-ap", {{"names", "xã đông thạnh\nXã Bà Điểm"}}).status == 303);
  CHECK(its.plan()["groups"][0]["units"] == nlohmann::json::array({"dt", "bd"}));
  CHECK_THAT(its.lead.get(its.href).body, Contains("nhóm 2 đơn vị"));
  CHECK_THAT(its.lead.get(its.href).body, !Contains("K-Q2"));
  CHECK(its.post("/units/cac-ap", {{"names", ""}}).status == 400);
  CHECK(its.post("/units/cac-ap", {{"choice", "no|where"}}).status == 400);
  CHECK(its.post("/units/no-such", {{"names", "Xã Bà Điểm"}}).status == 404);
}

TEST_CASE("the head is corrected, with an issuer the office knows", "[intake]") {
  DraftOfLead its;
  const Query fields{{"number", "13/KH"},    {"date", ""},         {"subject", "Việc khác"},
                     {"from", "2023-10-01"}, {"to", "2023-12-31"}, {"issuer", "Xã Đông Thạnh"}};
  CHECK(its.post("/head", fields).status == 303);
  CHECK(its.plan()["plan"]["issuer"] == "dt");
  CHECK(its.plan()["plan"]["number"] == "13/KH");
  Query wrong = fields;
  wrong.find("issuer")->second = "Xã Không Có";
  CHECK(its.post("/head", wrong).status == 400);
  wrong.find("issuer")->second = "Xã Đông Thạnh";
  wrong.find("to")->second = "2022-01-01";
  CHECK(its.post("/head", wrong).status == 400);
}

TEST_CASE("duties, questions, targets and money can be dropped", "[intake]") {
  DraftOfLead its;
  CHECK(its.post("/questions/K-Q1", {{"do", "drop"}}).status == 409);  // K2 waits for it
  CHECK(its.post("/questions/K-Q2", {{"do", "drop"}}).status == 303);
  CHECK(its.post("/figures", {{"target", "T1"}}).status == 303);
  CHECK(its.post("/figures", {{"money", "0"}}).status == 303);
  CHECK(its.post("/figures", {{"money", "99999999999"}}).status == 409);
  CHECK(its.post("/duties/K2/drop").status == 303);
  CHECK(its.post("/duties/K2/drop").status == 404);
  CHECK(its.plan()["obligations"].size() == 1);
  CHECK(its.post("/discard").status == 303);
  CHECK(its.office.intake.store.kept.empty());
}

TEST_CASE(
    "a unit with another's id is another unit, and a long name of a file is cut between letters",
    "[intake]") {
  Office5 office;
  office.desk.state.office.directory.put(
      sample::unit("cong-an-xa", "Công an xã Bà Điểm", "", "bd"));
  Browser lead = office.signed_in("ld-hpn");
  std::string text = k_document;
  text.replace(text.find("1. Xã Đông Thạnh"), std::string("1. Xã Đông Thạnh").size(),
               "1. Công an xã");
  std::string name;
  for (int i = 0; i < 150; ++i) name += "ế";
  const std::string href = header(send(lead, name + ".txt", text), "Location");
  REQUIRE(href.starts_with("/intake/"));
  const KeptDraft& kept = office.intake.store.kept.at(href.substr(8));
  const auto plan = nlohmann::json::parse(kept.plan);
  CHECK(plan["obligations"][0]["who"] == nlohmann::json::array({"cong-an-xa-2"}));
  CHECK(kept.head.file.size() < 400);
  CHECK(is_clean_text(kept.head.file));
}

TEST_CASE("what was taken for right can be compared again", "[intake]") {
  DraftOfLead its;
  its.post("/seen");
  CHECK(its.post("/seen", {{"duty", "K1"}, {"seen", "0"}}).status == 303);
  CHECK_THAT(its.lead.get(its.href).body, Contains("Còn 1 việc chưa đối chiếu."));
  CHECK(its.post("/issue").status == 409);
}

TEST_CASE("a form made from an older draft changes nothing", "[intake]") {
  DraftOfLead its;
  CHECK(its.post("/seen", {{"duty", "K1"}}).status == 303);
  const Response late = its.lead.post(its.href + "/duties/K2/drop", {{"version", "0"}});
  CHECK(late.status == 409);
  CHECK_THAT(late.body, Contains("vừa được sửa ở nơi khác"));
  CHECK(its.plan()["obligations"].size() == 2);
  CHECK(its.lead.post(its.href + "/issue", {{"version", "0"}}).status == 409);
}

TEST_CASE("a draft that nobody touches is forgotten after ninety days", "[intake]") {
  DraftOfLead its;
  its.kept().head.changed = its.office.wall - Elapsed::minutes(91 * 24 * 60);
  CHECK_THAT(its.lead.get("/intake").body, !Contains("of-ld-hpn"));
}
}  // namespace dondoc
