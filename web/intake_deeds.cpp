#include "web/intake_deeds.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "engine/text/split_text.h"
#include "web/gate.h"
#include "web/intake_units.h"
#include "web/intake_view.h"

namespace dondoc {
namespace {

constexpr int k_days_kept = 90;
constexpr std::size_t k_file_name_letters = 120;
constexpr std::size_t k_line_most = 1'000'000;

bool is_taken(const Office& office, const std::string& prefix) {
  return std::any_of(office.plans.begin(), office.plans.end(),
                     [&](const auto& one) { return prefix_of(one.second.plan) == prefix; });
}

/// Letters that no plan of the office has, without those that read like figures or like "tháng",
/// "quý", "năm".
std::string free_prefix(const Office& office) {
  constexpr std::string_view k_letters = "ABCDEFGHKLMPRSUVXY";
  for (const char c : k_letters) {
    if (std::string prefix(1, c); !is_taken(office, prefix)) return prefix;
  }
  for (const char first : k_letters) {
    for (const char second : k_letters) {
      if (std::string prefix{first, second}; !is_taken(office, prefix)) return prefix;
    }
  }
  return "ZZZ";
}

/// Units that the office has are taken for those the document names. Others get an id that nobody
/// has: another unit's, made of a like name, would give their duties to it.
void recognise_units(DraftJson& draft, const Plan& plan, const Directory& directory) {
  UnitFinder units(directory, plan);
  std::map<std::string, std::string> renamed;
  for (const PlanUnit& unit : plan.units) {
    const bool is_one = !unit.placeholder && !unit.unlisted;
    auto taken = is_one ? units.find_known(unit.name) : std::nullopt;
    if (!taken && directory.unit(unit.id) == nullptr) continue;
    if (!taken) {
      taken = unit;
      taken->id = units.free_unit_id(unit.id);
      if (const auto above = renamed.find(unit.parent); above != renamed.end())
        taken->parent = above->second;
    }
    if (taken->id == unit.id) continue;
    renamed[unit.id] = taken->id;
    replace_unit(draft, unit.id, {*taken});
  }
}

/// The issuer when it is another than the draft's; a fault when the office has none of that name.
std::variant<std::optional<PlanUnit>, IntakeFault> other_issuer(const Moment& moment,
                                                                const Plan& plan,
                                                                const std::string& name) {
  const PlanUnit* issuer = plan.unit(plan.issuer);
  if (issuer != nullptr && issuer->name == name) return std::nullopt;
  const UnitFinder units(moment.world.office.directory, plan);
  auto found = units.find_known(name);
  if (!found) return IntakeFault{"intake_fault_unit", name};
  return found;
}

std::size_t line_of(const DutyForm& form) {
  std::size_t line = 0;
  std::from_chars(form.line.data(), form.line.data() + form.line.size(), line);
  return std::clamp<std::size_t>(line, 1, k_line_most);
}

}  // namespace

Result<std::vector<DraftHead>> drafts_in_sight(DraftStore& drafts, const Visitor& visitor,
                                               Instant now) {
  static_cast<void>(drafts.forget(Instant{now.ms - k_days_kept * 86'400'000LL}));
  return drafts.drafts_of(visitor.administrator ? "" : visitor.person);
}

Result<OpenedDraft> keep_new_draft(PageDesk& desk, DraftStore& drafts, const Visitor& visitor,
                                   const UploadedFile& file, ReadPlan read, Instant now) {
  auto plan = draft_json(read.plan);
  if (!plan) return tl::unexpected(plan.error());
  OpenedDraft draft({}, std::move(*plan), {});
  auto looked = desk.look(std::nullopt, [&](const Moment& moment) {
    relabel(draft.json(), free_prefix(moment.world.office));
    recognise_units(draft.json(), draft.plan(), moment.world.office.directory);
  });
  if (!looked) return tl::unexpected(looked.error());
  KeptDraft& kept = draft.kept;
  kept.head = {fresh_token(),
               visitor.person,
               cut_kindly(file.name, k_file_name_letters, TextUnit::characters),
               draft.plan().title(),
               now,
               now};
  kept.text = std::move(read.text);
  kept.plan = draft_text(draft.json());
  kept.seen = written(draft.seen);
  if (auto added = drafts.add(kept); !added) return tl::unexpected(added.error());
  return draft;
}

bool mark_seen(OpenedDraft& draft, const std::string& code, bool is_seen) {
  const Plan plan = draft.plan();
  if (!code.empty() && plan.obligation(code) == nullptr) return false;
  for (const Obligation& duty : plan.obligations) {
    if (!code.empty() && duty.id != code) continue;
    if (is_seen) {
      draft.seen.duties.insert(duty.id);
    } else {
      draft.seen.duties.erase(duty.id);
    }
  }
  return true;
}

FormOutcome<std::monostate> put_head(PageDesk& desk, OpenedDraft& draft, const HeadForm& form) {
  using Answered = std::variant<std::monostate, IntakeFault>;
  const auto head = head_of(form);
  if (const auto* fault = std::get_if<IntakeFault>(&head)) return Answered(*fault);
  std::variant<std::optional<PlanUnit>, IntakeFault> issuer;
  const Plan plan = draft.plan();
  auto looked = desk.look(std::nullopt, [&](const Moment& moment) {
    issuer = other_issuer(moment, plan, form.issuer);
  });
  if (!looked) return tl::unexpected(looked.error());
  if (const auto* fault = std::get_if<IntakeFault>(&issuer)) return Answered(*fault);
  correct_head(draft.json(), std::get<HeadCorrection>(head));
  if (const auto& other = std::get<0>(issuer)) replace_unit(draft.json(), plan.issuer, {*other});
  return Answered();
}

FormOutcome<std::string> put_duty(PageDesk& desk, OpenedDraft& draft, const std::string& code,
                                  const DutyForm& form) {
  using Answered = std::variant<std::string, IntakeFault>;
  const Plan plan = draft.plan();
  std::variant<CorrectedDuty, IntakeFault> corrected;
  auto looked = desk.look(std::nullopt, [&](const Moment& moment) {
    UnitFinder units(moment.world.office.directory, plan);
    corrected = duty_of(form, plan, units, code.empty() ? nullptr : plan.obligation(code));
  });
  if (!looked) return tl::unexpected(looked.error());
  if (const auto* fault = std::get_if<IntakeFault>(&corrected)) return Answered(*fault);
  const auto& [correction, units] = std::get<CorrectedDuty>(corrected);
  for (const PlanUnit& unit : units) know_unit(draft.json(), unit);
  std::string put = code;
  if (code.empty()) {
    put = add_duty(draft.json(), correction, line_of(form));
  } else {
    correct_duty(draft.json(), code, correction);
  }
  draft.seen.duties.insert(put);
  return Answered(std::move(put));
}

std::optional<std::string> named_in_draft(const Plan& plan, std::string_view id) {
  if (const PlanUnit* unit = plan.unit(id)) return unit->name;
  for (const Group& group : plan.groups) {
    if (group.id == id) return group.name;
  }
  return std::nullopt;
}

std::optional<IntakeFault> put_units(OpenedDraft& draft, const std::string& id,
                                     std::vector<PlanUnit> units) {
  if (units.empty()) return IntakeFault{"intake_fault_units"};
  const bool is_several = units.size() > 1;
  std::erase_if(units, [&](const PlanUnit& unit) { return is_several && unit.id == id; });
  const bool stays = units.size() == 1 && units.front().id == id;
  if (!stays) replace_unit(draft.json(), id, units);
  return std::nullopt;
}

bool decide_question(OpenedDraft& draft, const std::string& id, std::string_view deed) {
  const Plan plan = draft.plan();
  if (deed == "accept") {
    if (plan.question(id)->proposal.empty()) return false;
    draft.seen.questions.insert(id);
    return true;
  }
  if (deed == "open") {
    draft.seen.questions.erase(id);
    return true;
  }
  return deed == "drop" && drop_question(draft.json(), id);
}

void take_free_prefix(PageDesk& desk, OpenedDraft& draft) {
  static_cast<void>(desk.look(std::nullopt, [&](const Moment& moment) {
    const Office& office = moment.world.office;
    if (!is_taken(office, prefix_of(draft.plan()))) return;
    const std::string prefix = free_prefix(office);
    relabel(draft.json(), prefix);
    std::set<std::string> questions;
    for (const std::string& code : draft.seen.questions)
      questions.insert(prefix + code.substr(std::min(code.find('-'), code.size())));
    draft.seen.questions = std::move(questions);
  }));
}

std::vector<ConfirmQuestion> agreed_answers(const OpenedDraft& draft) {
  const Plan plan = draft.plan();
  std::vector<ConfirmQuestion> answers;
  for (const Question& question : plan.questions) {
    if (draft.seen.questions.contains(question.id) && !question.proposal.empty())
      answers.push_back({plan.id, question.id, "", true, {}});
  }
  return answers;
}

}  // namespace dondoc
