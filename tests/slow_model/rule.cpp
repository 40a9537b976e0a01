#include "tests/slow_model/rule.h"

#include <array>
#include <cstdio>

namespace slow {
namespace {

template <class Value, class Show>
std::string shown(const char* name, const std::optional<Value>& value, const Show& show) {
  return value ? std::string(" ") + name + "=" + show(*value) : std::string();
}

std::string number(int value) { return std::to_string(value); }
std::string day(const Date& date) { return text(date); }
std::string moment(const Moment& value) { return text(value); }

std::string text(const Part& part) {
  static const std::array<const char*, 4> k_kinds = {"date", "window", "recurring", "trigger"};
  std::string line = std::string("\n  ") + k_kinds.at(static_cast<std::size_t>(part.kind)) + " " +
                     slow::text(part.date) + (part.inclusive ? " inclusive" : " exclusive") +
                     " roll=" + number(static_cast<int>(part.roll)) + " period=" + part.period;
  line += shown("begin", part.begin, day) + shown("cutoff", part.cutoff, day);
  if (part.kind != Part::Kind::recurring) return line;
  return line + " months=" + number(part.months) + " interval=" + number(part.interval) +
         " day=" + number(part.day) + shown("month", part.month, number) + " " +
         slow::text(part.from) + ".." + slow::text(part.to) +
         shown("cutoff_days", part.cutoff_days, number);
}

std::string text(const Duty& duty) {
  std::string line =
      "\n  occurrence=" + number(duty.occurrence) + " issued=" + slow::text(duty.issued) +
      " ladder_from=" + slow::text(duty.ladder_from) + " done=" + std::to_string(duty.steps_done) +
      (duty.restarted ? " restarted" : "") + (duty.acknowledged ? " acknowledged" : "");
  line +=
      shown("not_before", duty.not_before, moment) + shown("snoozed", duty.snoozed_until, moment);
  for (const Entry& entry : duty.ledger)
    line += "\n  ledger " + number(static_cast<int>(entry.kind)) + " " + slow::text(entry.date);
  return line;
}

}  // namespace

std::string text(const Moment& moment) {
  std::array<char, 32> buffer{};
  const int seconds = moment.ms / 1000;
  const int size = std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d.%03d",
                                 seconds / 3600, seconds / 60 % 60, seconds % 60, moment.ms % 1000);
  return text(moment.date) + std::string(buffer.data(), static_cast<std::size_t>(size));
}

std::string text(const Case& one) {
  std::string lines = "rule" + shown("not_before", one.rule.not_before, day);
  for (const Part& part : one.rule.parts) lines += text(part);
  lines += "\nduty" + text(one.duty) + "\nladder";
  for (const Rung& rung : one.ladder) {
    lines += std::string("\n  ") + (rung.from_issue ? "issue " : "due ") + number(rung.offset) +
             (rung.working_days ? " working days" : " days") + " at minute " + number(rung.minute) +
             (rung.only_unacknowledged ? " if unacknowledged" : "");
  }
  for (const Window& window : one.hours)
    lines += "\nhours " + number(window.from) + ".." + number(window.to);
  if (one.changed_year) {
    lines += "\nyear " + number(one.changed_year->year);
    for (const auto& [date, works] : one.changed_year->works)
      lines += "\n  " + text(date) + (works ? " worked" : " off");
  }
  return lines;
}

}  // namespace slow
