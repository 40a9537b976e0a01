#include "engine/plan/due_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/check.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr int k_months_per_year = 12;

/// Months are counted from January of year 0.
int month_index(LocalDate date) {
  return date.year() * k_months_per_year + static_cast<int>(date.month()) - 1;
}

/// The first month of the period that holds `date`.
int period_start(LocalDate date, int length) {
  int month = month_index(date);
  return month - month % length;
}

std::string period_label(Every every, LocalDate date) {
  int year = date.year();
  int month = static_cast<int>(date.month());
  switch (every) {
    case Every::month:
      return fmt::format("{}-{:02}", year, month);
    case Every::quarter:
      return fmt::format("{}-Q{}", year, (month + 2) / 3);
    case Every::half_year:
      return fmt::format("{}-{}", year, month <= 6 ? "6T" : "N");
    case Every::year:
      return fmt::format("{}", year);
  }
  CHECK(false);
}

/// The day of that month, or its last day when the month is shorter; none outside the years of
/// LocalDate.
std::optional<LocalDate> day_in_month(int month, int day) {
  auto first = LocalDate::of(month / k_months_per_year,
                             static_cast<unsigned>(month % k_months_per_year + 1), 1);
  if (!first) return std::nullopt;
  return std::min(*first + CalendarDays{day - 1}, first->last_of_month());
}

LocalDate last_valid_day(LocalDate printed, bool inclusive) {
  return inclusive ? printed : printed - CalendarDays{1};
}

std::string period_or_year(const std::string& period, LocalDate date) {
  return period.empty() ? fmt::format("{}", date.year()) : period;
}

/// What a rule comes to: its dates, and whether something without a date stands beside them.
struct Dates {
  std::vector<Occurrence> dated;
  bool undated = false;
};

void collect(const DueRule& rule, Dates& dates);

void collect(const DateRule& rule, Dates& dates) {
  Occurrence one;
  one.nominal = last_valid_day(rule.printed, rule.inclusive);
  one.period = period_or_year(rule.period, one.nominal);
  one.from = rule.from;
  one.cutoff = rule.cutoff;
  one.roll = rule.roll;
  dates.dated.push_back(std::move(one));
}

void collect(const WindowRule& rule, Dates& dates) {
  Occurrence one;
  one.nominal = rule.to;
  one.period = period_or_year(rule.period, rule.to);
  one.from = rule.from;
  one.roll = Roll::none;
  dates.dated.push_back(std::move(one));
}

void collect(const RecurringRule& rule, Dates& dates) {
  CHECK(rule.interval >= 1);
  int length = months_in(rule.every);
  int offset = rule.month.value_or(length) - 1;
  for (int start = period_start(rule.from, length);; start += length * rule.interval) {
    auto printed = day_in_month(start + offset, rule.day);
    if (!printed) return;
    LocalDate nominal = last_valid_day(*printed, rule.inclusive);
    if (nominal > rule.to) return;
    if (nominal < rule.from) continue;
    Occurrence one;
    one.nominal = nominal;
    one.period = period_label(rule.every, nominal);
    if (rule.cutoff_before) one.cutoff = nominal - *rule.cutoff_before;
    one.roll = rule.roll;
    dates.dated.push_back(std::move(one));
  }
}

void collect(const SeveralRule& rule, Dates& dates) {
  for (const auto& part : rule.rules) collect(part, dates);
}

void collect(const TriggerRule&, Dates& dates) { dates.undated = true; }
void collect(const OngoingRule&, Dates& dates) { dates.undated = true; }
void collect(const UnconfirmedRule&, Dates& dates) { dates.undated = true; }
void collect(const PastRule&, Dates&) {}

void collect(const DueRule& rule, Dates& dates) {
  std::visit([&dates](const auto& kind) { collect(kind, dates); }, rule.rule);
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool names_year(std::string_view period) {
  return period.size() >= 4 && is_number(period.substr(0, 4)) &&
         (period.size() == 4 || period[4] == '-');
}

/// "2017-Q2" → "Q2", "2011-07" → "T07", "2018-6T" → "6T", "2018-N" and "2017" → "N"; any other
/// label by its place.
std::string suffix_of(const std::string& period, std::size_t place) {
  if (!names_year(period)) return fmt::format("K{}", place + 1);
  if (period.size() == 4) return "N";
  std::string rest = period.substr(5);
  if (is_number(rest)) return "T" + rest;
  if (rest == "6T" || rest == "N" ||
      (rest.size() == 2 && rest[0] == 'Q' && is_number(rest.substr(1))))
    return rest;
  return fmt::format("K{}", place + 1);
}

int year_of(const Occurrence& one) {
  return names_year(one.period) ? std::stoi(one.period.substr(0, 4)) : one.nominal.year();
}

/// Suffixes depend on the rule alone, never on `not_before`, so that a code keeps its meaning.
void add_suffixes(Dates& dates) {
  auto& all = dates.dated;
  if (all.size() + (dates.undated ? 1U : 0U) < 2) return;
  bool one_year = std::all_of(all.begin(), all.end(), [&](const auto& one) {
    return year_of(one) == year_of(all.front());
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].code_suffix = suffix_of(all[i].period, i);
    if (!one_year) all[i].code_suffix += fmt::format("-{:02}", year_of(all[i]) % 100);
  }
}

}  // namespace

int months_in(Every every) {
  switch (every) {
    case Every::month:
      return 1;
    case Every::quarter:
      return 3;
    case Every::half_year:
      return 6;
    case Every::year:
      return k_months_per_year;
  }
  CHECK(false);
}

std::vector<Occurrence> occurrences(const DueRule& rule, std::optional<LocalDate> not_before) {
  Dates dates;
  collect(rule, dates);
  auto& all = dates.dated;
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.nominal < b.nominal; });
  add_suffixes(dates);
  if (not_before) {
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const auto& one) { return one.nominal < *not_before; }),
              all.end());
  }
  if (all.size() > limits::occurrences_per_rule)
    all.erase(all.begin() + limits::occurrences_per_rule, all.end());
  return std::move(all);
}

LocalDate effective_due(LocalDate nominal, Roll roll, const Calendar& calendar) {
  switch (roll) {
    case Roll::next_workday:
      return calendar.next_working_day(nominal);
    case Roll::prev_workday:
      return calendar.previous_working_day(nominal);
    case Roll::none:
      return nominal;
  }
  CHECK(false);
}

}  // namespace dondoc
