// Plan files, lifecycles and calendars as `dondoc check` reads them. What it has nothing to say
// against is then used as the engine uses it.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/check.h"
#include "engine/codec/calendar_codec.h"
#include "engine/codec/chart_codec.h"
#include "engine/codec/check_files.h"
#include "engine/codec/plan_codec.h"
#include "engine/ladder/ladder.h"
#include "engine/limits.h"
#include "engine/plan/plan.h"
#include "tests/fuzz/feed.h"

namespace dondoc::fuzz {
namespace {

/// Whether nothing is wrong with the file; a fault says what, and at a place that can be one.
bool is_sound(const char* name, std::string_view input) {
  const auto faults = check_all({{name, std::string(input)}});
  for (const Fault& fault : faults) {
    CHECK(!fault.message.empty());
    CHECK(fault.pointer.empty() || fault.pointer.front() == '/');
  }
  return faults.empty();
}

void use(const Plan& plan) {
  const Calendar calendar;
  const auto planned = assignments_of(plan, all_defaults(plan));
  CHECK(planned.size() <= limits::assignments_per_plan);
  std::set<std::string> codes;
  for (const PlannedAssignment& one : planned) {
    CHECK(codes.insert(one.code).second);
    if (!one.occurrence) continue;
    CHECK(one.occurrence->nominal >= plan.floor().value_or(one.occurrence->nominal));
    const LocalDate effective =
        effective_due(one.occurrence->nominal, one.occurrence->roll, calendar);
    CHECK(one.occurrence->roll == Roll::none || calendar.is_working_day(effective));
  }
}

void use(const CalendarYear& year) {
  const Calendar calendar({year});
  const SendingHours hours{{{TimeOfDay::at(8, 0), TimeOfDay::at(11, 0)}}};
  const Zone zone = Zone::viet_nam();
  LocalDate day = LocalDate::of(year.year, 1, 1).value();
  for (; day.year() == year.year; day = day + CalendarDays{1}) {
    CHECK(calendar.next_working_day(day) >= day);
    CHECK(calendar.previous_working_day(day) <= day);
    const WorkingDays three{3};
    CHECK(calendar.between(day, calendar.add(day, three)) == three);
    const Instant sent = next_sending_time(zone.at(day, TimeOfDay::at(9, 0)), hours, calendar, zone,
                                           DayRule::working_days_only);
    CHECK(calendar.is_working_day(zone.date_of(sent)));
  }
}

void use(const Chart& chart) {
  CHECK(chart.state(chart.initial) != nullptr);
  for (const char* language : {"vi", "en"}) {
    CHECK(!mermaid(chart, language).empty());
    CHECK(svg(chart, language).ends_with("</svg>\n"));
  }
}

}  // namespace

void feed_plan(std::string_view input) {
  const bool sound = is_sound("workflows/plans/x.json", input);
  Faults faults("x.json");
  const auto plan = decode_plan(input, faults);
  CHECK(plan.has_value() == faults.none());
  CHECK(plan || !sound);
  if (sound && plan) use(*plan);
}

void feed_calendar(std::string_view input) {
  const bool sound = is_sound("config/calendars/vn-2024.json", input);
  Faults faults("x.json");
  const auto year = decode_calendar(input, faults);
  CHECK(year.has_value() == faults.none());
  CHECK(year || !sound);
  if (sound && year) use(*year);
}

void feed_lifecycle(std::string_view input) {
  const bool sound = is_sound("workflows/lifecycles/assignment.json", input);
  Faults faults("x.json");
  const auto chart = decode_chart(input, faults);
  CHECK(chart.has_value() == faults.none());
  CHECK(chart || !sound);
  if (sound && chart) use(*chart);
}

}  // namespace dondoc::fuzz
