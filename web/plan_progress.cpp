#include "web/plan_progress.h"

#include <algorithm>
#include <map>

namespace dondoc {
namespace {

struct Day {
  int due = 0;
  int handed_in = 0;
  bool is_shown = false;
};

std::map<LocalDate, Day> days_of(const Moment& moment, Sight& sight, const std::string& plan) {
  std::map<LocalDate, Day> days;
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (a.plan != plan || !one.judgement.due || !sight.sees(a)) continue;
    Day& due = days[one.judgement.due->effective];
    ++due.due;
    due.is_shown = true;
    if (a.completed_at) ++days[moment.world.zone.date_of(*a.completed_at)].handed_in;
  }
  if (!days.empty()) days[moment.today].is_shown = true;
  return days;
}

/// The first, the last and today stay.
std::vector<PlanProgress> thinned(const std::vector<PlanProgress>& all, std::size_t most,
                                  LocalDate today) {
  const std::size_t step = (all.size() + most - 1) / most;
  std::vector<PlanProgress> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % step == 0 || i + 1 == all.size() || all[i].day == today) kept.push_back(all[i]);
  }
  return kept;
}

}  // namespace

std::vector<PlanProgress> progress_of(const Moment& moment, Sight& sight, const std::string& plan,
                                      std::size_t most) {
  std::vector<PlanProgress> all;
  PlanProgress sum;
  for (const auto& [day, one] : days_of(moment, sight, plan)) {
    sum.day = day;
    sum.due += one.due;
    sum.handed_in += one.handed_in;
    sum.is_past = day <= moment.today;
    if (one.is_shown) all.push_back(sum);
  }
  return all.size() > most ? thinned(all, most, moment.today) : all;
}

}  // namespace dondoc
