#include "engine/plan/due_rule.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/limits.h"

namespace dondoc {
namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

DueRule on(const char* printed, bool inclusive = true, std::string period = "") {
  DateRule rule;
  rule.printed = day(printed);
  rule.inclusive = inclusive;
  rule.period = std::move(period);
  return {"", rule};
}

RecurringRule every(Every rhythm, int on_day, const char* from, const char* to) {
  RecurringRule rule;
  rule.every = rhythm;
  rule.day = on_day;
  rule.from = day(from);
  rule.to = day(to);
  return rule;
}

/// "2017-06-05 2017-Q2 Q2": nominal date, period, suffix.
std::vector<std::string> shown(const DueRule& rule,
                               std::optional<LocalDate> not_before = std::nullopt) {
  std::vector<std::string> lines;
  for (const auto& one : occurrences(rule, not_before)) {
    lines.push_back(one.nominal.iso() + " " + one.period + " " + one.code_suffix);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("before a day means until the end of the day before it", "[due_rule]") {
  CHECK(shown(on("2023-11-25", false)) == Lines{"2023-11-24 2023 "});
  CHECK(shown(on("2023-11-25", true)) == Lines{"2023-11-25 2023 "});
  SECTION("and the period is the year of the last valid day") {
    CHECK(shown(on("2024-01-01", false)) == Lines{"2023-12-31 2023 "});
  }
}

TEST_CASE("a date keeps its own period, first day, cut-off and roll", "[due_rule]") {
  DateRule rule;
  rule.printed = day("2018-06-10");
  rule.period = "2018-6T";
  rule.from = day("2018-05-01");
  rule.cutoff = day("2018-05-31");
  rule.roll = Roll::prev_workday;
  const auto one = occurrences({"", rule}, std::nullopt).at(0);
  CHECK(one.period == "2018-6T");
  CHECK(one.code_suffix.empty());
  CHECK(one.from == day("2018-05-01"));
  CHECK(one.cutoff == day("2018-05-31"));
  CHECK(one.roll == Roll::prev_workday);
}

TEST_CASE("a window ends with its last day and never rolls", "[due_rule]") {
  const DueRule december{"", WindowRule{day("2011-12-01"), day("2011-12-31"), ""}};
  const auto one = occurrences(december, std::nullopt).at(0);
  CHECK(one.nominal == day("2011-12-31"));
  CHECK(one.from == day("2011-12-01"));
  CHECK(one.roll == Roll::none);
  CHECK(one.period == "2011");
}

TEST_CASE("the 5th of the last month of each quarter", "[due_rule]") {
  const DueRule rule{"", every(Every::quarter, 5, "2017-01-01", "2017-12-31")};
  CHECK(shown(rule) == Lines{"2017-03-05 2017-Q1 Q1", "2017-06-05 2017-Q2 Q2",
                             "2017-09-05 2017-Q3 Q3", "2017-12-05 2017-Q4 Q4"});
  SECTION("nothing is due before the plan, and the codes of the rest stay the same") {
    CHECK(shown(rule, day("2017-04-03")) ==
          Lines{"2017-06-05 2017-Q2 Q2", "2017-09-05 2017-Q3 Q3", "2017-12-05 2017-Q4 Q4"});
    CHECK(shown(rule, day("2017-12-05")) == Lines{"2017-12-05 2017-Q4 Q4"});
    CHECK(shown(rule, day("2017-12-06")).empty());
  }
}

TEST_CASE("the month within a period may be stated", "[due_rule]") {
  auto rule = every(Every::half_year, 15, "2018-01-01", "2018-12-31");
  rule.month = 1;
  CHECK(shown({"", rule}) == Lines{"2018-01-15 2018-6T 6T", "2018-07-15 2018-N N"});
  auto yearly = every(Every::year, 20, "2018-01-01", "2018-12-31");
  yearly.month = 11;
  CHECK(shown({"", yearly}) == Lines{"2018-11-20 2018 "});
}

TEST_CASE("day 31 of a shorter month is its last day", "[due_rule]") {
  const DueRule rule{"", every(Every::month, 31, "2024-01-01", "2024-04-30")};
  CHECK(shown(rule) == Lines{"2024-01-31 2024-01 T01", "2024-02-29 2024-02 T02",
                             "2024-03-31 2024-03 T03", "2024-04-30 2024-04 T04"});
}

TEST_CASE("before the first of each month is the last day of the month it reports", "[due_rule]") {
  auto rule = every(Every::month, 1, "2023-10-01", "2023-12-31");
  rule.inclusive = false;
  CHECK(shown({"", rule}) ==
        Lines{"2023-10-31 2023-10 T10", "2023-11-30 2023-11 T11", "2023-12-31 2023-12 T12"});
}

TEST_CASE("only due dates from the first to the last day exist, both included", "[due_rule]") {
  CHECK(shown({"", every(Every::month, 25, "2011-07-25", "2011-08-25")}) ==
        Lines{"2011-07-25 2011-07 T07", "2011-08-25 2011-08 T08"});
  CHECK(shown({"", every(Every::month, 25, "2011-07-26", "2011-08-24")}).empty());
}

TEST_CASE("every second year counts from the year that holds the first day", "[due_rule]") {
  auto rule = every(Every::year, 10, "2018-01-18", "2023-12-31");
  rule.interval = 2;
  CHECK(shown({"", rule}) ==
        Lines{"2018-12-10 2018 N-18", "2020-12-10 2020 N-20", "2022-12-10 2022 N-22"});
}

TEST_CASE("a rule over several years puts the year into its codes", "[due_rule]") {
  CHECK(shown({"", every(Every::half_year, 10, "2021-03-09", "2022-12-31")}) ==
        Lines{"2021-06-10 2021-6T 6T-21", "2021-12-10 2021-N N-21", "2022-06-10 2022-6T 6T-22",
              "2022-12-10 2022-N N-22"});
}

TEST_CASE("a cut-off is counted back from the due date in calendar days", "[due_rule]") {
  auto rule = every(Every::quarter, 5, "2017-06-01", "2017-12-31");
  rule.cutoff_before = CalendarDays{5};
  const auto all = occurrences({"", rule}, std::nullopt);
  REQUIRE(all.size() == 3);
  CHECK(all[0].cutoff == day("2017-05-31"));
  CHECK(all[2].cutoff == day("2017-11-30"));
}

TEST_CASE("several rhythms of one duty stand in order of date, each told apart", "[due_rule]") {
  SeveralRule rhythms;
  rhythms.rules = {{"", every(Every::month, 25, "2011-07-11", "2011-12-31")},
                   {"", every(Every::quarter, 25, "2011-07-11", "2011-12-31")},
                   {"", every(Every::year, 25, "2011-07-11", "2011-12-31")}};
  const auto lines = shown({"", rhythms});
  CHECK(lines == Lines{"2011-07-25 2011-07 T07", "2011-08-25 2011-08 T08", "2011-09-25 2011-09 T09",
                       "2011-09-25 2011-Q3 Q3", "2011-10-25 2011-10 T10", "2011-11-25 2011-11 T11",
                       "2011-12-25 2011-12 T12", "2011-12-25 2011-Q4 Q4", "2011-12-25 2011 N"});
}

TEST_CASE("dates whose periods have free names are told apart by their place", "[due_rule]") {
  SeveralRule rounds;
  rounds.rules = {on("2023-09-01", true, "đợt 2"), on("2023-06-01", true, "đợt 1")};
  CHECK(shown({"", rounds}) == Lines{"2023-06-01 đợt 1 K1", "2023-09-01 đợt 2 K2"});
}

TEST_CASE("a date beside an undated part is told apart from it", "[due_rule]") {
  SeveralRule both;
  both.rules = {on("2023-06-10", true, "2023-6T"), {"", TriggerRule{"khi có yêu cầu", {}}}};
  CHECK(shown({"", both}) == Lines{"2023-06-10 2023-6T 6T"});
}

TEST_CASE("what has no date has no occurrence", "[due_rule]") {
  CHECK(occurrences({"", TriggerRule{"khi phát sinh", WorkingDays{3}}}, std::nullopt).empty());
  CHECK(occurrences({"", OngoingRule{day("2023-01-01"), day("2023-12-31")}}, std::nullopt).empty());
  CHECK(occurrences({"", PastRule{}}, std::nullopt).empty());
  CHECK(occurrences({"", UnconfirmedRule{"B-Q1"}}, std::nullopt).empty());
  CHECK(occurrences({"", SeveralRule{}}, std::nullopt).empty());
}

TEST_CASE("a rule without end stops at the limit", "[due_rule]") {
  const DueRule rule{"", every(Every::month, 1, "1900-01-01", "2199-12-31")};
  CHECK(occurrences(rule, std::nullopt).size() == limits::occurrences_per_rule);
  SECTION("counted from the first day asked for, up to the last year there is") {
    CHECK(occurrences(rule, day("2199-06-01")).size() == 7);
  }
}

TEST_CASE("a due date on a day off moves as the rule says", "[due_rule]") {
  const Calendar calendar;
  const LocalDate sunday = day("2017-10-15");
  CHECK(effective_due(sunday, Roll::next_workday, calendar) == day("2017-10-16"));
  CHECK(effective_due(sunday, Roll::prev_workday, calendar) == day("2017-10-13"));
  CHECK(effective_due(sunday, Roll::none, calendar) == sunday);
  const LocalDate friday = day("2023-11-24");
  CHECK(effective_due(friday, Roll::next_workday, calendar) == friday);
  CHECK(effective_due(friday, Roll::prev_workday, calendar) == friday);
}

TEST_CASE("a due date before a long holiday rolls over all of it", "[due_rule]") {
  CalendarYear year;
  year.year = 2023;
  year.standing = YearStanding::announced;
  for (const char* off : {"2023-05-01", "2023-05-02", "2023-05-03"}) {
    year.entries.push_back({day(off), DayKind::holiday, "nghỉ lễ", "5034/TB-LĐTBXH"});
  }
  const Calendar calendar({year});
  CHECK(effective_due(day("2023-04-29"), Roll::next_workday, calendar) == day("2023-05-04"));
  CHECK(effective_due(day("2023-05-03"), Roll::prev_workday, calendar) == day("2023-04-28"));
}

TEST_CASE("a period has as many months as its name says", "[due_rule]") {
  CHECK(months_in(Every::month) == 1);
  CHECK(months_in(Every::quarter) == 3);
  CHECK(months_in(Every::half_year) == 6);
  CHECK(months_in(Every::year) == 12);
}

}  // namespace
}  // namespace dondoc
