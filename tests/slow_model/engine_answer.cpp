#include "tests/slow_model/engine_answer.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/codec/calendar_codec.h"
#include "engine/codec/faults.h"
#include "engine/ladder/schedule.h"
#include "engine/plan/due_rule.h"

namespace slow {
namespace {

using dondoc::LocalDate;

LocalDate day(const Date& date) {
  return LocalDate::of(date.year, static_cast<unsigned>(date.month),
                       static_cast<unsigned>(date.day))
      .value();
}

std::optional<LocalDate> day(const std::optional<Date>& date) {
  return date ? std::optional(day(*date)) : std::nullopt;
}

dondoc::Instant instant(const Moment& moment) {
  const auto midnight = dondoc::Zone::viet_nam().at(day(moment.date), dondoc::TimeOfDay{0});
  return midnight + dondoc::Elapsed{moment.ms};
}

std::optional<dondoc::Instant> instant(const std::optional<Moment>& moment) {
  return moment ? std::optional(instant(*moment)) : std::nullopt;
}

std::string text(dondoc::Instant at) {
  std::string milliseconds = std::to_string(1000 + at.ms % 1000).substr(1);
  return dondoc::Zone::viet_nam().iso(at).substr(0, 19) + "." + milliseconds;
}

dondoc::Roll roll(Roll roll) { return static_cast<dondoc::Roll>(static_cast<int>(roll)); }

dondoc::Every every(int months) {
  switch (months) {
    case 1:
      return dondoc::Every::month;
    case 3:
      return dondoc::Every::quarter;
    case 6:
      return dondoc::Every::half_year;
    default:
      return dondoc::Every::year;
  }
}

dondoc::DueRule part_of(const Part& part) {
  switch (part.kind) {
    case Part::Kind::date:
      return {"", dondoc::DateRule{day(part.date), part.inclusive, day(part.begin), part.period,
                                   roll(part.roll), day(part.cutoff)}};
    case Part::Kind::window:
      return {"", dondoc::WindowRule{day(*part.begin), day(part.date), part.period}};
    case Part::Kind::trigger:
      return {"", dondoc::TriggerRule{"khi có biến động", std::nullopt}};
    case Part::Kind::recurring:
      break;
  }
  dondoc::RecurringRule rule;
  rule.every = every(part.months);
  rule.interval = part.interval;
  rule.day = part.day;
  rule.month = part.month;
  rule.inclusive = part.inclusive;
  rule.from = day(part.from);
  rule.to = day(part.to);
  rule.roll = roll(part.roll);
  if (part.cutoff_days) rule.cutoff_before = dondoc::CalendarDays{*part.cutoff_days};
  return {"", rule};
}

dondoc::DueRule rule_of(const Rule& rule) {
  if (rule.parts.size() == 1) return part_of(rule.parts.front());
  dondoc::SeveralRule several;
  for (const Part& part : rule.parts) several.rules.push_back(part_of(part));
  return {"", several};
}

dondoc::Ladder ladder_of(const std::vector<Rung>& rungs) {
  dondoc::Ladder ladder{"random", {}};
  for (const Rung& rung : rungs) {
    dondoc::Rung one;
    one.anchor = rung.from_issue ? dondoc::Anchor::issue : dondoc::Anchor::due;
    one.offset = rung.offset;
    one.unit = rung.working_days ? dondoc::DayUnit::working_days : dondoc::DayUnit::calendar_days;
    one.at = dondoc::TimeOfDay{rung.minute};
    one.only_unacknowledged = rung.only_unacknowledged;
    ladder.rungs.push_back(std::move(one));
  }
  return ladder;
}

dondoc::Assignment assignment_of(const Duty& duty, const dondoc::Occurrence& occurrence) {
  dondoc::Assignment assignment;
  assignment.meaning = dondoc::Meaning::open;
  assignment.issued_at = instant(duty.issued);
  assignment.nominal = occurrence.nominal;
  assignment.roll = occurrence.roll;
  assignment.from = occurrence.from;
  assignment.cutoff = occurrence.cutoff;
  for (const Entry& entry : duty.ledger) {
    dondoc::LedgerEntry one;
    one.kind = static_cast<dondoc::LedgerKind>(static_cast<int>(entry.kind));
    one.date = day(entry.date);
    assignment.ledger.push_back(std::move(one));
  }
  assignment.ladder_from = instant(duty.ladder_from);
  assignment.ladder_restarted = duty.restarted;
  assignment.steps_done = duty.steps_done;
  assignment.not_before = instant(duty.not_before);
  assignment.snoozed_until = instant(duty.snoozed_until);
  if (duty.acknowledged) assignment.acknowledged_at = assignment.issued_at;
  return assignment;
}

std::string line(const dondoc::Occurrence& one, const dondoc::Calendar& calendar) {
  std::string text = one.nominal.iso();
  text += " applies " + dondoc::effective_due(one.nominal, one.roll, calendar).iso();
  text += " period " + one.period + " suffix " + one.code_suffix;
  if (one.from) text += " from " + one.from->iso();
  if (one.cutoff) text += " cutoff " + one.cutoff->iso();
  return text;
}

}  // namespace

std::vector<std::string> engine_answer(const Case& one, const dondoc::Calendar& calendar) {
  const auto dates = dondoc::occurrences(rule_of(one.rule), day(one.rule.not_before));
  std::vector<std::string> lines;
  for (const auto& date : dates) lines.push_back(line(date, calendar));
  if (dates.empty()) return lines;
  dondoc::SendingHours hours;
  for (const Window& window : one.hours)
    hours.windows.emplace_back(dondoc::TimeOfDay{window.from}, dondoc::TimeOfDay{window.to});
  const dondoc::TimeRules rules{calendar, hours, dondoc::Zone::viet_nam()};
  const auto chosen = static_cast<std::size_t>(one.duty.occurrence) % dates.size();
  const auto assignment = assignment_of(one.duty, dates[chosen]);
  const dondoc::Ladder ladder = ladder_of(one.ladder);
  const auto steps = dondoc::pending_steps(assignment, ladder, rules);
  for (const auto& step : steps) {
    const bool is_promise = step.rung == dondoc::k_promise_check;
    lines.push_back((is_promise ? "promise" : "step " + std::to_string(step.rung)) + " at " +
                    text(step.at));
  }
  const auto next = dondoc::next_step(assignment, ladder, rules);
  if (next.has_value() == steps.empty() || (next && !(*next == steps.front())))
    lines.push_back("the step that is armed is not the first one");
  return lines;
}

dondoc::Calendar engine_calendar(const std::string& folder) {
  std::vector<dondoc::CalendarYear> years;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path());
    dondoc::Faults faults(entry.path().string());
    const std::string content(std::istreambuf_iterator<char>(file), {});
    auto year = dondoc::decode_calendar(content, faults);
    if (!year) throw std::runtime_error("cannot read " + entry.path().string());
    years.push_back(std::move(*year));
  }
  return dondoc::Calendar(std::move(years));
}

dondoc::CalendarYear engine_year(const YearTable& table) {
  dondoc::CalendarYear year{table.year, dondoc::YearStanding::announced, "", {}};
  for (const auto& [date, works] : table.works) {
    year.entries.push_back(
        {day(date), works ? dondoc::DayKind::make_up : dondoc::DayKind::holiday, "", ""});
  }
  return year;
}

}  // namespace slow
