#include <algorithm>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/summary/totals.h"

namespace dondoc::deciders {
namespace {

struct Subject {
  const PlanCase* plan = nullptr;
  std::vector<std::string> codes;
};

std::variant<Subject, Rejected> subject_of(const Draft& draft, const std::string& plan_id,
                                           const std::string& period) {
  const PlanCase* plan = draft.world().office.plan(plan_id);
  if (plan == nullptr) return unknown_plan(plan_id);
  if (!leads(draft.world(), draft.authority(), plan->plan.issuer, draft.now()))
    return only_for_leads_of_plan(plan_id);
  Subject subject{plan, draft.world().cases.codes_of_plan(plan_id, period)};
  if (subject.codes.empty()) return invalid("R-89", {{"ky", period}});
  return subject;
}

std::string figures_now(const Draft& draft, const Subject& subject, const std::string& period) {
  std::vector<const Assignment*> assignments;
  for (const std::string& code : subject.codes) {
    if (const Assignment* a = draft.find(code)) assignments.push_back(a);
  }
  return figures_json(summarize(subject.plan->plan, period, assignments,
                                draft.world().office.calendar, draft.world().zone));
}

SummaryRecord record_of(const Draft& draft, const std::string& period, int version,
                        const std::string& text) {
  SummaryRecord record;
  record.period = period;
  record.version = version;
  record.text = text;
  record.by = draft.by();
  record.at = draft.now();
  return record;
}

/// The last period of the plan that reports are expected for: approving it ends the plan.
bool is_last_period(const Draft& draft, const std::string& plan, const std::string& period) {
  const auto& tallies = draft.world().office.tallies;
  std::string prefix = plan + "|";
  return std::none_of(tallies.lower_bound(prefix), tallies.end(), [&](const auto& entry) {
    return entry.first.compare(0, prefix.size(), prefix) == 0 &&
           entry.first.substr(prefix.size()) > period && entry.second.expected > 0;
  });
}

void close_accepted(Draft& draft, const Subject& subject) {
  for (const std::string& code : subject.codes) {
    const Assignment* a = draft.find(code);
    if (a != nullptr && a->meaning == Meaning::done)
      static_cast<void>(draft.add_move(code, "close", Moved{"close"}));
  }
}

/// What was approved is never changed in silence: other figures or words are an amendment.
Verdict amend(Draft& draft, const std::string& plan, const SummaryRecord& old,
              SummaryRecord record) {
  if (old.figures == record.figures && old.text == record.text) return already("R-90");
  record.standing = SummaryStanding::amended;
  if (!draft.add_plan_move(plan, "amend", SummaryAmended{record}))
    draft.add(plan, SummaryAmended{record});
  return std::nullopt;
}

}  // namespace

Verdict on(Draft& draft, const DraftSummary& c) {
  auto found = subject_of(draft, c.plan, c.period);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.text, "P-29", false)) return fault;
  const Subject& subject = std::get<Subject>(found);
  auto old = subject.plan->summaries.find(c.period);
  const bool is_approved =
      old != subject.plan->summaries.end() && old->second.standing != SummaryStanding::drafted;
  const int version = is_approved ? old->second.version + 1 : 1;
  SummaryRecord record = record_of(draft, c.period, version, c.text);
  record.figures = figures_now(draft, subject, c.period);
  if (is_approved) return amend(draft, c.plan, old->second, record);
  draft.add(c.plan, SummaryDrafted{record});
  return std::nullopt;
}

Verdict on(Draft& draft, const ApproveSummary& c) {
  auto found = subject_of(draft, c.plan, c.period);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Subject& subject = std::get<Subject>(found);
  auto old = subject.plan->summaries.find(c.period);
  const bool exists = old != subject.plan->summaries.end();
  const bool is_approved = exists && old->second.standing != SummaryStanding::drafted;
  // Versions are what was approved: a draft becomes the first.
  SummaryRecord record = record_of(draft, c.period, is_approved ? old->second.version + 1 : 1,
                                   exists ? old->second.text : "");
  record.figures = figures_now(draft, subject, c.period);
  if (is_approved) return amend(draft, c.plan, old->second, record);
  record.standing = SummaryStanding::approved;
  const char* trigger = is_last_period(draft, c.plan, c.period) ? "summarize" : "next_period";
  if (!draft.add_plan_move(c.plan, trigger, SummaryApproved{record}))
    draft.add(c.plan, SummaryApproved{record});
  close_accepted(draft, subject);
  return std::nullopt;
}

}  // namespace dondoc::deciders
