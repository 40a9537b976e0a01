#include "bots/talk/scene.h"

#include <algorithm>

#include "engine/command/authority.h"

namespace dondoc::talk {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

void add(std::vector<std::string>& list, const std::string& one) {
  if (!contains(list, one)) list.push_back(one);
}

void add_place(Standing& standing, const Person& person) {
  if (person.officer || person.lead) add(standing.own_units, person.unit);
  if (person.lead) add(standing.lead_roots, person.unit);
}

}  // namespace

const Obligation* Scene::obligation_of(const Assignment& a) const {
  const PlanCase* plan = world.office.plan(a.plan);
  return plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
}

const Form* Scene::form_of(const Assignment& a) const {
  const Obligation* obligation = obligation_of(a);
  if (obligation == nullptr || obligation->form.empty()) return nullptr;
  return world.office.plan(a.plan)->plan.form(obligation->form);
}

std::optional<Due> Scene::due_of(const Assignment& a) const {
  return dondoc::due_of(a, world.office.calendar, today);
}

bool Scene::is_overdue(const Assignment& a) const {
  if (a.meaning != Meaning::open || a.binding != Binding::ordered) return false;
  auto due = due_of(a);
  return due && today > due->later();
}

bool Scene::is_own(const Assignment& a) const {
  return contains(standing.own_units, a.unit) || a.handler == person.id;
}

bool Scene::is_led(std::string_view unit) const {
  return std::any_of(
      standing.lead_roots.begin(), standing.lead_roots.end(),
      [&](const std::string& root) { return world.office.directory.is_within(unit, root); });
}

bool Scene::decides_on(const Assignment& a) const {
  if (!is_led(a.unit)) return false;
  if (!is_own(a)) return true;
  const auto above = world.office.directory.leads_over(a.unit);
  return std::any_of(above.begin(), above.end(),
                     [&](const Person* lead) { return lead->id == person.id; });
}

Standing standing_of(const World& world, const Person& person, LocalDate today) {
  Standing standing;
  add_place(standing, person);
  const Directory& directory = world.office.directory;
  for (const std::string& id : directory.persons_with_leaves()) {
    const Person* away = directory.person(id);
    if (away == nullptr || id == person.id) continue;
    const Person* deputy = directory.deputy_of(*away, today);
    if (deputy != nullptr && deputy->id == person.id) add_place(standing, *away);
  }
  return standing;
}

}  // namespace dondoc::talk
