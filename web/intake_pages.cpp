// Intake: a document is uploaded and read; its text stands beside the draft that was made of it,
// until a person has seen every duty and issues the plan.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/text/split_text.h"
#include "web/access.h"
#include "web/duty_view.h"
#include "web/file_answer.h"
#include "web/gate.h"
#include "web/intake_desk.h"
#include "web/intake_draft.h"
#include "web/intake_units.h"
#include "web/intake_view.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// A draft that nobody touches is forgotten after so many days.
constexpr int k_days_kept = 90;
constexpr std::size_t k_drafts_a_person = 50;
constexpr std::size_t k_file_name_letters = 120;

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
  DraftStore& store = tools.intake->drafts();
  static_cast<void>(store.forget(Instant{tools.wall().ms - k_days_kept * 86'400'000LL}));
  auto drafts = store.drafts_of(call.visitor.administrator ? "" : call.visitor.person);
  if (!drafts) return plain_page(tools.kit, call, 503, "say_unavailable");
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    values["drafts"] = draft_rows(moment, call, *drafts);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_drafts"] = !values["drafts"].empty();
  return page(tools.kit, call, "intake", "intake_title", std::move(values), status);
}

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

Result<std::string> keep_new(const PageTools& tools, const PageCall& call, const UploadedFile& file,
                             ReadPlan read) {
  auto plan = draft_json(read.plan);
  if (!plan) return tl::unexpected(plan.error());
  OpenedDraft draft({}, std::move(*plan), {});
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    relabel(draft.json(), free_prefix(moment.world.office));
    recognise_units(draft.json(), draft.plan(), moment.world.office.directory);
  });
  if (!looked) return tl::unexpected(looked.error());
  KeptDraft& kept = draft.kept;
  const Instant now = tools.wall();
  kept.head = {fresh_token(),
               call.visitor.person,
               cut_kindly(file.name, k_file_name_letters, TextUnit::characters),
               draft.plan().title(),
               now,
               now};
  kept.text = std::move(read.text);
  kept.plan = draft_text(draft.json());
  kept.seen = written(draft.seen);
  if (auto added = tools.intake->drafts().add(kept); !added) return tl::unexpected(added.error());
  return draft.href();
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
  auto href = keep_new(tools, call, *file, std::move(*read));
  if (!href) return plain_page(tools.kit, call, 503, "say_unavailable");
  return go_to(*href);
}

// --- one draft ---

Response see_duties(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const std::string code = call.request.parameter("duty");
  const Plan plan = draft.plan();
  if (!code.empty() && plan.obligation(code) == nullptr)
    return plain_page(tools.kit, call, 404, "say_no_page");
  const bool is_seen = call.request.parameter("seen") != "0";
  for (const Obligation& duty : plan.obligations) {
    if (!code.empty() && duty.id != code) continue;
    if (is_seen) {
      draft.seen.duties.insert(duty.id);
    } else {
      draft.seen.duties.erase(duty.id);
    }
  }
  return keep_draft(tools, call, draft, code.empty() ? "#issue" : "#i" + code);
}

Response plan_file(const OpenedDraft& draft) {
  return file_answer("application/json; charset=utf-8", "ke-hoach.json", draft_text(draft.json()));
}

/// Somebody issued another plan with the same letter meanwhile.
void take_free_prefix(const PageTools& tools, OpenedDraft& draft) {
  static_cast<void>(tools.desk.look(std::nullopt, [&](const Moment& moment) {
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

/// What was agreed to becomes an answer in her name, as on the plan's page; what is refused there
/// stays a question.
void confirm_agreed(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                    const Plan& plan) {
  for (const Question& question : plan.questions) {
    if (!draft.seen.questions.contains(question.id) || question.proposal.empty()) continue;
    static_cast<void>(tools.desk.carry_out(
        command_of(call, ConfirmQuestion{plan.id, question.id, "", true, {}})));
  }
}

Response issue_here(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const PageWords& words = tools.kit.words(call.visitor);
  const bool is_current = call.request.parameter("version") == std::to_string(draft.kept.version);
  if (!is_current) return draft_page(tools, call, draft, words.text("intake_changed"), 409);
  if (unseen_duties(draft.plan(), draft.seen) > 0)
    return draft_page(tools, call, draft, words.text("intake_not_all_seen"), 409);
  take_free_prefix(tools, draft);
  const Plan plan = draft.plan();
  auto answer = tools.desk.carry_out(command_of(call, IssuePlan{draft_text(draft.json())}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return draft_page(tools, call, draft, why_refused(tools, call, answer->refusal), 409);
  confirm_agreed(tools, call, draft, plan);
  static_cast<void>(tools.intake->drafts().remove(draft.kept.head.id));
  return go_to("/plans/" + percent_encoded(plan.id));
}

Response discard(const PageTools& tools, const PageCall& call, const OpenedDraft& draft) {
  auto removed = tools.intake->drafts().remove(draft.kept.head.id);
  if (!removed) return plain_page(tools.kit, call, 503, "say_unavailable");
  return go_to("/intake");
}

}  // namespace

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
