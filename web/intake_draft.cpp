#include "web/intake_draft.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/check.h"
#include "engine/codec/plan_codec.h"

namespace dondoc {
namespace {

using nlohmann::json;

DraftSeen seen_in(const std::string& text) {
  DraftSeen seen;
  const json parsed = json::parse(text, nullptr, false);
  if (!parsed.is_object()) return seen;
  for (const json& code : parsed.value("duties", json::array())) seen.duties.insert(code);
  for (const json& code : parsed.value("questions", json::array())) seen.questions.insert(code);
  return seen;
}

/// Codes of what is gone would be those of others later.
void forget_gone(DraftSeen& seen, const Plan& plan) {
  std::erase_if(seen.duties,
                [&](const std::string& code) { return plan.obligation(code) == nullptr; });
  std::erase_if(seen.questions,
                [&](const std::string& code) { return plan.question(code) == nullptr; });
}

}  // namespace

OpenedDraft::OpenedDraft(KeptDraft kept_draft, DraftJson plan_file, DraftSeen was_seen)
    : kept(std::move(kept_draft)),
      seen(std::move(was_seen)),
      json_(std::make_unique<DraftJson>(std::move(plan_file))) {}

OpenedDraft::OpenedDraft(OpenedDraft&&) noexcept = default;
OpenedDraft& OpenedDraft::operator=(OpenedDraft&&) noexcept = default;
OpenedDraft::~OpenedDraft() = default;

Plan OpenedDraft::plan() const {
  Faults faults("plan");
  auto plan = decode_plan(draft_text(json()), faults);
  CHECK(plan.has_value());  // nothing else is kept
  return std::move(*plan);
}

std::string written(const DraftSeen& seen) {
  return json{{"duties", seen.duties}, {"questions", seen.questions}}.dump();
}

tl::expected<OpenedDraft, DraftFault> open_draft(DraftStore& drafts, const std::string& id,
                                                 const Visitor& visitor) {
  auto kept = drafts.find(id);
  if (!kept) return tl::unexpected(DraftFault::unavailable);
  const bool is_hers = kept->has_value() &&
                       (visitor.administrator || (*kept)->head.person == visitor.person);
  if (!is_hers) return tl::unexpected(DraftFault::not_hers);
  auto read = draft_json((*kept)->plan);
  if (!read) return tl::unexpected(DraftFault::unavailable);
  DraftSeen seen = seen_in((*kept)->seen);
  return OpenedDraft(std::move(**kept), std::move(*read), std::move(seen));
}

tl::expected<void, DraftFault> keep_draft(DraftStore& drafts, OpenedDraft& draft, Instant now) {
  KeptDraft changed = draft.kept;
  changed.plan = draft_text(draft.json());
  Faults faults("plan");
  const auto plan = decode_plan(changed.plan, faults);
  if (!plan) return tl::unexpected(DraftFault::ill_formed);
  forget_gone(draft.seen, *plan);
  changed.head.title = plan->title();
  changed.head.changed = now;
  changed.seen = written(draft.seen);
  auto kept = drafts.change(changed);
  if (!kept) return tl::unexpected(DraftFault::unavailable);
  if (!*kept) return tl::unexpected(DraftFault::changed);
  draft.kept = std::move(changed);
  ++draft.kept.version;
  return {};
}

ConfirmedDues accepted_dues(const Plan& plan, const DraftSeen& seen) {
  ConfirmedDues dues;
  for (const Question& question : plan.questions) {
    if (seen.questions.contains(question.id))
      dues.insert(dues.end(), question.dues.begin(), question.dues.end());
  }
  return dues;
}

std::size_t unseen_duties(const Plan& plan, const DraftSeen& seen) {
  return static_cast<std::size_t>(
      std::count_if(plan.obligations.begin(), plan.obligations.end(),
                    [&](const Obligation& duty) { return !seen.duties.contains(duty.id); }));
}

}  // namespace dondoc
