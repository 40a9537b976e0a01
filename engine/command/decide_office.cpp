#include <algorithm>
#include <set>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/state/evolve.h"

namespace dondoc::deciders {
namespace {

bool is_administrator(const Draft& draft) { return draft.authority() == k_administrator; }

bool would_loop(const Directory& directory, const Unit& unit) {
  std::set<std::string> seen{unit.id};
  for (const Unit* above = directory.unit(unit.parent); above != nullptr;
       above = directory.unit(above->parent)) {
    if (!seen.insert(above->id).second) return true;
  }
  return false;
}

/// Every open assignment whose dates the new calendar moves is told so, with the reason (design
/// §5).
void reschedule(Draft& draft, const CalendarYearSet& cause) {
  const Calendar& old_calendar = draft.world().office.calendar;
  for (const std::string& code : draft.world().cases.open_codes()) {
    const Assignment* a = draft.find(code);
    if (a == nullptr || !a->nominal) continue;
    auto before = due_of(*a, old_calendar, draft.today());
    auto after = due_of(*a, draft.time_rules().calendar, draft.today());
    const Ladder* ladder = draft.ladder_of(*a);
    auto next = ladder == nullptr ? a->next : next_step(*a, *ladder, draft.time_rules());
    const bool same_due = before->effective == after->effective;
    if (same_due && next == a->next) continue;
    draft.add(code, Rescheduled{before->effective, after->effective, cause.reason, cause.why});
  }
}

/// Each of a list is judged by an office that has the earlier ones.
class RegisteredSoFar {
 public:
  explicit RegisteredSoFar(Draft& whole) : whole_(whole), office_(whole.world().office) {}

  Verdict add(const auto& command) {
    const World& world = whole_.world();
    const World then{world.definitions, office_, world.cases, world.zone};
    Draft one(then, Command{std::string(k_administrator), "", {}}, whole_.now());
    if (auto fault = on(one, command)) return fault;
    for (Event& event : one.take()) {
      evolve(office_, event, nullptr, nullptr);
      whole_.add(std::move(event.subject), std::move(event.body));
    }
    return std::nullopt;
  }

 private:
  Draft& whole_;
  Office office_;
};

/// A lead takes in new officers of the units she leads; leads, and whom the office knows already,
/// are the administrator's.
bool may_register(const Draft& draft, const Person& person) {
  if (is_administrator(draft)) return true;
  const bool is_new = draft.world().office.directory.person(person.id) == nullptr;
  return is_new && person.officer && !person.lead && person.addresses.empty() &&
         person.invitations.empty() &&
         leads(draft.world(), draft.authority(), person.unit, draft.now());
}

}  // namespace

Verdict on(Draft& draft, const RegisterUnit& c) {
  if (!is_administrator(draft)) return only_for_administrators();
  if (c.unit.id.empty() || c.unit.name.empty()) return missing("P-14");
  const Directory& directory = draft.world().office.directory;
  if (!c.unit.parent.empty() && directory.unit(c.unit.parent) == nullptr)
    return unknown_unit(c.unit.parent);
  if (would_loop(directory, c.unit)) return invalid("R-92");
  const Unit* above = directory.unit(c.unit.parent);
  if (above != nullptr && above->is_gone()) return invalid("U-10", {{"dv", above->name}});
  Unit unit = c.unit;
  if (const Unit* known = directory.unit(c.unit.id)) {
    // A list of units says what they are called today; what became of them is not in it.
    if (known->is_gone())
      return invalid("U-11", {{"dv", known->name}, {"ngay", known->ended->vi()}});
    unit.since = known->since;
    unit.past = known->past;
  }
  draft.add(c.unit.id, UnitRegistered{unit});
  return std::nullopt;
}

Verdict on(Draft& draft, const RegisterPerson& c) {
  if (!may_register(draft, c.person)) return only_for_administrators();
  if (c.person.id.empty() || c.person.name.empty()) return missing("P-15");
  if (c.person.id == k_administrator) return invalid("R-93");
  if (draft.world().office.directory.unit(c.person.unit) == nullptr)
    return unknown_unit(c.person.unit);
  if (draft.world().office.directory.unit(c.person.unit)->is_gone())
    return invalid("U-13", {{"dv", c.person.unit}});
  for (const Address& address : c.person.addresses) {
    const Person* other =
        draft.world().office.directory.at_address(address.channel, address.account);
    if (other != nullptr && other->id != c.person.id)
      return invalid("R-94", {{"kenh", address.channel}, {"nguoi", other->name}});
  }
  draft.add(c.person.id, PersonRegistered{c.person});
  return std::nullopt;
}

Verdict on(Draft& draft, const RegisterAll& c) {
  if (!is_administrator(draft)) return only_for_administrators();
  RegisteredSoFar so_far(draft);
  for (const Unit& unit : c.units) {
    if (auto fault = so_far.add(RegisterUnit{unit})) return fault;
  }
  for (const Person& person : c.persons) {
    if (auto fault = so_far.add(RegisterPerson{person})) return fault;
  }
  return std::nullopt;
}

Verdict on(Draft& draft, const TakeLeave& c) {
  const Directory& directory = draft.world().office.directory;
  const Person* person = directory.person(c.person);
  if (person == nullptr) return unknown_person(c.person);
  if (draft.by() != c.person && !leads(draft.world(), draft.authority(), person->unit, draft.now()))
    return only_for_leads_of_person(person->name);
  if (c.leave.to < c.leave.from) return invalid("R-95");
  if (c.leave.to < draft.today()) return invalid("R-96");
  const Person* deputy = directory.person(c.leave.deputy);
  if (deputy == nullptr || !deputy->active) return unknown_person(c.leave.deputy);
  if (deputy->id == c.person) return invalid("R-97");
  draft.add(c.person, LeaveTaken{c.leave});
  return std::nullopt;
}

Verdict on(Draft& draft, const EndLeave& c) {
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr) return unknown_person(c.person);
  if (draft.by() != c.person && !leads(draft.world(), draft.authority(), person->unit, draft.now()))
    return only_for_leads_of_person(person->name);
  const bool lasts = std::any_of(
      person->leaves.begin(), person->leaves.end(),
      [&](const Leave& leave) { return leave.from == c.from && leave.to >= draft.today(); });
  if (!lasts) return already("U-26", {{"nguoi", person->name}, {"ngay", c.from.vi()}});
  draft.add(c.person, LeaveEnded{c.from, draft.today() + CalendarDays{-1}});
  return std::nullopt;
}

Verdict on(Draft& draft, const ChangeCalendar& c) {
  if (!is_administrator(draft)) return only_for_administrators();
  if (auto fault = text_fault(c.reason, "P-16", true)) return fault;
  if (c.year.year < 1990 || c.year.year > 2199) return invalid("R-98");
  const CalendarYearSet set{c.year, c.reason, c.from_file ? "S-13" : ""};
  draft.add(std::to_string(c.year.year), set);
  reschedule(draft, set);
  return std::nullopt;
}

Verdict on(Draft& draft, const ReleaseQuarantine& c) {
  if (!is_administrator(draft)) return only_for_administrators();
  const Assignment* a = draft.find(c.code);
  if (a == nullptr) return unknown_duty(c.code);
  if (!a->quarantined) return already("R-99", {{"ma", c.code}});
  draft.add(c.code, Released{});
  return std::nullopt;
}

}  // namespace dondoc::deciders
