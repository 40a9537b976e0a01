#include "web/intake_draft.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/check.h"
#include "engine/codec/plan_codec.h"
#include "web/intake_desk.h"

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

Response with_draft(const PageTools& tools, const PageCall& call,
                    const std::function<Response(OpenedDraft&)>& handle) {
  if (tools.intake == nullptr) return plain_page(tools.kit, call, 404, "say_no_page");
  auto kept = tools.intake->drafts().find(call.value("draft"));
  if (!kept) return plain_page(tools.kit, call, 503, "say_unavailable");
  const bool is_hers = kept->has_value() &&
                       (call.visitor.administrator || (*kept)->head.person == call.visitor.person);
  if (!is_hers) return plain_page(tools.kit, call, 404, "say_not_yours");
  auto read = draft_json((*kept)->plan);
  if (!read) return plain_page(tools.kit, call, 503, "say_unavailable");
  DraftSeen seen = seen_in((*kept)->seen);
  OpenedDraft draft(std::move(**kept), std::move(*read), std::move(seen));
  return handle(draft);
}

Response keep_draft(const PageTools& tools, const PageCall& call, OpenedDraft& draft,
                    const std::string& place) {
  KeptDraft changed = draft.kept;
  changed.plan = draft_text(draft.json());
  Faults faults("plan");
  const auto plan = decode_plan(changed.plan, faults);
  if (!plan) return plain_page(tools.kit, call, 400, "intake_not_kept");
  forget_gone(draft.seen, *plan);
  changed.head.title = plan->title();
  changed.head.changed = tools.wall();
  changed.seen = written(draft.seen);
  const bool is_current = call.request.parameter("version") == std::to_string(draft.kept.version);
  auto kept = is_current ? tools.intake->drafts().change(changed) : Result<bool>(false);
  if (!kept) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (*kept) return go_to(draft.href() + place);
  return with_draft(tools, call, [&](OpenedDraft& now) {
    return draft_page(tools, call, now, tools.kit.words(call.visitor).text("intake_changed"), 409);
  });
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
