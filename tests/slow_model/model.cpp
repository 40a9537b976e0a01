#include "tests/slow_model/model.h"

#include <algorithm>
#include <cstdio>

namespace slow {
namespace {

constexpr std::size_t k_dates_at_most = 400;  // engine/limits.h says so to whoever writes a plan
constexpr int k_minute = 60'000;

struct DueDate {
  int place = 0;  ///< of the last valid day, in the almanac
  int printed = 0;
  std::string period;
  std::string suffix;
  std::optional<Date> begin;
  std::optional<int> cutoff;
  Roll roll = Roll::next_workday;
};

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

bool begins_with_year(const std::string& period) {
  return all_digits(period.substr(0, 4)) && period.size() >= 4 &&
         (period.size() == 4 || period[4] == '-');
}

std::string two_digits(int number) {
  return std::string(number % 100 < 10 ? "0" : "") + std::to_string(number % 100);
}

class Clerk {
 public:
  Clerk(const Case& one, const Almanac& almanac, Twist twist)
      : one_(one), almanac_(almanac), twist_(twist) {}

  std::vector<std::string> answer() {
    find_dates();
    std::vector<std::string> lines;
    for (const DueDate& due : dates_) lines.push_back(line(due));
    if (dates_.empty()) return lines;
    const auto chosen = static_cast<std::size_t>(one_.duty.occurrence) % dates_.size();
    for (std::string& step : steps(dates_[chosen])) lines.push_back(std::move(step));
    return lines;
  }

 private:
  bool is(Twist twist) const { return twist_ == twist; }
  bool works(int place) const {
    if (is(Twist::make_up_days_are_off) && almanac_.weekday(place) >= 6) return false;
    return almanac_.works(place);
  }

  // --- Which days are due dates ---

  void find_dates() {
    for (const Part& part : one_.rule.parts) {
      if (part.kind == Part::Kind::date || part.kind == Part::Kind::window) add_lone(part);
      if (part.kind == Part::Kind::recurring) add_recurring(part);
    }
    // Parts that fall on one day keep their order.
    std::stable_sort(dates_.begin(), dates_.end(),
                     [](const DueDate& a, const DueDate& b) { return a.place < b.place; });
    name_dates();
    if (one_.rule.not_before) {
      const int first = almanac_.place(*one_.rule.not_before);
      std::vector<DueDate> rest;
      for (const DueDate& due : dates_) {
        if (due.place >= first) rest.push_back(due);
      }
      dates_ = rest;
    }
    if (dates_.size() > k_dates_at_most) dates_.resize(k_dates_at_most);
  }

  int last_valid(int printed, bool inclusive) const {
    return inclusive || is(Twist::before_means_on) ? printed : printed - 1;
  }

  void add_lone(const Part& part) {
    const bool is_window = part.kind == Part::Kind::window;
    DueDate due;
    due.printed = almanac_.place(part.date);
    due.place = is_window ? due.printed : last_valid(due.printed, part.inclusive);
    due.begin = part.begin;
    due.period = part.period.empty() ? std::to_string(almanac_.date(due.place).year) : part.period;
    if (!is_window) {
      due.roll = part.roll;
      if (part.cutoff) due.cutoff = almanac_.place(*part.cutoff);
    } else if (!is(Twist::windows_roll)) {
      due.roll = Roll::none;
    }
    dates_.push_back(due);
  }

  bool is_printed_day(const Part& part, int place) const {
    const Date& date = almanac_.date(place);
    const int month_of_period = (date.month - 1) % part.months + 1;
    if (month_of_period != part.month.value_or(part.months)) return false;
    if (date.day == part.day) return true;
    return almanac_.is_last_of_month(place) && part.day > date.day &&
           !is(Twist::short_month_has_no_date);
  }

  void add_recurring(const Part& part) {
    Date start = part.from;
    start.day = 1;
    while ((start.month - 1) % part.months != 0) --start.month;
    const int first = almanac_.place(part.from);
    const int last = almanac_.place(part.to);
    int period = -1;
    int until_first = 0;
    for (int place = almanac_.place(start); place <= last + 1; ++place) {
      const Date& date = almanac_.date(place);
      if (date.day == 1 && (date.month - 1) % part.months == 0) ++period;
      if (!is_printed_day(part, place)) continue;
      const int valid = last_valid(place, part.inclusive);
      if (valid < first && is(Twist::counted_from_first_date)) until_first = period + 1;
      const bool is_turn = (period - until_first) % part.interval == 0;
      if (!is_turn && !is(Twist::every_period)) continue;
      if (valid < first || valid > last) continue;
      DueDate due;
      due.printed = place;
      due.place = valid;
      due.period = label(part.months, almanac_.date(valid));
      due.roll = part.roll;
      const int cutoff_from = is(Twist::cutoff_from_printed_day) ? place : valid;
      if (part.cutoff_days) due.cutoff = cutoff_from - *part.cutoff_days;
      dates_.push_back(due);
    }
  }

  static std::string label(int months, const Date& date) {
    const std::string year = std::to_string(date.year);
    if (months == 1) return year + "-" + two_digits(date.month);
    if (months == 3) return year + "-Q" + std::to_string((date.month - 1) / 3 + 1);
    if (months == 6) return year + (date.month < 7 ? "-6T" : "-N");
    return year;
  }

  // --- What they are called in codes ---

  int year_of(const DueDate& due) const {
    return begins_with_year(due.period) ? std::stoi(due.period.substr(0, 4))
                                        : almanac_.date(due.place).year;
  }

  static std::string suffix(const std::string& period, std::size_t place) {
    const std::string other = "K" + std::to_string(place + 1);
    if (!begins_with_year(period)) return other;
    if (period.size() == 4) return "N";
    const std::string part = period.substr(5);
    if (all_digits(part)) return "T" + part;
    const bool is_quarter = part.size() == 2 && part[0] == 'Q' && all_digits(part.substr(1));
    return is_quarter || part == "6T" || part == "N" ? part : other;
  }

  /// A lone date needs no name; one that stands beside something without a date does.
  void name_dates() {
    std::size_t count = dates_.size();
    for (const Part& part : one_.rule.parts) {
      if (part.kind == Part::Kind::trigger) {
        ++count;
        break;
      }
    }
    if (count < 2) return;
    bool many_years = false;
    for (const DueDate& due : dates_)
      many_years = many_years || year_of(due) != year_of(dates_.front());
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      dates_[i].suffix = suffix(dates_[i].period, i);
      if (many_years) dates_[i].suffix += "-" + two_digits(year_of(dates_[i]));
    }
  }

  std::string line(const DueDate& due) const {
    std::string text = slow::text(almanac_.date(due.place));
    text += " applies " + slow::text(almanac_.date(rolled(due)));
    text += " period " + due.period + " suffix " + due.suffix;
    if (due.begin) text += " from " + slow::text(*due.begin);
    if (due.cutoff) text += " cutoff " + slow::text(almanac_.date(*due.cutoff));
    return text;
  }

  // --- Walking over days off ---

  int forward_to_work(int place) const {
    while (!works(place)) ++place;
    return place;
  }
  int back_to_work(int place) const {
    while (!works(place)) --place;
    return place;
  }

  int rolled(const DueDate& due) const {
    Roll roll = due.roll;
    if (is(Twist::rolls_the_other_way) && roll != Roll::none)
      roll = roll == Roll::next_workday ? Roll::prev_workday : Roll::next_workday;
    const bool early = is(Twist::rolls_before_exclusive) && due.place != due.printed;
    const int place = early ? due.printed : due.place;
    int applied = place;
    if (roll == Roll::next_workday) applied = forward_to_work(place);
    if (roll == Roll::prev_workday) applied = back_to_work(place);
    return early ? applied - 1 : applied;
  }

  /// The n-th working day after a day, which does not count itself; for n < 0 before it.
  int working_days_from(int place, int n) const {
    const int direction = n < 0 ? -1 : 1;
    int left = n < 0 ? -n : n;
    if (left > 0 && is(Twist::first_day_counts) && works(place)) --left;
    while (left > 0) {
      place += direction;
      if (works(place)) --left;
    }
    return place;
  }

  // --- The due date after what happened to it ---

  /// Every day on which time stood still is one more day.
  int given_back(int due, int stopped, int going_on) const {
    if (is(Twist::stopped_days_are_lost)) return due;
    int moved = due;
    for (int day = stopped; day < going_on; ++day) ++moved;
    return moved == due || is(Twist::given_back_without_rolling) ? moved : forward_to_work(moved);
  }

  int agreed_due(int due, int today) const {
    bool stands_still = false;
    int stopped = 0;
    for (const Entry& entry : one_.duty.ledger) {
      const int day = almanac_.place(entry.date);
      if (entry.kind == Entry::Kind::suspended && !stands_still) {
        stands_still = true;
        stopped = day;
      }
      if (entry.kind == Entry::Kind::extended || entry.kind == Entry::Kind::rescheduled) due = day;
      if (entry.kind == Entry::Kind::resumed && stands_still) {
        due = given_back(due, stopped, day);
        stands_still = false;
      }
    }
    return stands_still ? given_back(due, stopped, today) : due;
  }

  // --- Steps ---

  /// The first moment at which messages go out.
  Moment sending_moment(const Moment& asked) const {
    for (int place = almanac_.place(asked.date);; ++place) {
      if (!works(place)) continue;
      for (const Window& window : one_.hours) {
        const Moment opens{almanac_.date(place), window.from * k_minute};
        const Moment closes{almanac_.date(place), window.to * k_minute};
        const bool too_late = is(Twist::last_minute_is_too_late) ? asked >= closes : asked > closes;
        if (!too_late) return std::max(asked, opens);
      }
    }
  }

  int day_after_offset(const Rung& rung, int base) const {
    if (rung.working_days) return working_days_from(base, rung.offset);
    return rung.offset < 0 ? back_to_work(base + rung.offset) : forward_to_work(base + rung.offset);
  }

  Moment moment_of(const Rung& rung, const DueDate& due) const {
    const int minute = rung.minute * k_minute;
    if (rung.from_issue) {
      if (rung.offset == 0) return sending_moment(one_.duty.issued);
      return {almanac_.date(day_after_offset(rung, almanac_.place(one_.duty.issued.date))), minute};
    }
    const int effective = agreed_due(rolled(due), almanac_.place(one_.duty.ladder_from.date));
    const bool moved = !one_.duty.ledger.empty() && !is(Twist::moved_dates_are_ignored);
    int earlier = moved ? effective : std::min(due.place, effective);
    int later = moved ? effective : std::max(due.place, effective);
    if (is(Twist::before_counts_from_later)) earlier = later;
    if (is(Twist::after_counts_from_earlier)) later = std::min(due.place, effective);
    int day = effective;
    if (rung.offset < 0) day = day_after_offset(rung, earlier);
    if (rung.offset > 0) day = day_after_offset(rung, later);
    return {almanac_.date(day), minute};
  }

  bool is_over(std::size_t rung, const Moment& moment) const {
    const Duty& duty = one_.duty;
    if (((duty.steps_done >> rung) & 1U) != 0 && !is(Twist::done_steps_come_again)) return true;
    const Rung& step = one_.ladder[rung];
    if (step.only_unacknowledged && duty.acknowledged && !is(Twist::acknowledged_are_asked_again))
      return true;
    if (step.from_issue && duty.restarted) return true;
    if (moment < duty.ladder_from) return true;
    return duty.snoozed_until && moment < *duty.snoozed_until &&
           !is(Twist::promise_replaces_nothing);
  }

  std::vector<std::string> steps(const DueDate& due) const {
    std::vector<std::pair<Moment, std::string>> steps;
    const auto add = [&](Moment moment, std::string name) {
      if (one_.duty.not_before) moment = std::max(moment, *one_.duty.not_before);
      steps.emplace_back(moment, std::move(name));
    };
    for (std::size_t i = 0; i < one_.ladder.size(); ++i) {
      const Moment moment = moment_of(one_.ladder[i], due);
      if (!is_over(i, moment)) add(moment, "step " + std::to_string(i));
    }
    if (one_.duty.snoozed_until) add(*one_.duty.snoozed_until, "promise");
    std::stable_sort(steps.begin(), steps.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> lines;
    for (const auto& [moment, name] : steps) lines.push_back(name + " at " + text(moment));
    return lines;
  }

  const Case& one_;
  const Almanac& almanac_;
  Twist twist_;
  std::vector<DueDate> dates_;
};

}  // namespace

std::vector<std::string> answer(const Case& one, const Almanac& almanac, Twist twist) {
  return Clerk(one, almanac, twist).answer();
}

}  // namespace slow
