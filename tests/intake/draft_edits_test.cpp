// Corrections of a draft: after each the draft still is a plan that holds together, and nothing
// refers to what is gone.
#include "intake/draft_edits.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"

using namespace dondoc;

namespace {

constexpr const char* k_draft = R"({
 "plan": {"id": "N-12-KH-UBND-2026", "number": "12/KH-UBND", "date": "2026-02-02",
  "issuer": "ubnd-xa", "subject": "Phòng cháy", "from": "2026-02-02", "to": "2026-12-31",
  "source": "văn bản", "submit_together": [["N1", "N2"]],
  "targets": [{"id": "T1", "what": "hộ có bình chữa cháy", "value": 80, "unit": "percent",
               "measured": "reported", "line": "4"}],
  "budget": {"items": [{"unit": "cong-an", "what": "bình", "amount_vnd": 5, "line": "9"}]}},
 "units": [
  {"id": "ubnd-xa", "name": "UBND xã", "kind": "committee", "parent": null},
  {"id": "cac-ap", "name": "Các ấp", "kind": "group", "parent": "ubnd-xa", "unlisted": true},
  {"id": "cong-an", "name": "Công an xã", "kind": "police", "parent": "ubnd-xa"},
  {"id": "tinh", "name": "UBND tỉnh", "kind": "superior", "parent": null, "external": true}],
 "groups": [{"id": "ca-hai", "name": "Các ấp và Công an xã", "units": ["cac-ap", "cong-an"],
             "stated_count": null}],
 "forms": [{"id": "ket-qua", "name": "Kết quả", "assumed": true,
            "fields": [{"id": "ho", "label": "Hộ", "type": "percent", "target": "T1"}]}],
 "obligations": [
  {"id": "N1", "line": "5", "kind": "report_periodic", "binding": "ordered", "what": "Báo cáo",
   "who": ["cac-ap"], "to": [{"unit": "cong-an", "office": "Văn thư"}], "form": "ket-qua",
   "due": {"type": "recurring", "every": "quarter", "day": 5, "inclusive": true,
           "from": "2026-02-02", "to": "2026-12-31", "stated": "hằng quý"}},
  {"id": "N2", "line": "6", "kind": "report_periodic", "binding": "ordered", "what": "Báo cáo năm",
   "who": ["cac-ap"], "to": [{"unit": "tinh"}],
   "due": {"type": "unconfirmed", "stated": "định kỳ", "question": "N-Q1"}},
  {"id": "N3", "line": "7", "kind": "task_once", "binding": "ordered", "what": "Kiểm tra",
   "who": ["ca-hai"],
   "due": {"type": "date", "date": "2026-05-01", "inclusive": true, "stated": "trước 01/5"}}],
 "questions": [
  {"id": "N-Q1", "about": ["N2"], "question": "Ngày nào?", "default": {"text": "25/12",
   "due": {"N2": {"type": "date", "date": "2026-12-25", "inclusive": true, "stated": "đề xuất"}}}},
  {"id": "N-Q2", "about": ["N2", "N3"], "question": "Ai làm?", "default": null},
  {"id": "N-Q3", "about": ["units"], "question": "Các ấp nào?", "default": null}]
})";

DraftJson draft() { return draft_json(k_draft).value(); }

/// Every fault of the draft, in one line each; empty: it may be issued.
std::string faults_of(const DraftJson& draft) {
  Faults faults("plan");
  const auto file = read_plan_file(draft_text(draft), faults);
  if (file) check_plan(*file, faults);
  std::string lines;
  for (const Fault& fault : faults.list()) lines += fault.pointer + ": " + fault.message + "\n";
  return lines;
}

PlanUnit unit(const std::string& id) {
  PlanUnit unit;
  unit.id = id;
  unit.name = "Tên " + id;
  unit.kind = "team";
  unit.parent = "ubnd-xa";
  return unit;
}

DutyCorrection as_it_is() {
  DutyCorrection duty;
  duty.what = "Báo cáo năm";
  duty.kind = Kind::report_periodic;
  duty.who = {"cac-ap"};
  duty.to = {"tinh"};
  return duty;
}

bool has_id(const DraftJson& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one["id"] == id; });
}

}  // namespace

TEST_CASE("the draft of these tests holds together", "[draft_edits]") {
  CHECK(faults_of(draft()).empty());
  CHECK_FALSE(draft_json("{}").has_value());
  CHECK_FALSE(draft_json("not JSON").has_value());
}

TEST_CASE("a duty's day answers the question that waited for it, and only that", "[draft_edits]") {
  DraftJson json = draft();
  DutyCorrection duty = as_it_is();
  DateRule day;
  day.printed = LocalDate::of(2026, 12, 20).value();
  duty.due = DueRule{"ngày 20/12", day};
  REQUIRE(correct_duty(json, "N2", duty));
  CHECK(json["obligations"][1]["due"]["date"] == "2026-12-20");
  CHECK_FALSE(has_id(json["questions"], "N-Q1"));
  CHECK(json["questions"][0]["about"] == DraftJson::array({"N2", "N3"}));
  CHECK(faults_of(json).empty());
  duty.due.reset();
  duty.who = {"cong-an"};
  REQUIRE(correct_duty(json, "N2", duty));  // who does it is known now
  CHECK(json["questions"][0]["about"] == DraftJson::array({"N3"}));
  CHECK(faults_of(json).empty());
  CHECK_FALSE(correct_duty(json, "N9", duty));
}

TEST_CASE("a corrected duty keeps the desk of a recipient, and loses a form it cannot have",
          "[draft_edits]") {
  DraftJson json = draft();
  DutyCorrection duty = as_it_is();
  duty.to = {"cong-an", "tinh"};
  REQUIRE(correct_duty(json, "N1", duty));
  CHECK(json["obligations"][0]["to"][0]["office"] == "Văn thư");
  CHECK(json["obligations"][0]["to"][1]["unit"] == "tinh");
  duty.kind = Kind::task_once;
  REQUIRE(correct_duty(json, "N1", duty));
  CHECK_FALSE(json["obligations"][0].contains("form"));
  duty.kind = Kind::report_once;
  REQUIRE(correct_duty(json, "N1", duty));
  CHECK(json["obligations"][0]["form"] == "ket-qua");
  CHECK(faults_of(json).empty());
}

TEST_CASE("a duty that goes takes along its questions, its pair and units nothing else needs",
          "[draft_edits]") {
  DraftJson json = draft();
  REQUIRE(drop_duty(json, "N2"));
  CHECK_FALSE(json["plan"].contains("submit_together"));
  CHECK_FALSE(has_id(json["questions"], "N-Q1"));
  CHECK_FALSE(has_id(json["units"], "tinh"));
  CHECK(has_id(json["units"], "cac-ap"));
  REQUIRE(drop_duty(json, "N3"));
  CHECK_FALSE(has_id(json["questions"], "N-Q2"));
  CHECK_FALSE(json.contains("groups"));
  CHECK(faults_of(json).empty());
  CHECK_FALSE(drop_duty(json, "N3"));
}

TEST_CASE("a duty the reading missed gets a code of its own", "[draft_edits]") {
  DraftJson json = draft();
  CHECK(add_duty(json, as_it_is(), 12) == "N4");
  CHECK(json["obligations"][3]["line"] == "12");
  CHECK(json["obligations"][3]["due"]["type"] == "ongoing");
  CHECK(faults_of(json).empty());
}

TEST_CASE("a question that a duty waits for cannot be dropped", "[draft_edits]") {
  DraftJson json = draft();
  CHECK_FALSE(drop_question(json, "N-Q1"));
  CHECK(drop_question(json, "N-Q3"));
  CHECK_FALSE(drop_question(json, "N-Q3"));
  CHECK(faults_of(json).empty());
}

TEST_CASE("a unit of the office takes the place of what the document called it", "[draft_edits]") {
  DraftJson json = draft();
  REQUIRE(replace_unit(json, "ubnd-xa", {unit("ubnd-xa-ba-diem")}));
  CHECK(json["plan"]["issuer"] == "ubnd-xa-ba-diem");
  CHECK(json["units"][0]["parent"] == "ubnd-xa-ba-diem");
  REQUIRE(replace_unit(json, "cong-an", {unit("ca-bd")}));
  CHECK(json["obligations"][0]["to"][0]["unit"] == "ca-bd");
  CHECK(json["groups"][0]["units"] == DraftJson::array({"cac-ap", "ca-bd"}));
  CHECK(json["plan"]["budget"]["items"][0]["unit"] == "ca-bd");
  CHECK(faults_of(json).empty());
  CHECK_FALSE(replace_unit(json, "nobody", {unit("x")}));
}

TEST_CASE("a group without names gets its units, and nobody is asked for them any more",
          "[draft_edits]") {
  DraftJson json = draft();
  REQUIRE(replace_unit(json, "cac-ap", {unit("ap-1"), unit("ap-2")}));
  CHECK_FALSE(has_id(json["questions"], "N-Q3"));
  CHECK(json["obligations"][0]["who"] == DraftJson::array({"cac-ap"}));  // a group now
  REQUIRE(has_id(json["groups"], "cac-ap"));
  CHECK(json["groups"][0]["units"] == DraftJson::array({"ap-1", "ap-2", "cong-an"}));
  CHECK(faults_of(json).empty());
  REQUIRE(replace_unit(json, "cac-ap", {unit("ap-3"), unit("ap-4")}));  // others after all
  CHECK_FALSE(has_id(json["units"], "ap-9"));
  CHECK(faults_of(json).empty());
  REQUIRE(replace_unit(json, "tinh", {unit("x"), unit("y")}));  // two receive instead of one
  CHECK(json["obligations"][1]["to"].size() == 2);
  CHECK(faults_of(json).empty());
}

TEST_CASE("the head is corrected, and what recurred all year still does", "[draft_edits]") {
  DraftJson json = draft();
  HeadCorrection head;
  head.number = "13/KH-UBND";
  head.date = LocalDate::of(2026, 1, 15);
  head.subject = "Phòng cháy, chữa cháy";
  head.from = LocalDate::of(2026, 1, 15).value();
  head.to = LocalDate::of(2027, 12, 31).value();
  correct_head(json, head);
  CHECK(json["plan"]["number"] == "13/KH-UBND");
  CHECK(json["obligations"][0]["due"]["from"] == "2026-01-15");
  CHECK(json["obligations"][0]["due"]["to"] == "2027-12-31");
  CHECK(faults_of(json).empty());
}

TEST_CASE("targets and money can be dropped", "[draft_edits]") {
  DraftJson json = draft();
  CHECK(drop_target(json, "T1"));
  CHECK_FALSE(json["forms"][0]["fields"][0].contains("target"));
  CHECK_FALSE(drop_target(json, "T1"));
  CHECK(drop_budget_item(json, 0));
  CHECK_FALSE(drop_budget_item(json, 0));
  CHECK(faults_of(json).empty());
}

TEST_CASE("every code gets another letter", "[draft_edits]") {
  DraftJson json = draft();
  relabel(json, "PC");
  CHECK(json["plan"]["id"] == "PC-12-KH-UBND-2026");
  CHECK(json["obligations"][1]["id"] == "PC2");
  CHECK(json["obligations"][1]["due"]["question"] == "PC-Q1");
  CHECK(json["questions"][0]["default"]["due"].contains("PC2"));
  CHECK(json["questions"][2]["about"][0] == "units");
  CHECK(json["plan"]["submit_together"][0][1] == "PC2");
  CHECK(faults_of(json).empty());
}
