#include "engine/command/move_duties.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/command/deciders.h"
#include "engine/state/evolve.h"
#include "engine/summary/report.h"

namespace dondoc {
namespace {

const DutyShare* share_of(const EndedUnit& ended, const Assignment& a) {
  const auto by = [&](const std::string& name) {
    return std::find_if(ended.duties.begin(), ended.duties.end(),
                        [&](const DutyShare& share) { return share.duty == name; });
  };
  auto share = by(a.code);
  if (share == ended.duties.end()) share = by(a.obligation);
  return share == ended.duties.end() ? nullptr : &*share;
}

const Form* form_of(const Draft& draft, const Assignment& a) {
  const Plan& plan = draft.plan_of(a);
  const Obligation* obligation = plan.obligation(a.obligation);
  return obligation == nullptr || obligation->form.empty() ? nullptr : plan.form(obligation->form);
}

}  // namespace

DutyMover::DutyMover(Draft& draft, const Reorganisation& reorganisation,
                     const ChangedDirectory& changed)
    : draft_(draft), reorganisation_(reorganisation), changed_(changed) {
  for (const PersonMove& move : changed.persons) person_units_[move.person] = move.unit;
}

bool DutyMover::run() {
  for (const EndedUnit& ended : changed_.ended) collect(ended);
  add_own_duties();
  std::vector<DutyTakenOver> arrivals;
  for (const auto& [key, parts] : arriving_) arrivals.push_back(arrival(key, parts));
  for (const auto& [code, target] : targets_) {
    count(*draft_.find(code), -1);
    DutyPassedOn passed{target.codes, target.units, reorganisation_.on, reorganisation_.basis,
                        reorganisation_.id};
    if (!draft_.add_enforced(code, "transfer", std::move(passed))) return false;
  }
  for (DutyTakenOver& arrival : arrivals) {
    if (const Assignment* before = draft_.find(arrival.assignment.code)) count(*before, -1);
    count(arrival.assignment, +1);
    draft_.add_taken_over(std::move(arrival));
  }
  for (const std::string& code : waived_) {
    count(*draft_.find(code), -1);
    const Unit* unit = draft_.world().office.directory.unit(draft_.find(code)->unit);
    // What fills S-14: its reader is told the rest in his own language.
    std::string reason = fmt::format("{}, {}, {}", unit->name, reorganisation_.on.vi(),
                                     reorganisation_.basis);
    if (!draft_.add_enforced(code, "waive", Waived{std::move(reason), "S-14"})) return false;
  }
  close_half_done();
  close_periods();
  rewrite_conversations();
  return true;
}

void DutyMover::collect(const EndedUnit& ended) {
  for (const std::string& code : draft_.world().cases.open_codes_of_unit(ended.id)) {
    const Assignment* a = draft_.find(code);
    if (a == nullptr) continue;
    if (!ended.successors.empty()) {
      send(*a, ended);
    } else if (counts_by_sources(*a) && a->meaning == Meaning::open) {
      half_done_.push_back(code);
    } else if (a->meaning != Meaning::reported) {
      waived_.push_back(code);
    }
  }
}

/// What was handed in is handed in once: it goes to the first successor alone.
void DutyMover::send(const Assignment& a, const EndedUnit& ended) {
  const DutyShare* share = share_of(ended, a);
  const auto& successors = share == nullptr ? ended.successors : share->units;
  bool is_first = true;
  for (const std::string& unit : successors) {
    if (!is_first && a.meaning == Meaning::reported) return;
    const Key key{unit, a.plan, a.obligation, a.period, a.meaning == Meaning::waiting};
    arriving_[key].push_back({a.code, is_first});
    is_first = false;
  }
}

/// What the successor owes already becomes one with what arrives.
void DutyMover::add_own_duties() {
  std::set<std::string> units;
  for (const auto& entry : arriving_) units.insert(std::get<0>(entry.first));
  for (const std::string& unit : units) {
    for (const std::string& code : draft_.world().cases.open_codes_of_unit(unit)) {
      const Assignment* a = draft_.find(code);
      if (a == nullptr) continue;
      const auto found = arriving_.find(
          Key{unit, a->plan, a->obligation, a->period, a->meaning == Meaning::waiting});
      if (found != arriving_.end()) found->second.insert(found->second.begin(), {code, true});
    }
  }
}

DutyTakenOver DutyMover::arrival(const Key& key, const std::vector<Part>& parts) {
  const std::string& unit = std::get<0>(key);
  std::vector<ArrivingDuty> arriving;
  for (const Part& part : parts)
    arriving.push_back({*draft_.find(part.code), part.with_reports});
  const std::string code = code_at(key, parts);
  const MergeRules rules{form_of(draft_, arriving.front().assignment),
                         draft_.world().office.calendar, draft_.today()};
  DutyTakenOver body{taken_over(rules, code, unit, arriving), reorganisation_.on,
                     reorganisation_.basis, reorganisation_.id};
  if (parts.size() == 1)
    body.assignment.handler = handler_at(unit, arriving.front().assignment);
  for (const ArrivingDuty& part : arriving) {
    const Assignment& a = part.assignment;
    if (a.code == code) continue;
    targets_[a.code].codes.push_back(code);
    targets_[a.code].units.push_back(unit);
    handovers_.push_back({a.code, a.unit, code, unit});
  }
  return body;
}

/// The successor's own code where it had the duty already, a new number otherwise: the old one
/// names the unit that is gone.
std::string DutyMover::code_at(const Key& key, const std::vector<Part>& parts) {
  const Assignment& first = *draft_.find(parts.front().code);
  if (first.unit == std::get<0>(key)) return first.code;
  return deciders::next_code(draft_, first, numbers_[first.plan + "|" + first.obligation + "|" + first.period]);
}

std::string DutyMover::handler_at(const std::string& unit, const Assignment& part) const {
  const Person* handler = draft_.world().office.directory.person(part.handler);
  if (handler == nullptr) return {};
  const auto moves = person_units_.find(handler->id);
  const std::string& there = moves == person_units_.end() ? handler->unit : moves->second;
  return there == unit ? handler->id : std::string();
}

void DutyMover::close_half_done() {
  const auto& states = draft_.world().definitions.assignment_chart.states;
  const auto reported = std::find_if(states.begin(), states.end(), [](const ChartState& state) {
    return state.meaning == Meaning::reported;
  });
  if (reported == states.end()) return;
  for (const std::string& code : half_done_) {
    const Assignment a = *draft_.find(code);
    const MergeRules rules{form_of(draft_, a), draft_.world().office.calendar, draft_.today()};
    DutyTakenOver body{closed_by_sources(rules, a, reported->id), reorganisation_.on,
                       reorganisation_.basis, reorganisation_.id};
    count(a, -1);
    count(body.assignment, +1);
    draft_.add_taken_over(std::move(body));
  }
}

void DutyMover::count(const Assignment& a, int sign) {
  if (a.period.empty() || !counts_as_report(draft_.plan_of(a), a.obligation)) return;
  if (a.meaning == Meaning::void_ || a.meaning == Meaning::waiting) return;
  const std::string key = tally_key(a.plan, a.period);
  const auto& before = draft_.world().office.tallies;
  if (!tallies_.contains(key) && before.contains(key)) tallies_[key] = before.at(key);
  Tally& tally = tallies_[key];
  tally.expected += sign;
  if (a.meaning == Meaning::reported || a.meaning == Meaning::done) tally.handed_in += sign;
}

/// Nobody owes a report any more when the last who did is gone.
void DutyMover::close_periods() {
  for (const auto& [key, after] : tallies_) {
    const auto before = draft_.world().office.tallies.find(key);
    if (before == draft_.world().office.tallies.end()) continue;
    const bool was_complete = before->second.handed_in >= before->second.expected;
    if (was_complete || after.expected == 0 || after.handed_in < after.expected) continue;
    const auto bar = key.find('|');
    static_cast<void>(draft_.add_plan_move(key.substr(0, bar), "report",
                                           PlanMoved{"report", key.substr(bar + 1)},
                                           GuardFacts{.all_reported = true}));
  }
}

/// Whoever is in the middle of a form goes on with it under the new code.
void DutyMover::rewrite_conversations() {
  const Office& office = draft_.world().office;
  for (const auto& [id, conversation] : office.conversations) {
    Conversation changed = conversation;
    bool is_changed = false;
    for (std::string& code : changed.codes) {
      const auto found = targets_.find(code);
      if (found == targets_.end()) continue;
      const Target& target = found->second;
      const Person* person = office.directory.person(id);
      std::string unit = person == nullptr ? "" : person->unit;
      if (const auto moves = person_units_.find(id); moves != person_units_.end())
        unit = moves->second;
      const auto own = std::find(target.units.begin(), target.units.end(), unit);
      const auto place = own == target.units.end() ? 0 : own - target.units.begin();
      code = target.codes[static_cast<std::size_t>(place)];
      is_changed = true;
    }
    if (is_changed) draft_.add(id, ConversationSaved{std::move(changed)});
  }
}

}  // namespace dondoc
