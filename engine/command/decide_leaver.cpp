#include <algorithm>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/text/vietnamese.h"

namespace dondoc::deciders {
namespace {

/// It stands in the message to whoever takes over.
constexpr std::size_t k_reason_letters = 300;

/// A duty is in somebody's hands by being handed to him, in whatever unit.
std::vector<std::string> codes_in_hand(const Draft& draft, const std::string& person) {
  std::vector<std::string> codes;
  for (const std::string& code : draft.world().cases.open_codes()) {
    const Assignment* a = draft.find(code);
    if (a != nullptr && a->handler == person) codes.push_back(code);
  }
  return codes;
}

bool has_others_with(const Directory& directory, const Person& person, bool Person::*role) {
  return std::any_of(directory.persons().begin(), directory.persons().end(), [&](const auto& e) {
    const Person& other = e.second;
    return other.id != person.id && other.unit == person.unit && other.active && other.*role;
  });
}

/// Without a successor nobody may be left to remind or to ask.
Verdict gap_fault(const Directory& directory, const Person& person,
                  const std::vector<std::string>& codes) {
  if (!codes.empty())
    return invalid("U-20", {{"nguoi", person.name}, {"n", std::to_string(codes.size())}});
  if (person.officer && !has_others_with(directory, person, &Person::officer))
    return invalid("U-21");
  if (person.lead && !has_others_with(directory, person, &Person::lead))
    return invalid("U-22");
  return std::nullopt;
}

Verdict successor_fault(const Directory& directory, const Person& person, const std::string& to) {
  const Person* successor = directory.person(to);
  if (successor == nullptr || !directory.serves(*successor)) return unknown_person(to);
  if (to == person.id) return invalid("R-97");
  const bool is_elsewhere = successor->unit != person.unit;
  if (is_elsewhere && (person.officer || person.lead))
    return invalid("U-24", {{"nguoi", successor->name}});
  return std::nullopt;
}

void replace_as_deputy(Draft& draft, const std::string& from, const std::string& to) {
  const Directory& directory = draft.world().office.directory;
  for (const std::string& id : directory.persons_with_leaves()) {
    const auto& leaves = directory.person(id)->leaves;
    const bool stands_in = std::any_of(leaves.begin(), leaves.end(), [&](const Leave& leave) {
      return leave.deputy == from && leave.to >= draft.today();
    });
    // Nobody is his own deputy: then the unit's others are asked.
    if (stands_in) draft.add(id, DeputyReplaced{from, id == to ? "" : to, draft.today()});
  }
}

}  // namespace

Verdict on(Draft& draft, const HandOverAll& c) {
  const Directory& directory = draft.world().office.directory;
  const Person* person = directory.person(c.person);
  if (person == nullptr) return unknown_person(c.person);
  if (!leads(draft.world(), draft.authority(), person->unit, draft.now()))
    return only_for_leads_of_person(person->name);
  if (auto fault = text_fault(c.reason, "P-08", true)) return fault;
  if (characters(c.reason) > k_reason_letters) return too_long("P-08");
  if (!person->active) return already("U-25", {{"nguoi", person->name}});
  const auto codes = codes_in_hand(draft, c.person);
  if (auto fault = c.to.empty() ? gap_fault(directory, *person, codes)
                                : successor_fault(directory, *person, c.to))
    return fault;
  const RolesTakenOver roles{c.person, person->officer, person->lead, codes, c.reason};
  draft.add(c.person, PersonLeft{c.to, c.reason});
  if (!c.to.empty()) draft.add(c.to, roles);
  for (const std::string& code : codes) draft.add(code, HandlerReplaced{c.to, c.reason});
  replace_as_deputy(draft, c.person, c.to);
  return std::nullopt;
}

}  // namespace dondoc::deciders
