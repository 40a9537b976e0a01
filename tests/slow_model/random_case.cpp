#include "tests/slow_model/random_case.h"

#include <algorithm>
#include <array>

namespace slow {
namespace {

constexpr Date k_first{2011, 1, 1};
constexpr Date k_last{2035, 12, 31};
constexpr int k_day_ms = 24 * 60 * 60'000;

class Dice {
 public:
  Dice(std::uint64_t seed, const Almanac& almanac)
      : state_(seed),
        almanac_(almanac),
        first_(almanac.place(k_first)),
        last_(almanac.place(k_last)) {}

  Case roll() {
    Case one;
    const int parts = one_in(6) ? 2 + below(2) : 1;
    for (int i = 0; i < parts; ++i) one.rule.parts.push_back(part(parts > 1));
    if (one_in(4)) one.rule.not_before = any_day();
    for (int rungs = 1 + below(12); rungs > 0; --rungs) one.ladder.push_back(rung());
    one.hours = hours();
    one.duty = duty();
    if (one_in(6)) one.changed_year = changed_year();
    return one;
  }

 private:
  /// SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  int between(int from, int to) { return from + below(to - from + 1); }

  /// Days on which rules have been wrong are more frequent: ends of months, Tết, National Day.
  Date any_day() {
    const int year = between(k_first.year, k_last.year);
    if (one_in(6)) return std::min(Date{year, 1, 20 + below(12)}, k_last);
    if (one_in(8)) return {year, 9, 1 + below(4)};
    if (one_in(8)) return one_in(2) ? Date{year, 4, 28 + below(3)} : Date{year, 5, 1 + below(3)};
    const Date date = almanac_.date(between(first_ + 1, last_));
    if (!one_in(6)) return date;
    return {date.year, date.month, one_in(2) ? 1 : 28};
  }
  Date day_near(int place, int before, int after) {
    return almanac_.date(std::clamp(place + between(-before, after), first_, last_));
  }
  Roll any_roll() {
    if (!one_in(2)) return Roll::next_workday;
    return one_in(2) ? Roll::prev_workday : Roll::none;
  }

  Part part(bool one_of_several) {
    Part part;
    const int kind = below(one_of_several ? 7 : 6);
    if (kind <= 1) return lone(Part::Kind::date);
    if (kind == 2) return lone(Part::Kind::window);
    if (kind == 6) {
      part.kind = Part::Kind::trigger;
      part.date = k_first;
      return part;
    }
    return recurring();
  }

  Part lone(Part::Kind kind) {
    static const std::array<const char*, 8> k_periods = {"",     "",        "",      "2018-6T",
                                                         "2017", "2019-Q3", "đợt 1", "2020-9T"};
    Part part;
    part.kind = kind;
    part.date = any_day();
    part.period = k_periods.at(static_cast<std::size_t>(below(k_periods.size())));
    if (kind == Part::Kind::window || one_in(3))
      part.begin = day_near(almanac_.place(part.date), 90, 0);
    if (kind == Part::Kind::window) return part;
    part.inclusive = !one_in(3);
    part.roll = any_roll();
    if (one_in(3)) part.cutoff = day_near(almanac_.place(part.date), 40, 0);
    return part;
  }

  Part recurring() {
    static const std::array<int, 4> k_months = {1, 3, 6, 12};
    Part part;
    part.kind = Part::Kind::recurring;
    part.date = k_first;
    part.months = k_months.at(static_cast<std::size_t>(below(4)));
    part.interval = one_in(3) ? between(2, 5) : 1;
    part.day = one_in(3) ? between(28, 31) : between(1, 31);
    if (!one_in(3)) part.month = between(1, part.months);
    part.inclusive = !one_in(3);
    part.from = any_day();
    part.to = one_in(4) ? any_day() : day_near(almanac_.place(part.from), 0, 900);
    if (part.to < part.from) std::swap(part.from, part.to);
    part.roll = any_roll();
    if (one_in(3)) part.cutoff_days = below(45);
    return part;
  }

  Rung rung() {
    Rung rung;
    rung.from_issue = one_in(3);
    rung.offset = rung.from_issue ? below(10) : between(-40, 20);
    if (one_in(4)) rung.offset = rung.from_issue ? 0 : between(-1, 1);
    rung.working_days = one_in(2);
    rung.minute = one_in(2) ? 480 : below(24 * 60);
    rung.only_unacknowledged = one_in(4);
    return rung;
  }

  std::vector<Window> hours() {
    if (one_in(2)) return {{480, 660}, {840, 990}};
    const int from = below(1000);
    const int to = from + 1 + below(200);
    if (one_in(2)) return {{from, to}};
    return {{from, to}, {to + 1 + below(30), to + 40 + below(150)}};
  }

  Moment moment(const Date& date) {
    if (one_in(3)) {
      static const std::array<int, 6> k_minutes = {480, 660, 840, 990, 0, 1439};
      return {date, k_minutes.at(static_cast<std::size_t>(below(6))) * 60'000};
    }
    return {date, below(k_day_ms)};
  }

  /// Near the middle of some year, so that a duty and its ladder meet often enough; the dates of
  /// the ledger lie near them.
  Duty duty() {
    Duty duty;
    duty.occurrence = below(300);
    const int place = almanac_.place(any_day());
    duty.issued = moment(almanac_.date(place));
    duty.ladder_from = one_in(2) ? duty.issued : moment(day_near(place, 0, 60));
    if (one_in(3)) duty.ladder_from = moment({2011, 1, 2});
    duty.restarted = one_in(5);
    duty.acknowledged = one_in(3);
    if (one_in(3)) duty.steps_done = next() & 0xFFFU;
    if (one_in(4)) duty.not_before = moment(day_near(place, 5, 60));
    if (one_in(4)) duty.snoozed_until = moment(day_near(place, 5, 60));
    if (!one_in(3)) return duty;
    int at = place;
    for (int entries = between(1, 4); entries > 0; --entries) {
      Entry entry;
      entry.kind = static_cast<Entry::Kind>(below(4));
      at = std::clamp(at + between(-5, 40), first_, last_);
      entry.date = almanac_.date(at);
      duty.ledger.push_back(entry);
    }
    return duty;
  }

  YearTable changed_year() {
    YearTable table{between(k_first.year, k_last.year), {}};
    const int first = almanac_.place({table.year, 1, 1});
    const int last = almanac_.place({table.year, 12, 31});
    for (int days = between(5, 25); days > 0; --days) {
      const int place = between(first, last);
      table.works[almanac_.date(place)] = almanac_.weekday(place) >= 6;
    }
    return table;
  }

  std::uint64_t state_;
  const Almanac& almanac_;
  int first_;
  int last_;
};

}  // namespace

Case random_case(std::uint64_t seed, const Almanac& almanac) { return Dice(seed, almanac).roll(); }

}  // namespace slow
