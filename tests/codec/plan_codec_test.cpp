#include "engine/codec/plan_codec.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/codec/good_files.h"

namespace dondoc {
namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

Plan good_plan() {
  Faults faults("p.json");
  auto plan = decode_plan(good::plan(), faults);
  for (const auto& fault : faults.list()) INFO(fault.pointer + ": " + fault.message);
  REQUIRE(plan);
  return std::move(*plan);
}

TEST_CASE("a plan file becomes a plan", "[plan_codec]") {
  const Plan plan = good_plan();
  CHECK(plan.id == "P-MAU-2023");
  CHECK(plan.number == "01/KH-MAU");
  CHECK(plan.date == day("2023-03-01"));
  CHECK(plan.layout == "state");
  CHECK(plan.issuer == "huyen-mau");
  CHECK(plan.from == day("2023-03-01"));
  CHECK(plan.to == day("2023-12-31"));
  CHECK(plan.title() == "Kế hoạch 01/KH-MAU ngày 01/3/2023");
  CHECK(plan.units.size() == 4);
  CHECK(plan.unit("xa-hai")->placeholder);
  CHECK(plan.unit("so-mau")->external);
  CHECK(plan.unit("huyen-mau")->parent.empty());
  CHECK(plan.unit("huyen-mau")->short_name == "Huyện");
  CHECK(plan.groups.at(0).stated_count == 2);
  CHECK(plan.targets.at(0).value == 80);
  CHECK_FALSE(plan.targets.at(0).computed);
  CHECK(plan.submit_together == std::vector<std::vector<std::string>>{{"P1", "P2"}});
}

TEST_CASE("a plan without a layout has that of its issuer's kind, and one it states wins",
          "[plan_codec]") {
  struct Case {
    const char* stated;
    const char* kind;
    const char* layout;
  };
  const auto c = GENERATE(values<Case>({
      {"", "youth_union", "youth_union"},
      {"", "women_union", "state"},
      {"", "committee", "state"},
      {R"("layout": "party", )", "youth_union", "party"},
  }));
  std::string text = good::plan();
  const auto replace = [&](const std::string& from, const std::string& to) {
    const auto found = text.find(from);
    REQUIRE(found != std::string::npos);
    text.replace(found, from.size(), to);
  };
  replace(R"("layout": "state", )", c.stated);
  const auto issuer = text.find(R"("id": "huyen-mau")");
  REQUIRE(issuer != std::string::npos);
  const auto kind = text.find(R"("kind": ")", issuer) + 9;
  text.replace(kind, text.find('"', kind) - kind, c.kind);
  Faults faults("p.json");
  const auto plan = decode_plan(text, faults);
  REQUIRE(plan);
  CHECK(plan->layout == c.layout);
}

TEST_CASE("duties keep their kind, force, recipients and words", "[plan_codec]") {
  const Plan plan = good_plan();
  const auto* report = plan.obligation("P1");
  REQUIRE(report);
  CHECK(report->kind == Kind::report_once);
  CHECK(report->binding == Binding::ordered);
  CHECK(report->line == "81");
  CHECK(report->due.stated == "trước ngày 25/11/2023");
  CHECK(report->to.at(0).unit == "so-mau");
  CHECK(report->to.at(0).through == "huyen-mau");
  CHECK(report->to.at(0).office == "Văn phòng");
  CHECK(plan.obligation("P4")->binding == Binding::requested);
  CHECK(plan.obligation("P4")->with == std::vector<std::string>{"công an xã"});
  CHECK(plan.obligation("P5")->quantity->value == 1);
  CHECK(plan.obligation("P7")->ladder == "report");
}

TEST_CASE("each type of due rule is read", "[plan_codec]") {
  const Plan plan = good_plan();
  const auto& date = std::get<DateRule>(plan.obligation("P1")->due.rule);
  CHECK(date.printed == day("2023-11-25"));
  CHECK_FALSE(date.inclusive);
  CHECK(date.cutoff == day("2023-11-14"));
  const auto& recurring = std::get<RecurringRule>(plan.obligation("P2")->due.rule);
  CHECK(recurring.every == Every::quarter);
  CHECK(recurring.day == 5);
  CHECK(recurring.interval == 1);
  CHECK_FALSE(recurring.month.has_value());
  CHECK(std::get<UnconfirmedRule>(plan.obligation("P3")->due.rule).question == "P-Q1");
  CHECK_FALSE(std::get<OngoingRule>(plan.obligation("P4")->due.rule).from.has_value());
  CHECK(std::get<WindowRule>(plan.obligation("P5")->due.rule).from == day("2023-12-01"));
  CHECK(std::get<TriggerRule>(plan.obligation("P6")->due.rule).within == WorkingDays{5});
  const auto& several = std::get<SeveralRule>(plan.obligation("P7")->due.rule);
  REQUIRE(several.rules.size() == 2);
  CHECK(std::get<DateRule>(several.rules[1].rule).roll == Roll::prev_workday);
}

TEST_CASE("fields of a form are put together as their type suggests", "[plan_codec]") {
  const Plan plan = good_plan();
  const auto& fields = plan.form("bao-cao")->fields;
  REQUIRE(fields.size() == 4);
  CHECK(fields[1].aggregate == Aggregate::sum);
  CHECK(fields[1].persons);
  CHECK(fields[2].aggregate == Aggregate::ratio);
  CHECK(fields[2].of == "luot_nguoi");
  CHECK(fields[3].aggregate == Aggregate::list);
  CHECK(fields[3].optional);
}

TEST_CASE("a question carries what its default would put into effect", "[plan_codec]") {
  const Plan plan = good_plan();
  const auto* question = plan.question("P-Q1");
  REQUIRE(question);
  CHECK(question->proposal == "Hết tháng 3/2023.");
  REQUIRE(question->dues.size() == 1);
  CHECK(question->dues[0].obligation == "P3");
  CHECK(plan.question("P-Q2")->proposal.empty());
}

TEST_CASE("a plan with any fault of form is no plan", "[plan_codec]") {
  auto file = nlohmann::json::parse(good::plan());
  file["obligations"][0]["colour"] = "red";
  Faults faults("p.json");
  CHECK_FALSE(decode_plan(file.dump(), faults));
  REQUIRE(faults.count() == 1);
  CHECK(faults.list()[0].pointer == "/obligations/0/colour");
}

TEST_CASE("what a plan file lacks altogether is said and nothing else", "[plan_codec]") {
  for (const char* text : {"[]", "{}", "1", R"({"plan": 1, "units": {}, "obligations": []})"}) {
    Faults faults("p.json");
    CHECK_FALSE(read_plan_file(text, faults));
    CHECK(faults.count() >= 1);
    CHECK(faults.count() <= 3);
  }
}

// --- the plans of this project
// --------------------------------------------------------------------

Plan real_plan(const std::string& name) {
  const std::string path = std::string(DONDOC_SOURCE_DIR) + "/workflows/plans/" + name;
  std::ifstream in(path, std::ios::binary);
  INFO(path);
  REQUIRE(in);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Faults faults(name);
  auto plan = decode_plan(text, faults);
  REQUIRE(plan);
  return std::move(*plan);
}

std::vector<PlannedAssignment> of(const std::vector<PlannedAssignment>& all, std::string_view id) {
  std::vector<PlannedAssignment> result;
  for (const auto& one : all) {
    if (one.obligation->id == id) result.push_back(one);
  }
  return result;
}

std::vector<std::string> dates(const std::vector<PlannedAssignment>& all, std::size_t count) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count && i < all.size(); ++i) {
    result.push_back(all[i].occurrence->nominal.iso());
  }
  return result;
}

using Dates = std::vector<std::string>;

TEST_CASE("plan B: fifteen units report by 24/11/2023", "[plan_codec]") {
  const Plan plan = real_plan("b-hocmon-2023.json");
  const auto reports = of(assignments_of(plan, {}), "B20");
  REQUIRE(reports.size() == 15);
  for (const auto& one : reports) CHECK(one.occurrence->nominal == day("2023-11-24"));
  CHECK(reports[6].code == "B20-07");
  const auto events = of(assignments_of(plan, {}), "B19");
  REQUIRE(events.size() == 15);
  CHECK(events[0].occurrence->nominal == day("2023-06-26"));
}

TEST_CASE("plan C: quarters of 2017 after its basis, settlement on a Sunday", "[plan_codec]") {
  const Plan plan = real_plan("c-caolanh-2017.json");
  const auto all = assignments_of(plan, {});
  const auto quarters = of(all, "C23");
  REQUIRE(quarters.size() == 15 * 3);
  CHECK(dates(quarters, 3) == Dates{"2017-06-05", "2017-09-05", "2017-12-05"});
  CHECK(quarters[18].code == "C23-07-Q2");
  const auto settlement = of(all, "C12");
  REQUIRE(settlement.size() == 4);
  const auto& due = *settlement[0].occurrence;
  CHECK(due.nominal == day("2017-10-15"));
  CHECK(effective_due(due.nominal, due.roll, Calendar{}) == day("2017-10-16"));
  CHECK(dates(of(all, "C22"), 1) == Dates{"2017-12-05"});
}

TEST_CASE("plan A: with its defaults six monthly, two quarterly and one yearly report",
          "[plan_codec]") {
  const Plan plan = real_plan("a-quan8-2011.json");
  CHECK_FALSE(of(assignments_of(plan, {}), "A15").at(0).confirmed);
  const auto reports = of(assignments_of(plan, all_defaults(plan)), "A15");
  REQUIRE(reports.size() == 6 + 2 + 1);
  CHECK(reports[0].code == "A15-01-T07");
  CHECK(of(assignments_of(plan, {}), "A2").empty());
}

TEST_CASE("plan D: two reports of 2018, the first due on a Sunday", "[plan_codec]") {
  const Plan plan = real_plan("d-kontum-2018.json");
  const auto all = assignments_of(plan, {});
  CHECK(dates(of(all, "D38"), 1) == Dates{"2018-06-10"});
  CHECK(dates(of(all, "D39"), 1) == Dates{"2018-12-10"});
  CHECK(effective_due(day("2018-06-10"), Roll::next_workday, Calendar{}) == day("2018-06-11"));
  CHECK(of(all, "D5").empty());
}

TEST_CASE("plan E: nothing is dated until the period is confirmed", "[plan_codec]") {
  const Plan plan = real_plan("e-dongnai-2021.json");
  for (const auto& one : assignments_of(plan, {})) CHECK_FALSE(one.occurrence);
  const auto reports = of(assignments_of(plan, all_defaults(plan)), "E14");
  REQUIRE(reports.size() == 30);
  CHECK(reports[0].code == "E14-01-6T-21");
  CHECK(reports[9].code == "E14-01-N-25");
}

}  // namespace
}  // namespace dondoc
