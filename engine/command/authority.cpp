#include "engine/command/authority.h"

#include <algorithm>

namespace dondoc {
namespace {

bool stands_in(const World& world, const Person& deputy, Instant now, auto&& is_right_person) {
  LocalDate today = world.zone.date_of(now);
  const auto& persons = world.office.directory.persons();
  return std::any_of(persons.begin(), persons.end(), [&](const auto& entry) {
    const Person& away = entry.second;
    if (away.leaves.empty() || !is_right_person(away)) return false;
    const Person* found = world.office.directory.deputy_of(away, today);
    return found != nullptr && found->id == deputy.id;
  });
}

}  // namespace

bool may_answer_for(const World& world, std::string_view person, const Assignment& a, Instant now) {
  if (person == k_administrator) return true;
  const Person* sender = world.office.directory.person(person);
  if (sender == nullptr || !sender->active) return false;
  auto is_own = [&](const Person& p) {
    return p.id == a.handler || (p.unit == a.unit && (p.officer || p.lead));
  };
  return is_own(*sender) || stands_in(world, *sender, now, is_own);
}

bool leads(const World& world, std::string_view person, std::string_view unit, Instant now) {
  if (person == k_administrator) return true;
  const Person* sender = world.office.directory.person(person);
  if (sender == nullptr || !sender->active) return false;
  auto is_lead = [&](const Person& p) {
    return p.lead && world.office.directory.is_within(unit, p.unit);
  };
  return is_lead(*sender) || stands_in(world, *sender, now, is_lead);
}

}  // namespace dondoc
