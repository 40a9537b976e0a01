#include "engine/plan/plan.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dondoc {
namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

DueRule on(const char* printed, bool inclusive = true) {
  DateRule rule;
  rule.printed = day(printed);
  rule.inclusive = inclusive;
  return {"", rule};
}

DueRule each(Every rhythm, int on_day) {
  RecurringRule rule;
  rule.every = rhythm;
  rule.day = on_day;
  rule.from = day("2011-07-11");
  rule.to = day("2011-12-31");
  return {"", rule};
}

/// A district with fifteen communes, xa-01 … xa-15, as the group "cac-xa".
Plan district() {
  Plan plan;
  plan.id = "B-MAU-2023";
  plan.date = day("2011-07-11");
  plan.from = day("2011-07-11");
  plan.to = day("2011-12-31");
  plan.issuer = "huyen";
  PlanUnit top;
  top.id = "huyen";
  plan.units.push_back(top);
  Group communes;
  communes.id = "cac-xa";
  for (int i = 1; i <= 15; ++i) {
    PlanUnit unit;
    unit.id = i < 10 ? "xa-0" + std::to_string(i) : "xa-" + std::to_string(i);
    unit.parent = "huyen";
    communes.units.push_back(unit.id);
    plan.units.push_back(unit);
  }
  plan.groups.push_back(communes);
  return plan;
}

Obligation duty(std::string id, std::vector<std::string> who, DueRule due) {
  Obligation obligation;
  obligation.id = std::move(id);
  obligation.who = std::move(who);
  obligation.due = std::move(due);
  return obligation;
}

std::vector<std::string> codes(const Plan& plan, const ConfirmedDues& confirmed = {}) {
  std::vector<std::string> result;
  for (const auto& one : assignments_of(plan, confirmed)) result.push_back(one.code);
  return result;
}

using Codes = std::vector<std::string>;

TEST_CASE("one assignment for each unit, numbered in the order of the plan", "[plan]") {
  Plan plan = district();
  plan.date = day("2011-07-11");
  plan.obligations = {duty("B20", {"cac-xa"}, on("2011-11-25", false))};
  const auto all = assignments_of(plan, {});
  REQUIRE(all.size() == 15);
  CHECK(all.front().code == "B20-01");
  CHECK(all.front().unit == "xa-01");
  CHECK(all[6].code == "B20-07");
  CHECK(all.back().code == "B20-15");
  for (const auto& one : all) {
    REQUIRE(one.occurrence);
    CHECK(one.occurrence->nominal == day("2011-11-24"));
    CHECK(one.confirmed);
    CHECK(one.obligation == &plan.obligations[0]);
  }
}

TEST_CASE("a duty with several dates has a suffix for each", "[plan]") {
  Plan plan = district();
  plan.obligations = {duty("C23", {"xa-01", "xa-02"}, each(Every::quarter, 5))};
  CHECK(codes(plan) == Codes{"C23-01-Q3", "C23-01-Q4", "C23-02-Q3", "C23-02-Q4"});
}

TEST_CASE("more than ninety-nine units are numbered with three digits", "[plan]") {
  Plan plan = district();
  Group all{"tat-ca", "Tất cả", {}, {}};
  for (int i = 0; i < 120; ++i) {
    PlanUnit unit;
    unit.id = "u" + std::to_string(i);
    plan.units.push_back(unit);
    all.units.push_back(unit.id);
  }
  plan.groups.push_back(all);
  plan.obligations = {duty("B1", {"tat-ca"}, on("2011-11-25")),
                      duty("B2", {"xa-01"}, on("2011-11-25"))};
  const auto made = codes(plan);
  CHECK(made.front() == "B1-001");
  CHECK(made[119] == "B1-120");
  CHECK(made.back() == "B2-01");
}

TEST_CASE("groups are opened and no unit is taken twice", "[plan]") {
  Plan plan = district();
  const auto both = duty("B1", {"xa-03", "huyen", "cac-xa", "khong-co"}, on("2011-11-25"));
  const auto units = units_of(plan, both);
  CHECK(units.size() == 16);
  CHECK(units[0] == "xa-03");
  CHECK(units[1] == "huyen");
  CHECK(units[2] == "xa-01");
  CHECK(units[3] == "xa-02");
  CHECK(units[4] == "xa-04");
}

TEST_CASE("what has no date gives one assignment a unit without one", "[plan]") {
  Plan plan = district();
  plan.obligations = {duty("B1", {"huyen"}, {"", OngoingRule{}}),
                      duty("B2", {"huyen"}, {"", TriggerRule{"khi phát sinh", {}}}),
                      duty("B3", {"huyen"}, {"", UnconfirmedRule{"B-Q1"}})};
  const auto all = assignments_of(plan, {});
  REQUIRE(all.size() == 3);
  for (const auto& one : all) CHECK_FALSE(one.occurrence);
  CHECK(all[0].confirmed);
  CHECK(all[1].confirmed);
  CHECK_FALSE(all[2].confirmed);
}

TEST_CASE("a past duty, a duty of nobody and a date before the plan cause nothing", "[plan]") {
  Plan plan = district();
  plan.obligations = {duty("B1", {"huyen"}, {"", PastRule{}}), duty("B2", {}, on("2011-11-25")),
                      duty("B3", {"huyen"}, on("2011-06-26"))};
  CHECK(codes(plan).empty());
}

TEST_CASE("a plan without a date begins with that of its basis", "[plan]") {
  Plan plan = district();
  plan.date.reset();
  plan.not_before = day("2011-08-01");
  plan.obligations = {duty("C1", {"huyen"}, each(Every::month, 5))};
  CHECK(codes(plan).front() == "C1-01-T08");
  plan.date = day("2011-10-20");
  CHECK(plan.floor() == day("2011-10-20"));
  CHECK(codes(plan) == Codes{"C1-01-T11", "C1-01-T12"});
}

TEST_CASE("a confirmed rule stands in for the one of the plan", "[plan]") {
  Plan plan = district();
  plan.obligations = {duty("A15", {"xa-01"}, {"", UnconfirmedRule{"A-Q1"}})};
  SeveralRule rhythms;
  rhythms.rules = {each(Every::month, 25), each(Every::quarter, 25), each(Every::year, 25)};
  Question question;
  question.id = "A-Q1";
  question.about = {"A15"};
  question.dues = {{"A15", {"", rhythms}}};
  plan.questions = {question};

  CHECK(codes(plan) == Codes{"A15-01"});
  const auto defaults = all_defaults(plan);
  REQUIRE(defaults.size() == 1);
  const auto all = assignments_of(plan, defaults);
  REQUIRE(all.size() == 6 + 2 + 1);
  std::map<std::size_t, int> by_length;
  std::set<std::string> unique;
  for (const auto& one : all) {
    CHECK(one.confirmed);
    ++by_length[one.occurrence->period.size()];
    unique.insert(one.code);
  }
  CHECK(unique.size() == all.size());
  CHECK(unique.count("A15-01-T12") == 1);
  CHECK(unique.count("A15-01-Q4") == 1);
  CHECK(unique.count("A15-01-N") == 1);
  SECTION("and of two answers for one duty the later counts") {
    auto answers = defaults;
    answers.push_back({"A15", on("2011-12-20")});
    CHECK(codes(plan, answers) == Codes{"A15-01"});
    CHECK(assignments_of(plan, answers)[0].occurrence->nominal == day("2011-12-20"));
  }
}

TEST_CASE("a duty with a date that also waits for events keeps both", "[plan]") {
  Plan plan = district();
  SeveralRule both;
  both.rules = {on("2011-11-25"), {"", TriggerRule{"theo yêu cầu", {}}}};
  plan.obligations = {duty("C24", {"xa-01"}, {"", both})};
  const auto all = assignments_of(plan, {});
  REQUIRE(all.size() == 2);
  CHECK(all[0].code == "C24-01-N");
  CHECK(all[0].occurrence);
  CHECK(all[1].code == "C24-01");
  CHECK_FALSE(all[1].occurrence);
  CHECK(all[1].confirmed);
}

TEST_CASE("a plan is called by number and date, else by its subject", "[plan]") {
  Plan plan;
  plan.subject = "Thực hiện công tác phòng, chống tệ nạn xã hội";
  CHECK(plan.title() == "Kế hoạch “Thực hiện công tác phòng, chống tệ nạn xã hội”");
  plan.date = day("2021-03-09");
  CHECK(plan.title() == "Kế hoạch ngày 09/3/2021");
  plan.number = "148/KH-BTV";
  plan.date = day("2023-05-25");
  CHECK(plan.title() == "Kế hoạch 148/KH-BTV ngày 25/5/2023");
  plan.date.reset();
  CHECK(plan.title() == "Kế hoạch 148/KH-BTV");
  plan.document_type = "CHƯƠNG TRÌNH PHỐI HỢP";
  CHECK(plan.title() == "Chương trình phối hợp 148/KH-BTV");
}

TEST_CASE("a long subject is cut between words", "[plan]") {
  Plan plan;
  for (int i = 0; i < 40; ++i) plan.subject += (i == 0 ? "việc" : " việc");
  const auto title = plan.title();
  CHECK(title.size() < 140);
  CHECK(title.substr(title.size() - std::string("việc …”").size()) == "việc …”");
}

TEST_CASE("every kind has a name and is found by it", "[plan]") {
  for (int i = 0; i <= static_cast<int>(Kind::triggered); ++i) {
    const auto kind = static_cast<Kind>(i);
    CHECK(kind_named(name_of(kind)) == kind);
  }
  CHECK(name_of(Kind::report_periodic) == "report_periodic");
  CHECK(name_of(Kind::steering_check) == "steering_check");
  CHECK_FALSE(kind_named("report").has_value());
  CHECK(name_of(Binding::requested) == "requested");
}

TEST_CASE("parts of a plan are found by id", "[plan]") {
  Plan plan = district();
  plan.obligations = {duty("B1", {}, on("2011-11-25"))};
  CHECK(plan.obligation("B1") == &plan.obligations[0]);
  CHECK(plan.obligation("B2") == nullptr);
  CHECK(plan.unit("xa-15")->parent == "huyen");
  CHECK(plan.unit("cac-xa") == nullptr);
  CHECK(plan.form("x") == nullptr);
  CHECK(plan.question("B-Q1") == nullptr);
}

}  // namespace
}  // namespace dondoc
