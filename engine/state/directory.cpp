#include "engine/state/directory.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

using Units = std::map<std::string, Unit, std::less<>>;
using Persons = std::map<std::string, Person, std::less<>>;
using Members = std::multimap<std::string, std::string, std::less<>>;

/// A unit tree or a chain of deputies deeper than this is a mistake in the data.
constexpr std::size_t k_deepest = 64;

template <typename T>
const T* find_in(const std::map<std::string, T, std::less<>>& all, std::string_view id) {
  auto found = all.find(id);
  return found == all.end() ? nullptr : &found->second;
}

template <typename T>
bool holds(const std::vector<const T*>& seen, const T* one) {
  return std::find(seen.begin(), seen.end(), one) != seen.end();
}

/// Of the earlier standings of a unit the one in force on `day`; null: the present one.
const UnitPast* past_on(const Unit& unit, LocalDate day) {
  auto found = std::find_if(unit.past.begin(), unit.past.end(),
                            [day](const UnitPast& past) { return day < past.until; });
  return found == unit.past.end() ? nullptr : &*found;
}

/// The unit and those above it, itself first. An unknown parent ends the line, and so does one
/// already in it.
std::vector<const Unit*> line_up(const Units& units, std::string_view id) {
  std::vector<const Unit*> line;
  const Unit* unit = find_in(units, id);
  while (unit != nullptr && line.size() < k_deepest && !holds(line, unit)) {
    line.push_back(unit);
    unit = unit->above().empty() ? nullptr : find_in(units, unit->above());
  }
  return line;
}

/// Directory's maps, read together.
struct Staff {
  const Units& units;
  const Persons& persons;
  const Members& members;

  /// Active persons of a unit in order of id, so that the order does not depend on who was
  /// registered first.
  std::vector<const Person*> of(std::string_view unit, bool Person::*role) const {
    std::vector<const Person*> found;
    const Unit* known = find_in(units, unit);
    if (known != nullptr && (known->external || known->is_gone())) return found;
    auto [begin, end] = members.equal_range(unit);
    for (auto member = begin; member != end; ++member) {
      const Person* person = find_in(persons, member->second);
      if (person != nullptr && person->active && person->unit == unit && person->*role)
        found.push_back(person);
    }
    std::sort(found.begin(), found.end(),
              [](const Person* a, const Person* b) { return a->id < b->id; });
    return found;
  }

  /// Leads of the units above, nearest first, units without leads left out; of the unit itself when
  /// it is the top.
  std::vector<std::vector<const Person*>> leads_above(std::string_view unit) const {
    auto line = line_up(units, unit);
    std::erase_if(line, [&](const Unit* one) { return one->external && one->id != unit; });
    const bool is_gone = !line.empty() && line.front()->is_gone();
    if (line.size() > 1 && !is_gone) line.erase(line.begin());
    std::vector<std::vector<const Person*>> found;
    for (const Unit* one : line) {
      if (auto leads = of(one->id, &Person::lead); !leads.empty())
        found.push_back(std::move(leads));
    }
    return found;
  }
};

/// The latest word counts when leaves overlap.
const Leave* leave_on(const Person& person, LocalDate day) {
  auto found =
      std::find_if(person.leaves.rbegin(), person.leaves.rend(),
                   [day](const Leave& leave) { return leave.from <= day && day <= leave.to; });
  return found == person.leaves.rend() ? nullptr : &*found;
}

/// No channel has a blank in its name.
std::string whole(std::string_view channel, std::string_view account) {
  return std::string(channel) + ' ' + std::string(account);
}

}  // namespace

const std::string& name_on(const Unit& unit, LocalDate day) {
  const UnitPast* past = past_on(unit, day);
  return past == nullptr ? unit.name : past->name;
}

const std::string& parent_on(const Unit& unit, LocalDate day) {
  const UnitPast* past = past_on(unit, day);
  return past == nullptr ? unit.parent : past->parent;
}

bool existed_on(const Unit& unit, LocalDate day) {
  return (!unit.since || *unit.since <= day) && (!unit.ended || day < *unit.ended);
}

void Directory::put(Unit unit) {
  const Unit* before = this->unit(unit.id);
  const bool is_called_the_same =
      before != nullptr && before->name == unit.name && before->short_name == unit.short_name;
  if (before != nullptr && !is_called_the_same) {
    unit_names_.remove(unit.id, before->name);
    unit_names_.remove(unit.id, before->short_name);
  }
  if (!is_called_the_same) {
    unit_names_.add(unit.id, unit.name);
    unit_names_.add(unit.id, unit.short_name);
  }
  auto id = unit.id;
  units_.insert_or_assign(std::move(id), std::move(unit));
}

void Directory::forget_places_of(const Person& person) {
  auto [begin, end] = persons_of_unit_.equal_range(person.unit);
  auto member =
      std::find_if(begin, end, [&](const auto& entry) { return entry.second == person.id; });
  if (member != end) persons_of_unit_.erase(member);
  for (const Address& address : person.addresses)
    persons_at_address_.erase({whole(address.channel, address.account), person.id});
}

void Directory::put(Person person) {
  if (const Person* before = this->person(person.id)) forget_places_of(*before);
  persons_of_unit_.emplace(person.unit, person.id);
  for (const Address& address : person.addresses)
    persons_at_address_.emplace(whole(address.channel, address.account), person.id);
  if (person.leaves.empty()) {
    with_leaves_.erase(person.id);
  } else {
    with_leaves_.insert(person.id);
  }
  auto id = person.id;
  persons_.insert_or_assign(std::move(id), std::move(person));
}

const Unit* Directory::unit(std::string_view id) const { return find_in(units_, id); }

const Person* Directory::person(std::string_view id) const { return find_in(persons_, id); }

bool Directory::change_person(std::string_view id, const std::function<void(Person&)>& change) {
  const Person* known = person(id);
  if (known == nullptr) return false;
  Person changed = *known;
  change(changed);
  CHECK(changed.id == id);
  put(std::move(changed));
  return true;
}

const Person* Directory::at_address(std::string_view channel, std::string_view account) const {
  if (account.empty()) return nullptr;
  const std::string address = whole(channel, account);
  for (auto at = persons_at_address_.lower_bound({address, ""});
       at != persons_at_address_.end() && at->first == address; ++at) {
    const Person* found = person(at->second);
    if (found != nullptr && found->active) return found;
  }
  return nullptr;
}

const Person* Directory::invited_by(std::string_view hash) const {
  for (const auto& [id, person] : persons_) {
    const bool holds_it = std::any_of(person.invitations.begin(), person.invitations.end(),
                                      [&](const Invitation& i) { return i.hash == hash; });
    if (person.active && holds_it) return &person;
  }
  return nullptr;
}

std::vector<const Person*> Directory::officers_of(std::string_view unit) const {
  return Staff{units_, persons_, persons_of_unit_}.of(unit, &Person::officer);
}

std::vector<const Person*> Directory::leads_over(std::string_view unit) const {
  auto above = Staff{units_, persons_, persons_of_unit_}.leads_above(unit);
  return above.empty() ? std::vector<const Person*>{} : above.front();
}

std::vector<const Person*> Directory::superiors_over(std::string_view unit) const {
  auto above = Staff{units_, persons_, persons_of_unit_}.leads_above(unit);
  return above.size() < 2 ? std::vector<const Person*>{} : above[1];
}

std::vector<UnitMatch> Directory::named(std::string_view words) const {
  std::vector<UnitMatch> found;
  const std::string sought = fold(words);
  if (sought.empty()) return found;
  for (const auto& entry : units_) {
    const Unit& unit = entry.second;
    if (fold(unit.name).find(sought) != std::string::npos) found.push_back({&unit, unit.name});
    for (const UnitPast& past : unit.past) {
      const bool is_told = std::any_of(found.begin(), found.end(), [&](const UnitMatch& match) {
        return match.unit == &unit && match.name == past.name;
      });
      if (!is_told && fold(past.name).find(sought) != std::string::npos)
        found.push_back({&unit, past.name, past.until});
    }
  }
  return found;
}

bool Directory::serves(const Person& person) const {
  const Unit* own = unit(person.unit);
  return person.active && (own == nullptr || !own->is_gone());
}

bool Directory::is_within(std::string_view unit, std::string_view ancestor) const {
  if (ancestor.empty()) return false;
  if (unit == ancestor) return true;
  auto line = line_up(units_, unit);
  return std::any_of(line.begin(), line.end(),
                     [&](const Unit* one) { return one->id == ancestor; });
}

const Person* Directory::deputy_of(const Person& person, LocalDate day) const {
  std::vector<const Person*> seen = {this->person(person.id)};
  const Leave* leave = leave_on(person, day);
  while (leave != nullptr && seen.size() < k_deepest) {
    const Person* deputy = this->person(leave->deputy);
    if (deputy == nullptr || holds(seen, deputy)) return nullptr;
    leave = leave_on(*deputy, day);
    if (leave == nullptr && deputy->active) return deputy;
    seen.push_back(deputy);
  }
  return nullptr;
}

bool Directory::on_leave(const Person& person, LocalDate day) const {
  return leave_on(person, day) != nullptr;
}

}  // namespace dondoc
