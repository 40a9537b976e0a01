// How the dates of an obligation come about (design §6, domain.md §1.0): as written in the plan,
// before any calendar. Values only; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/time/calendar.h"
#include "engine/time/time.h"

namespace dondoc {

/// What happens to a due date that falls on a day off (Civil Code 2015, art. 148: next_workday by
/// default).
enum class Roll { next_workday, prev_workday, none };

enum class Every { month, quarter, half_year, year };

/// 1, 3, 6 or 12.
int months_in(Every every);

/// "trước ngày 25/11/2023", "chậm nhất đến ngày 15/10/2017", "vào ngày 26/6".
struct DateRule {
  LocalDate printed;              ///< as the plan prints it
  bool inclusive = true;          ///< false for "trước ngày": the day before is the last
  std::optional<LocalDate> from;  ///< when the work may begin
  std::string period;             ///< empty: the year of the due date
  Roll roll = Roll::next_workday;
  std::optional<LocalDate> cutoff;  ///< figures are counted until the end of this day
};

/// "Tháng 12/2011", "từ nay đến hết năm 2017": ends with its last day and never rolls.
struct WindowRule {
  LocalDate from;
  LocalDate to;
  std::string period;
};

/// "chậm nhất 05 của tháng cuối quý". Only due dates within from..to exist.
struct RecurringRule {
  Every every = Every::month;
  int interval = 1;          ///< every n-th such period, counted from the one that holds `from`
  int day = 1;               ///< 31 in a shorter month is its last day (Civil Code 2015, art. 148)
  std::optional<int> month;  ///< within the period, 1 = its first; default its last
  bool inclusive = true;
  LocalDate from;
  LocalDate to;
  Roll roll = Roll::next_workday;
  std::optional<CalendarDays> cutoff_before;
};

struct DueRule;

/// One obligation with several rhythms ("báo cáo hàng tháng, quí, năm").
struct SeveralRule {
  std::vector<DueRule> rules;
};

/// "khi có biến động", "theo yêu cầu": a date exists once somebody raises it.
struct TriggerRule {
  std::string when;
  std::optional<WorkingDays> within;
};

/// "thường xuyên": never overdue, asked about in each periodic report.
struct OngoingRule {
  std::optional<LocalDate> from;
  std::optional<LocalDate> to;
};

/// The date lies before the plan itself: shown, never scheduled.
struct PastRule {};

/// Not stated by the plan: waits for the answer to a question.
struct UnconfirmedRule {
  std::string question;
};

struct DueRule {
  std::string stated;  ///< the plan's own words
  std::variant<DateRule, WindowRule, RecurringRule, SeveralRule, TriggerRule, OngoingRule, PastRule,
               UnconfirmedRule>
      rule;
};

/// One dated occurrence of a rule.
struct Occurrence {
  std::string period;       ///< "2017-Q2", "2011-07", "2018-6T", "2017"
  std::string code_suffix;  ///< told apart in codes: "Q2", "T07", "6T", "N", over years "N-24";
                            ///< empty for a lone date
  LocalDate nominal;  ///< hạn theo văn bản, exclusive limits already resolved to the last valid day
  std::optional<LocalDate> from;
  std::optional<LocalDate> cutoff;
  Roll roll = Roll::next_workday;  ///< none for windows
};

/// Every dated occurrence on or after `not_before`, in order of date. Empty for trigger, ongoing,
/// past and unconfirmed rules: that is not an error. At most limits::occurrences_per_rule.
std::vector<Occurrence> occurrences(const DueRule& rule, std::optional<LocalDate> not_before);

/// Hạn áp dụng: the nominal date rolled over days off.
LocalDate effective_due(LocalDate nominal, Roll roll, const Calendar& calendar);

}  // namespace dondoc
