#include "app/preview.h"

#include <catch2/catch.hpp>

#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

Preview preview(const std::string& plan, Defaults defaults = Defaults::as_asked) {
  return preview_plan(definitions(), Zone::viet_nam(), plan_text(plan), defaults, "").value();
}

std::vector<std::string> due_dates(const Preview& p, const std::string& obligation) {
  std::vector<std::string> dates;
  for (const PreviewAssignment& a : p.assignments) {
    if (a.obligation == obligation && a.due_nominal)
      dates.push_back(a.due_nominal->iso() + "/" + a.due_effective->iso());
  }
  return dates;
}

std::size_t count(const std::vector<std::string>& list, const std::string& value) {
  return static_cast<std::size_t>(std::count(list.begin(), list.end(), value));
}

bool asks_about(const Preview& p, const std::string& obligation) {
  return std::any_of(p.questions.begin(), p.questions.end(),
                     [&](const auto& q) { return q.obligation == obligation; });
}

}  // namespace

TEST_CASE(
    "plan B: reports on 24/11/2023, the awareness day on 26/6/2023, three meetings at the issuer") {
  Preview b = preview("b-hocmon-2023");
  CHECK(due_dates(b, "B20") == std::vector<std::string>(15, "2023-11-24/2023-11-24"));
  CHECK(due_dates(b, "B19") == std::vector<std::string>(15, "2023-06-26/2023-06-26"));
  std::vector<PreviewAssignment> meetings;
  for (const auto& a : b.assignments) {
    if (a.obligation == "B15") meetings.push_back(a);
  }
  REQUIRE(meetings.size() == 1);
  CHECK(meetings.front().quantity == 3);
}

TEST_CASE(
    "plan B: a B20 nobody answers is followed up on the days of the plan's model, within working "
    "hours") {
  Preview b = preview("b-hocmon-2023");
  std::vector<std::string> days;
  const SendingHours& hours = definitions().ladders.hours;
  Calendar calendar(definitions().calendars);
  for (const PreviewStep& s : b.steps) {
    const DayRule rule = s.code.starts_with("B20") ? DayRule::working_days_only : DayRule::any_day;
    CHECK(is_sending_time(s.at, hours, calendar, Zone::viet_nam(), rule));
    if (s.code == "B20-01" && s.step.starts_with("D"))
      days.push_back(Zone::viet_nam().date_of(s.at).iso());
  }
  CHECK(days == std::vector<std::string>{"2023-11-17", "2023-11-21", "2023-11-23", "2023-11-24",
                                         "2023-11-27", "2023-11-29"});
}

TEST_CASE("plan C: quarters, year and settlement, the Sunday rolled, nothing before the basis") {
  Preview c = preview("c-caolanh-2017");
  auto quarters = due_dates(c, "C23");
  CHECK(quarters.size() == 45);
  for (const char* day :
       {"2017-06-05/2017-06-05", "2017-09-05/2017-09-05", "2017-12-05/2017-12-05"})
    CHECK(count(quarters, day) == 15);
  CHECK(due_dates(c, "C22") == std::vector<std::string>(15, "2017-12-05/2017-12-05"));
  CHECK(due_dates(c, "C12") == std::vector<std::string>(4, "2017-10-15/2017-10-16"));
  for (const PreviewAssignment& a : c.assignments) {
    if (a.due_nominal) CHECK(*a.due_nominal >= *LocalDate::parse("2017-04-03"));
  }
}

TEST_CASE("plan D: the half-year report rolls from Sunday 10/6 to Monday 11/6/2018") {
  Preview d = preview("d-kontum-2018");
  auto half = due_dates(d, "D38");
  CHECK(half == std::vector<std::string>(half.size(), "2018-06-10/2018-06-11"));
  CHECK(half.size() >= 11);
  CHECK(count(due_dates(d, "D39"), "2018-12-10/2018-12-10") == half.size());
}

TEST_CASE("plans A and E: what has no date has none until it is confirmed, and is asked about") {
  Preview a = preview("a-quan8-2011");
  for (const char* duty : {"A14", "A15", "A22"}) {
    CHECK(due_dates(a, duty).empty());
    CHECK(asks_about(a, duty));
  }
  Preview e = preview("e-dongnai-2021");
  CHECK(due_dates(e, "E14").empty());
  CHECK(asks_about(e, "E14"));
  CHECK(due_dates(preview("a-quan8-2011", Defaults::confirmed), "A15").size() == 9);
}

TEST_CASE(
    "requested and ongoing duties never reach a step after the due date that speaks of delay") {
  for (const char* plan :
       {"a-quan8-2011", "b-hocmon-2023", "c-caolanh-2017", "d-kontum-2018", "e-dongnai-2021"}) {
    Preview p = preview(plan, Defaults::confirmed);
    for (const PreviewAssignment& a : p.assignments) {
      if (a.binding == Binding::ordered && a.due_nominal) continue;
      for (const PreviewStep& s : p.steps) {
        if (s.code != a.code) continue;
        INFO(s.code << " " << s.step << " " << s.text);
        CHECK(s.text.find("quá hạn") == std::string::npos);
        CHECK(s.audience != "superior");
      }
    }
  }
}
