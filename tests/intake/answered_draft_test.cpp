// Answers to a draft's questions: each kind of answer, what is left unanswered, and every answer
// that is none.
#include "intake/answered_draft.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/codec/plan_codec.h"
#include "engine/plan/plan.h"
#include "intake/draft_plan.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

/// N1 waits for a day (N-Q2), N2 for a rhythm (N-Q3), N3 names nobody (N-Q4); N-Q1 asks for number
/// and date, N-Q5 for the communes.
constexpr const char* k_document =
    "ỦY BAN NHÂN DÂN XÃ BÌNH AN\n\nKẾ HOẠCH\nCông tác năm 2024\n\n"
    "Căn cứ Quyết định số 01/QĐ-UBND ngày 05 tháng 01 năm 2024;\n"
    "I. TỔ CHỨC THỰC HIỆN\n"
    "1. Các ấp: báo cáo UBND xã kết quả thực hiện hằng quý.\n"
    "2. Công an xã: định kỳ báo cáo UBND xã kết quả thực hiện.\n"
    "II. TIẾN ĐỘ\n"
    "- Tổ chức tổng kết trước ngày 20/12/2024.\n";

DraftJson draft() { return draft_json(draft_plan(read_plan(lines_of(k_document)))).value(); }

std::string lines_of_faults(const Faults& faults) {
  std::string lines;
  for (const Fault& fault : faults.list()) lines += fault.pointer + ": " + fault.message + "\n";
  return lines;
}

Plan answered(const std::string& answers) {
  Faults faults("answers.json");
  const auto json = apply_answers(draft(), answers, faults);
  INFO(lines_of_faults(faults));
  REQUIRE(json.has_value());
  Faults in_plan("plan");
  return decode_plan(draft_text(*json), in_plan).value();
}

/// The faults of answers that cannot be taken.
std::string faults_of(const std::string& answers) {
  Faults faults("answers.json");
  CHECK_FALSE(apply_answers(draft(), answers, faults).has_value());
  return lines_of_faults(faults);
}

std::string dates_of(const Plan& plan, const std::string& duty) {
  std::string dates;
  for (const PlannedAssignment& one : assignments_of(plan, {})) {
    if (one.obligation->id == duty && one.occurrence)
      dates += one.unit + " " + one.occurrence->nominal.iso() + "; ";
  }
  return dates;
}

bool asks(const Plan& plan, const std::string& id) { return plan.question(id) != nullptr; }

using Catch::Matchers::Contains;

}  // namespace

TEST_CASE("the document of these tests asks what they answer", "[answers]") {
  const Plan plan = answered(R"({"answers": []})");
  std::string about;
  for (const Question& question : plan.questions)
    about += question.id + ":" + question.about.front() + " ";
  CHECK(about == "N-Q1:plan N-Q2:N1 N-Q3:N2 N-Q4:N3 N-Q5:units ");
}

TEST_CASE("what is accepted is due as proposed, the rest stays asked", "[answers]") {
  const Plan plan = answered(R"({"answers": [{"question": "N-Q2", "answer": "accept"}]})");
  CHECK(dates_of(plan, "N1") ==
        "cac-ap 2024-03-25; cac-ap 2024-06-25; cac-ap 2024-09-25; cac-ap 2024-12-25; ");
  CHECK_FALSE(asks(plan, "N-Q2"));
  CHECK(asks(plan, "N-Q3"));
}

TEST_CASE("another date or rule is taken, in the document's words unless others are given",
          "[answers]") {
  const Plan plan = answered(R"({"answers": [
    {"question": "N-Q2", "answer": {"due": {"type": "recurring", "every": "half_year", "day": 5}}},
    {"question": "N-Q3", "answer": {"dues": {"N2": "2024-11-15"}}}]})");
  CHECK(dates_of(plan, "N1") == "cac-ap 2024-06-05; cac-ap 2024-12-05; ");
  CHECK(dates_of(plan, "N2") == "cong-an-xa 2024-11-15; ");
  CHECK(plan.obligations[0].due.stated == "hằng quý");
  CHECK_FALSE(asks(plan, "N-Q2"));
  CHECK_FALSE(asks(plan, "N-Q3"));
}

TEST_CASE("a question may be named by its text", "[answers]") {
  const std::string text = draft()["questions"][2]["question"];
  const Plan plan = answered(R"({"answers": [{"question": ")" + text + R"(", "answer": "drop"}]})");
  CHECK(plan.obligation("N2") == nullptr);
  CHECK_FALSE(asks(plan, "N-Q3"));
}

TEST_CASE("units named for a group do its duties each; a name already known is that unit",
          "[answers]") {
  const Plan plan = answered(R"({"answers": [
    {"question": "N-Q2", "answer": {"due": "2024-06-28", "to": "Đảng ủy xã"}},
    {"question": "N-Q5", "answer": {"units": {"các ấp": ["Ấp Một", "Ấp Hai", "Công an xã"]}}}]})");
  CHECK(dates_of(plan, "N1") == "ap-mot 2024-06-28; ap-hai 2024-06-28; cong-an-xa 2024-06-28; ");
  REQUIRE(plan.obligations[0].to.size() == 1);
  CHECK(plan.unit(plan.obligations[0].to[0].unit)->name == "Đảng ủy xã");
  CHECK_FALSE(asks(plan, "N-Q5"));
}

TEST_CASE("who does it, number and date, a note and a correction are taken", "[answers]") {
  const Plan plan = answered(R"({"answers": [
    {"question": "N-Q1", "answer": {"number": "9/KH-UBND", "date": "2024-01-09"}},
    {"question": "N-Q4", "answer": {"who": ["cong-an-xa", "Văn phòng UBND xã"],
                                    "note": "Theo ý kiến của đồng chí Chủ tịch"}}],
    "corrections": [{"duty": "N3", "kind": "event", "what": "Hội nghị tổng kết"},
                    {"duty": "N1", "drop": true}],
    "additions": [{"line": 9, "what": "Sơ kết 6 tháng", "who": "Công an xã", "kind": "review",
                   "due": "2024-06-28", "note": "Theo lịch của xã"}]})");
  CHECK(dates_of(plan, "N4") == "cong-an-xa 2024-06-28; ");
  CHECK(plan.obligation("N4")->note == "Theo lịch của xã");
  CHECK(plan.number == "9/KH-UBND");
  CHECK(plan.date->iso() == "2024-01-09");
  CHECK(plan.obligation("N1") == nullptr);
  CHECK(dates_of(plan, "N3") == "cong-an-xa 2024-12-19; van-phong-ubnd-xa 2024-12-19; ");
  CHECK(plan.obligation("N3")->kind == Kind::event);
  CHECK(plan.obligation("N3")->note == "Theo ý kiến của đồng chí Chủ tịch");
}

TEST_CASE("an answered rule keeps its period, roll and cutoff, which were lost once", "[answers]") {
  const std::string rules = R"({"type": "several", "rules": [
    {"type": "date", "date": "2024-06-30", "period": "2024-6T", "roll": "none",
     "from": "2024-06-01", "cutoff": "2024-06-15", "inclusive": true, "stated": "a"},
    {"type": "window", "from": "2024-07-01", "to": "2024-07-31", "period": "H", "stated": "b"},
    {"type": "recurring", "every": "year", "interval": 2, "day": 5, "month": 12, "inclusive": true,
     "from": "2024-01-05", "to": "2024-12-31", "roll": "prev_workday", "cutoff_days_before": 7,
     "stated": "c"},
    {"type": "trigger", "when": "khi có", "within_working_days": 3, "stated": "d"},
    {"type": "ongoing", "from": "2024-01-05", "to": "2024-11-30", "stated": "e"}],
    "stated": "f"})";
  Faults faults("answers.json");
  const auto json = apply_answers(
      draft(), R"({"answers": [{"question": "N-Q2", "answer": {"due": )" + rules + "}}]}", faults);
  INFO(lines_of_faults(faults));
  REQUIRE(json.has_value());
  CHECK(nlohmann::json((*json)["obligations"][0]["due"]) == nlohmann::json::parse(rules));
}

TEST_CASE("an answer that is none is a fault with its place", "[answers]") {
  const auto one = [](const std::string& question, const std::string& answer) {
    return R"({"answers": [{"question": ")" + question + R"(", "answer": )" + answer + "}]}";
  };
  CHECK_THAT(faults_of(one("N-Q22", R"("accept")")),
             Contains("/answers/0/question: the draft does not ask 'N-Q22'"));
  CHECK_THAT(faults_of(one("N-Q5", R"({"due": "2024-06-01"})")),
             Contains("/answers/0/answer: the question is about no duty"));
  CHECK_THAT(faults_of(one("N-Q2", R"({"due": "2024-02-30"})")), Contains("/answers/0/answer/due"));
  CHECK_THAT(faults_of(one("N-Q2", R"({"due": {"type": "unconfirmed", "question": "N-Q2"}})")),
             Contains("'unconfirmed' again"));
  CHECK_THAT(faults_of(one("N-Q2", R"({"dues": {"N2": "2024-06-01"}})")),
             Contains("/answers/0/answer/dues/N2: the question is not about 'N2'"));
  CHECK_THAT(faults_of(one("N-Q5", R"({"units": {"các khu phố": ["Khu phố 1"]}})")),
             Contains("the draft has no unit 'các khu phố'"));
  CHECK_THAT(faults_of(one("N-Q5", R"({"units": {"các ấp": []}})")), Contains("name of a unit"));
  CHECK_THAT(faults_of(one("N-Q2", R"({"number": "1"})")), Contains("not about the plan"));
  CHECK_THAT(faults_of(one("N-Q4", "{}")), Contains("/answers/0/answer: nothing is answered"));
  CHECK_THAT(faults_of(one("N-Q2", R"("yes")")), Contains("'accept' or 'drop'"));
  CHECK_THAT(faults_of(one("N-Q2", R"({"day": "2024-06-01"})")), Contains("/answers/0/answer/day"));
  CHECK_THAT(faults_of(R"({"answers": [{"question": "N-Q2", "answer": "accept"},
                                       {"question": "N-Q2", "answer": "drop"}]})"),
             Contains("/answers/1/question: 'N-Q2' is answered twice"));
  CHECK_THAT(faults_of(R"({"answers": [], "corrections": [{"duty": "N9", "drop": true}]})"),
             Contains("/corrections/0/duty: the draft has no duty 'N9'"));
  CHECK_THAT(faults_of(R"({"answers": [], "additions": [{"line": 9, "what": "Sơ kết"}]})"),
             Contains("/additions/0: a duty that is added needs"));
  CHECK_THAT(faults_of("{"), Contains("line 1"));
}

TEST_CASE("answers that make a plan that does not hold together are refused", "[answers]") {
  CHECK_THAT(faults_of(R"({"answers": [{"question": "N-Q2", "answer": {"due":
               {"type": "window", "from": "2024-09-01", "to": "2024-03-01"}}}]})"),
             Contains("the answers make a plan with a fault at /obligations/0/due"));
}
