#include "engine/loop/digest_sweep.h"

#include "engine/check.h"

namespace dondoc {
namespace {

/// Deeper than any administration; a circle in the tree ends here.
constexpr int k_levels_most = 32;

}  // namespace

DigestSweep::DigestSweep(const World& world, LocalDate day)
    : day_(day), plans_(plans_in_progress(world)) {
  for (auto& reader : digest_readers(world, day)) readers_.push_back(reader);
  if (readers_.empty()) return;  // nobody to count for
  for (const auto& entry : world.office.directory.units()) units_.push_back(entry.first);
}

void DigestSweep::count_on(const World& world, const WorkingSet& cases, std::size_t most) {
  for (std::size_t seen = 0; seen < most && !is_counted();) {
    if (code_ == codes_.size()) {
      counted_unit_ = units_[unit_++];
      codes_ = cases.codes_of_unit(counted_unit_, plans_);
      code_ = 0;
      ++seen;  // looking a unit up is not free either
      continue;
    }
    ++seen;
    if (const Assignment* assignment = cases.glance(codes_[code_++]))
      count(own_[assignment->plan], *assignment, world.office.calendar, world.zone, day_);
    if (code_ == codes_.size()) add_upwards(world.office.directory);
  }
}

/// What the unit's own assignments come to, for it and all units above.
void DigestSweep::add_upwards(const Directory& directory) {
  std::string unit = counted_unit_;
  for (int level = 0; level < k_levels_most && !unit.empty(); ++level) {
    for (const auto& [plan, standings] : own_) {
      if (standings.expected > 0) add(by_unit_[unit][plan], standings);
    }
    const Unit* known = directory.unit(unit);
    unit = known == nullptr ? "" : known->above();
  }
  own_.clear();
}

std::vector<Event> DigestSweep::tell(const World& world, std::size_t most, Instant now) {
  CHECK(is_counted());
  std::vector<Event> events;
  for (std::size_t told = 0; told < most && !is_told(); ++told) {
    const auto& [reader, roots] = readers_[reader_++];
    StandingsByPlan sum;
    for (const std::string& root : roots) {
      const auto below = by_unit_.find(root);
      if (below == by_unit_.end()) continue;
      for (const auto& [plan, s] : below->second) add(sum[plan], s);
    }
    if (auto digest = digest_for(world, reader, day_, sum, now))
      events.push_back(std::move(*digest));
  }
  sent_ += static_cast<int>(events.size());
  return events;
}

Event DigestSweep::settled(Instant now) const {
  CHECK(is_told());
  Event event;
  event.at = now;
  event.subject = day_.iso();
  event.body = MorningSettled{day_, sent_, static_cast<int>(readers_.size()) - sent_, false};
  return event;
}

}  // namespace dondoc
