#include "intake/draft/draft_due.h"

#include <fmt/format.h>

#include <algorithm>

#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

/// Proposed where a document names a period and no day (domain.md §1): the 25th, for half-years and
/// "định kỳ" the 10th of June and December, for a yearly plan the end of the first quarter.
constexpr int k_usual_day = 25, k_half_year_day = 10;

LocalDate day(int year, unsigned month, unsigned date) {
  return LocalDate::of(year, month, date).value();
}

std::optional<Every> every_of(DueEvery every) {
  switch (every) {
    case DueEvery::month:
      return Every::month;
    case DueEvery::quarter:
      return Every::quarter;
    case DueEvery::half_year:
      return Every::half_year;
    case DueEvery::year:
      return Every::year;
    case DueEvery::day:
    case DueEvery::week:
      break;
  }
  return std::nullopt;
}

std::string stated_of(const Deadline& deadline) {
  return deadline.due.rule.empty() ? k_nothing_stated : deadline.due.rule;
}

RecurringRule recurring(Every every, int on_day, const DraftDays& days) {
  RecurringRule rule;
  rule.every = every;
  rule.day = on_day;
  rule.from = days.from;
  rule.to = days.to;
  return rule;
}

bool falls_due(const DueRule& rule, const DraftDays& days) {
  return !occurrences(rule, days.floor).empty();
}

DueRule with(std::string stated, decltype(DueRule::rule) rule) {
  return {std::move(stated), std::move(rule)};
}

DraftDue past(const Deadline& deadline) {
  DraftDue due;
  due.rule = with(stated_of(deadline), PastRule{});
  due.question = fmt::format(
      "“{}”: hạn này trước ngày ban hành văn bản hoặc ngoài thời gian của kế hoạch. Việc đã xong "
      "chưa, hay hạn ghi nhầm?",
      stated_of(deadline));
  due.proposal_text = "Coi là việc đã qua, không nhắc.";
  return due;
}

/// The first day of the stretch: as stated, else that of the month or the plan.
LocalDate begin_of(const StatedDue& due, LocalDate end, const DraftDays& days) {
  const std::string& from = due.from;
  if (from.size() == 10) {
    if (auto date = LocalDate::parse(from)) return *date;
  }
  if (from.size() == 7) {
    if (auto date = LocalDate::parse(from + "-01")) return *date;
  }
  if (from.size() == 4) {
    if (auto date = LocalDate::parse(from + "-01-01")) return *date;
  }
  if (due.form == DueForm::month) return end.first_of_month();
  return std::min(days.from, end);
}

DraftDue dated(const Deadline& deadline, const DraftDays& days) {
  const StatedDue& stated = deadline.due;
  DraftDue due;
  LocalDate end = days.to;
  if (stated.form == DueForm::month) {
    end = day(stated.year, static_cast<unsigned>(stated.month), 1).last_of_month();
  } else {
    end = *stated.date;
  }
  static const PatternList k_stretches({"quý", "năm", "giai đoạn", "6|06|sáu tháng"});
  const Tokens words = tokens_of(stated.rule);
  static const PatternList k_days({"ngày", "# / #", "# . # .", "# - # -"});
  const bool stretch = stated.form == DueForm::month || !stated.from.empty() ||
                       (k_days.find(words, 0, words.size()) == words.size() &&
                        k_stretches.find(words, 0, words.size()) < words.size());
  const LocalDate last = stated.inclusive ? end : end - CalendarDays{1};
  if (last < days.floor || last > days.to) return past(deadline);
  if (stretch) {
    const LocalDate begin = std::min(begin_of(stated, end, days), last);
    due.rule = with(stated_of(deadline), WindowRule{begin, last, ""});
  } else {
    DateRule rule;
    rule.printed = end;
    rule.inclusive = stated.inclusive;
    due.rule = with(stated_of(deadline), rule);
  }
  return due;
}

DraftDue unconfirmed(const Deadline& deadline, std::string question,
                     std::optional<DueRule> proposal, std::string text) {
  DraftDue due;
  due.rule = with(stated_of(deadline), UnconfirmedRule{});
  due.question = std::move(question);
  due.proposal = std::move(proposal);
  due.proposal_text = std::move(text);
  return due;
}

DraftDue without_day(const Deadline& deadline, Every every, const DraftDays& days) {
  const bool task = deadline.kind == DeadlineKind::task;
  RecurringRule rule =
      recurring(every, every == Every::half_year ? k_half_year_day : k_usual_day, days);
  if (every == Every::year && task) {
    rule.day = 31;
    rule.month = days.floor.month() <= 3 ? 3 : 12;
  }
  rule.interval = deadline.due.interval;
  DueRule proposed = with("đề xuất: " + stated_of(deadline), rule);
  const auto dates = occurrences(proposed, days.floor);
  if (dates.empty()) {
    return unconfirmed(deadline,
                       fmt::format("Kế hoạch ghi “{}” nhưng không ghi ngày. Hạn là ngày nào?",
                                   stated_of(deadline)),
                       std::nullopt, "");
  }
  std::string text = "Ngày " + dates.front().nominal.vi();
  if (dates.size() > 1)
    text += fmt::format(", … {} (mỗi kỳ một lần, {} kỳ)", dates.back().nominal.vi(), dates.size());
  return unconfirmed(deadline,
                     fmt::format("Kế hoạch ghi “{}” nhưng không ghi ngày. Hạn là ngày nào của kỳ?",
                                 stated_of(deadline)),
                     std::move(proposed), text + ".");
}

/// By day or week, which no rule of a plan can say: work goes on, a report is asked about.
DraftDue oftener_than_monthly(const Deadline& deadline, const DraftDays& days) {
  DraftDue due;
  due.rule = with(stated_of(deadline), OngoingRule{});
  if (deadline.kind != DeadlineKind::report) return due;
  DueRule monthly =
      with("đề xuất: " + stated_of(deadline), recurring(Every::month, k_usual_day, days));
  if (!falls_due(monthly, days)) return due;
  return unconfirmed(
      deadline,
      fmt::format("Văn bản ghi báo cáo “{}”; kỳ nhắc ngắn nhất là tháng. Theo dõi thế nào?",
                  stated_of(deadline)),
      std::move(monthly), fmt::format("Mỗi tháng xác nhận một lần, ngày {}.", k_usual_day));
}

DraftDue rhythmic(const Deadline& deadline, const DraftDays& days) {
  const StatedDue& stated = deadline.due;
  const auto every = every_of(stated.every);
  DraftDue due;
  if (!every) return oftener_than_monthly(deadline, days);
  const bool month_missing = *every == Every::year && !stated.month_of_due;
  if (!stated.day || month_missing) return without_day(deadline, *every, days);
  RecurringRule rule = recurring(*every, *stated.day, days);
  rule.inclusive = stated.inclusive;
  rule.interval = stated.interval;
  if (*every == Every::year) rule.month = stated.month_of_due;
  if (*every == Every::half_year && stated.month_stated) {  // "6 tháng (vào ngày 10 tháng 6)"
    rule.every = Every::year;
    rule.month = stated.month_of_due;
  }
  due.rule = with(stated_of(deadline), rule);
  if (falls_due(due.rule, days)) return due;
  return past(deadline);
}

DraftDue open(const Deadline& deadline, const DraftDays& days) {
  DraftDue due;
  switch (deadline.due.open) {
    case OpenDue::periodic: {
      RecurringRule rule = recurring(Every::half_year, k_half_year_day, days);
      DueRule proposed = with("đề xuất: " + stated_of(deadline), rule);
      if (!falls_due(proposed, days)) {
        return unconfirmed(
            deadline,
            "Kế hoạch ghi “định kỳ” nhưng không ghi kỳ và ngày. Báo cáo theo kỳ nào, ngày nào?",
            std::nullopt, "");
      }
      return unconfirmed(
          deadline,
          "Kế hoạch ghi “định kỳ” nhưng không ghi kỳ và ngày. Báo cáo theo kỳ nào, ngày nào?",
          std::move(proposed), "Báo cáo 6 tháng ngày 10/6 và năm ngày 10/12.");
    }
    case OpenDue::on_request:
    case OpenDue::event: {
      TriggerRule rule;
      rule.when = stated_of(deadline);
      due.rule = with(stated_of(deadline), rule);
      return due;
    }
    case OpenDue::ongoing:
    case OpenDue::none:
      due.rule = with(stated_of(deadline), OngoingRule{});
      return due;
  }
  return due;
}

}  // namespace

DraftDays draft_days(const PlanReading& reading) {
  const DocumentHead& head = reading.head;
  int year = head.year > 0 ? head.year : 2000;
  DraftDays days;
  if (head.date) {
    days.floor = *head.date;
  } else {
    days.floor = head.newest_ground.value_or(day(year, 1, 1));
    year = std::max(year, days.floor.year());
  }
  days.from = days.floor;
  days.to =
      day(std::max(year, head.last_year > days.floor.year() + 10 ? year : head.last_year), 12, 31);
  for (const Deadline& deadline : reading.deadlines) {
    if (deadline.due.form == DueForm::date) days.to = std::max(days.to, *deadline.due.date);
    if (deadline.due.form == DueForm::month)
      days.to = std::max(
          days.to,
          day(deadline.due.year, static_cast<unsigned>(deadline.due.month), 1).last_of_month());
  }
  return days;
}

DraftDue draft_due(const Deadline& deadline, const DraftDays& days) {
  switch (deadline.due.form) {
    case DueForm::date:
    case DueForm::month:
      return dated(deadline, days);
    case DueForm::every:
      return rhythmic(deadline, days);
    case DueForm::unspecified:
      break;
  }
  return open(deadline, days);
}

}  // namespace dondoc::intake
