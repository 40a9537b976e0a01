// Intake: a document is uploaded and read; its text stands beside the draft that was made of it,
// until a person has seen every duty and issues the plan.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/duty_view.h"
#include "web/file_answer.h"
#include "web/intake_deeds.h"
#include "web/intake_page.h"
#include "web/intake_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

// --- the list, and a new one ---

json draft_rows(const Moment& moment, const PageCall& call, const std::vector<DraftHead>& drafts) {
  json rows = json::array();
  for (const DraftHead& one : drafts) {
    const bool is_hers = one.person == call.visitor.person;
    rows.push_back({{"file", one.file},
                    {"title", one.title},
                    {"by", is_hers ? "" : name_of_person(moment.world, one.person)},
                    {"changed", moment.world.zone.clock(one.changed)},
                    {"href", "/intake/" + one.id}});
  }
  return rows;
}

Response intake_page(const PageTools& tools, const PageCall& call, json values, int status) {
  if (tools.intake == nullptr) return plain_page(tools.kit, call, 404, "say_no_page");
  auto drafts = drafts_in_sight(tools.intake->drafts(), call.visitor, tools.wall());
  if (!drafts) return plain_page(tools.kit, call, 503, "say_unavailable");
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    values["drafts"] = draft_rows(moment, call, *drafts);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_drafts"] = !values["drafts"].empty();
  return page(tools.kit, call, "intake", "intake_title", std::move(values), status);
}

Response read_here(const PageTools& tools, const PageCall& call) {
  if (tools.intake == nullptr) return plain_page(tools.kit, call, 404, "say_no_page");
  const PageWords& words = tools.kit.words(call.visitor);
  const auto file = std::find_if(call.request.files.begin(), call.request.files.end(),
                                 [](const UploadedFile& one) { return one.field == "file"; });
  if (file == call.request.files.end() || file->name.empty())
    return intake_page(tools, call, {{"notice", words.text("import_no_file")}}, 400);
  if (file->bytes.size() > k_upload_bytes)
    return intake_page(tools, call, {{"notice", words.text("import_too_large")}}, 413);
  const auto hers = tools.intake->drafts().drafts_of(call.visitor.person);
  if (!hers) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (hers->size() >= k_drafts_a_person)
    return intake_page(tools, call, {{"notice", words.text("intake_too_many")}}, 409);
  auto read = tools.intake->read(*file);
  if (!read)
    return intake_page(tools, call,
                       {{"notice", words.text(read.error().word)}, {"detail", read.error().detail}},
                       read.error().is_passing ? 503 : 400);
  auto draft = keep_new_draft(tools.desk, tools.intake->drafts(), call.visitor, *file,
                              std::move(*read), tools.wall());
  if (!draft) return plain_page(tools.kit, call, 503, "say_unavailable");
  return go_to(draft->href());
}

// --- one draft ---

Response see_duties(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const std::string code = call.request.parameter("duty");
  if (!mark_seen(draft, code, call.request.parameter("seen") != "0"))
    return plain_page(tools.kit, call, 404, "say_no_page");
  return kept_page(tools, call, draft, code.empty() ? "#issue" : "#i" + code);
}

Response plan_file(const OpenedDraft& draft) {
  return file_answer("application/json; charset=utf-8", "ke-hoach.json", draft_text(draft.json()));
}

Response issue_here(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const PageWords& words = tools.kit.words(call.visitor);
  const bool is_current = call.request.parameter("version") == std::to_string(draft.kept.version);
  if (!is_current) return draft_page(tools, call, draft, words.text("intake_changed"), 409);
  if (unseen_duties(draft.plan(), draft.seen) > 0)
    return draft_page(tools, call, draft, words.text("intake_not_all_seen"), 409);
  take_free_prefix(tools.desk, draft);
  auto answer = tools.desk.carry_out(command_of(call, IssuePlan{draft_text(draft.json())}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return draft_page(tools, call, draft, why_refused(tools, call, answer->refusal), 409);
  for (const ConfirmQuestion& one : agreed_answers(draft))
    static_cast<void>(tools.desk.carry_out(command_of(call, one)));
  static_cast<void>(tools.intake->drafts().remove(draft.kept.head.id));
  return go_to("/plans/" + percent_encoded(draft.plan().id));
}

Response discard(const PageTools& tools, const PageCall& call, const OpenedDraft& draft) {
  auto removed = tools.intake->drafts().remove(draft.kept.head.id);
  if (!removed) return plain_page(tools.kit, call, 503, "say_unavailable");
  return go_to("/intake");
}

}  // namespace

Response with_draft(const PageTools& tools, const PageCall& call,
                    const std::function<Response(OpenedDraft&)>& handle) {
  if (tools.intake == nullptr) return plain_page(tools.kit, call, 404, "say_no_page");
  auto draft = open_draft(tools.intake->drafts(), call.value("draft"), call.visitor);
  if (draft) return handle(*draft);
  const bool is_there = draft.error() != DraftFault::not_hers;
  return plain_page(tools.kit, call, is_there ? 503 : 404,
                    is_there ? "say_unavailable" : "say_not_yours");
}

Response kept_page(const PageTools& tools, const PageCall& call, OpenedDraft& draft,
                   const std::string& place) {
  const bool is_current = call.request.parameter("version") == std::to_string(draft.kept.version);
  tl::expected<void, DraftFault> kept = tl::unexpected(DraftFault::changed);
  if (is_current) kept = keep_draft(tools.intake->drafts(), draft, tools.wall());
  if (kept) return go_to(draft.href() + place);
  if (kept.error() == DraftFault::ill_formed)
    return plain_page(tools.kit, call, 400, "intake_not_kept");
  if (kept.error() == DraftFault::unavailable)
    return plain_page(tools.kit, call, 503, "say_unavailable");
  return with_draft(tools, call, [&](OpenedDraft& now) {
    return draft_page(tools, call, now, tools.kit.words(call.visitor).text("intake_changed"), 409);
  });
}

Response draft_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                    const std::string& notice, int status) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values = draft_values(draft, words);
  const Plan plan = draft.plan();
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    values["units"] = unit_rows(moment, draft, plan, words);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["notice"] = notice;
  return page(tools.kit, call, "intake_draft", "intake_draft_title", std::move(values), status);
}

void add_intake_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto on_draft = [tools](const auto& handle) {
    return [tools, handle](const PageCall& call) {
      return with_draft(tools, call, [&](OpenedDraft& draft) { return handle(call, draft); });
    };
  };
  table.push_back({"GET", "/intake", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return intake_page(tools, call, {}, 200); }});
  table.push_back({"POST", "/intake", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return read_here(tools, call); }, false, true});
  table.push_back({"GET", "/intake/{draft}", Rule::any_lead, Subject::none,
                   on_draft([tools](const PageCall& call, OpenedDraft& draft) {
                     return draft_page(tools, call, draft, "", 200);
                   })});
  table.push_back({"GET", "/intake/{draft}/plan.json", Rule::any_lead, Subject::none,
                   on_draft([](const PageCall&, OpenedDraft& draft) { return plan_file(draft); })});
  table.push_back({"POST", "/intake/{draft}/seen", Rule::any_lead, Subject::none,
                   on_draft([tools](const PageCall& call, OpenedDraft& draft) {
                     return see_duties(tools, call, draft);
                   })});
  table.push_back({"POST", "/intake/{draft}/issue", Rule::any_lead, Subject::none,
                   on_draft([tools](const PageCall& call, OpenedDraft& draft) {
                     return issue_here(tools, call, draft);
                   })});
  table.push_back({"POST", "/intake/{draft}/discard", Rule::any_lead, Subject::none,
                   on_draft([tools](const PageCall& call, OpenedDraft& draft) {
                     return discard(tools, call, draft);
                   })});
  add_intake_edit_pages(table, tools);
}

}  // namespace dondoc
