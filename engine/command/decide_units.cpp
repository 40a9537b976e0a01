#include <algorithm>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/move_duties.h"
#include "engine/command/refusals.h"
#include "engine/command/reorganise.h"
#include "engine/limits.h"
#include "engine/notice/facts.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

using deciders::Verdict;

/// It stands in every message about the change.
constexpr std::size_t k_basis_letters = 300;

Verdict head_fault(const Draft& draft, const Reorganisation& r) {
  if (r.id.empty()) return missing("P-30");
  if (auto fault = deciders::text_fault(r.basis, "P-31", true)) return fault;
  if (characters(r.basis) > k_basis_letters) return too_long("P-31");
  if (auto fault = deciders::text_fault(r.note, "P-32", false)) return fault;
  if (r.changes.empty() && r.recipients.empty()) return missing("P-33");
  if (r.changes.size() > limits::changes_per_reorganisation) return invalid("U-30");
  for (const std::string& unit : units_touched(draft.world().office.directory, r)) {
    if (!leads(draft.world(), draft.authority(), unit, draft.now()))
      return Rejected{Refusal::forbidden, {"U-31", {{"dv", unit}}}};
  }
  return std::nullopt;
}

Verdict recipient_fault(const Draft& draft, const RecipientChange& change,
                        const ChangedDirectory& changed) {
  const World& world = draft.world();
  const PlanCase* plan = world.office.plan(change.plan);
  if (plan == nullptr) return unknown_plan(change.plan);
  if (!leads(world, draft.authority(), plan->plan.issuer, draft.now()))
    return only_for_leads(change.plan);
  if (plan->plan.unit(change.from) == nullptr) return unknown_unit(change.from);
  const Unit* to = world.office.directory.unit(change.to);
  for (const ChangedUnit& one : changed.units) {
    if (one.unit.id == change.to) to = &one.unit;
  }
  if (to == nullptr) return unknown_unit(change.to);
  if (to->is_gone()) return invalid("U-32", {{"dv", change.to}});
  return std::nullopt;
}

/// Into the draft, or why not.
Verdict carry_out(Draft& draft, const Reorganisation& r) {
  if (auto fault = head_fault(draft, r)) return fault;
  auto found = changed_directory(draft.world().office.directory, r);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const ChangedDirectory& changed = std::get<ChangedDirectory>(found);
  for (const RecipientChange& change : r.recipients) {
    if (auto fault = recipient_fault(draft, change, changed)) return fault;
  }
  for (const ChangedUnit& one : changed.units)
    draft.add(one.unit.id, UnitReorganised{one.act, r.on, r.basis, r.id, one.unit});
  for (const RecipientChange& change : r.recipients)
    draft.add(change.plan, RecipientReplaced{change.from, change.to, r.basis});
  for (const PersonMove& move : changed.persons)
    draft.add(move.person, PersonMoved{move.unit, r.id});
  DutyMover mover(draft, r, changed);
  if (!mover.run()) return invalid("U-33");
  draft.add(r.id, ReorganisationDone{r, mover.handovers(), mover.waived()});
  return std::nullopt;
}

Verdict id_taken(const Draft& draft, const std::string& id) {
  const auto& known = draft.world().office.reorganisations;
  const auto found = known.find(id);
  if (found == known.end() || found->second.standing == ReorganisationStanding::dropped)
    return std::nullopt;
  return already("U-34", {{"ma", id}});
}

const ReorganisationCase* next_planned(const Office& office) {
  const ReorganisationCase* next = nullptr;
  for (const auto& [id, one] : office.reorganisations) {
    if (one.standing != ReorganisationStanding::planned) continue;
    if (next == nullptr || one.reorganisation.on < next->reorganisation.on) next = &one;
  }
  return next;
}

Instant effect_of(const Reorganisation& r, const Zone& zone) {
  return zone.at(r.on, TimeOfDay::at(0, 0));
}

}  // namespace

Decision reorganise(const World& world, const Reorganisation& reorganisation, std::string_view by,
                    Instant now) {
  // Whether `by` may was judged when it was recorded.
  Draft draft(world, Command{std::string(by), "", {}, true}, now);
  if (auto refused = carry_out(draft, reorganisation)) return *refused;
  return draft.take();
}

std::optional<Instant> next_reorganisation(const Office& office, const Zone& zone) {
  const ReorganisationCase* next = next_planned(office);
  if (next == nullptr) return std::nullopt;
  return effect_of(next->reorganisation, zone);
}

std::vector<Event> take_due_reorganisation(const World& world, Instant now) {
  const ReorganisationCase* next = next_planned(world.office);
  if (next == nullptr || effect_of(next->reorganisation, world.zone) > now) return {};
  const Reorganisation& r = next->reorganisation;
  Decision decision = reorganise(world, r, next->by, now);
  if (auto* events = std::get_if<std::vector<Event>>(&decision)) return std::move(*events);
  Draft draft(world, Command{}, now);
  draft.add(r.id, ReorganisationDropped{
                      in_words(world.definitions, std::get<Rejected>(decision).why, "vi"), true});
  return draft.take();
}

namespace deciders {

Verdict on(Draft& draft, const ChangeUnits& c) {
  if (auto taken = id_taken(draft, c.reorganisation.id)) return taken;
  if (c.reorganisation.on <= draft.today()) return carry_out(draft, c.reorganisation);
  const bool administers = draft.authority() == k_administrator;
  Draft rehearsal(draft.world(), Command{draft.by(), "", {}, administers}, draft.now());
  if (auto refused = carry_out(rehearsal, c.reorganisation)) return refused;
  draft.add(c.reorganisation.id, ReorganisationPlanned{c.reorganisation});
  return std::nullopt;
}

Verdict on(Draft& draft, const DropReorganisation& c) {
  const auto& known = draft.world().office.reorganisations;
  const auto found = known.find(c.id);
  if (found == known.end()) return invalid("U-35", {{"ma", c.id}});
  const ReorganisationCase& one = found->second;
  if (draft.authority() != k_administrator && draft.by() != one.by)
    return only_for_administrators();
  if (auto fault = text_fault(c.reason, "P-08", true)) return fault;
  if (one.standing != ReorganisationStanding::planned) return already("U-36", {{"ma", c.id}});
  draft.add(c.id, ReorganisationDropped{c.reason, false});
  return std::nullopt;
}

}  // namespace deciders
}  // namespace dondoc
