// A change of units from a file, as a decision for many units at once comes: tried first, with what
// is wrong row by row or what it would move, and recorded when somebody says yes. The file is kept
// meanwhile; the engine judges whether she may.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/change_preview.h"
#include "web/list_template.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::array<ListColumn, 11> k_change_columns{{
    {"act", "list_change_act", "merge"},
    {"unit", "list_change_unit", "xa-mau-mot"},
    {"into", "list_change_into", "xa-hop-nhat"},
    {"name", "list_change_name", "Hội Liên hiệp Phụ nữ xã Hợp Nhất"},
    {"short", "list_change_short", "Xã Hợp Nhất"},
    {"kind", "list_unit_kind", "women_union"},
    {"parent", "list_unit_parent", "huyen-mau"},
    {"heir", "list_change_heir", "xa-hop-nhat"},
    {"what", "list_change_what", "p-mau-mot"},
    {"on", "list_change_on", "2025-07-01"},
    {"basis", "list_change_basis", "Nghị quyết 01/NQ-HĐND"},
}};

Response file_page(const PageTools& tools, const PageCall& call, json values, int status) {
  values["columns"] = column_help(k_change_columns, tools.kit.words(call.visitor));
  return page(tools.kit, call, "change_file", "change_file_title", std::move(values), status);
}

/// What a file comes to, for the visitor, now.
struct Tried {
  std::optional<Reorganisation> change;  ///< none: it is at fault, or refused
  json values;
};

Tried try_here(const PageTools& tools, const PageCall& call, const Moment& moment,
               const UploadedFile& file) {
  const PageWords& words = tools.kit.words(call.visitor);
  UploadedFile named = file;
  named.name = lower_case(file.name);  // ".XLSX"
  ChangeTrial trial =
      tools.administration.read_change(moment.present.office.directory, named);
  Tried tried{std::nullopt, {{"tried", true}, {"file", file.name}}};
  if (!trial.change) {
    const auto count = static_cast<std::int64_t>(trial.fault_count);
    tried.values["wrong"] = true;
    tried.values["fault_count"] = words.filled("import_faults", {{"n", thousands(count)}});
    tried.values["faults"] = fault_rows(trial.faults, words);
    return tried;
  }
  json preview;
  if (std::string why = preview_of(moment, call, *trial.change, words, preview); !why.empty()) {
    tried.values["notice"] = std::move(why);
    return tried;
  }
  tried.values["preview"] = std::move(preview);
  tried.change = std::move(trial.change);
  return tried;
}

std::optional<Tried> tried_now(const PageTools& tools, const PageCall& call,
                               const UploadedFile& file) {
  Tried tried;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    tried = try_here(tools, call, moment, file);
  });
  return looked ? std::optional(std::move(tried)) : std::nullopt;
}

Response send_file(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const auto file = std::find_if(call.request.files.begin(), call.request.files.end(),
                                 [](const UploadedFile& one) { return one.field == "file"; });
  if (file == call.request.files.end() || file->name.empty())
    return file_page(tools, call, {{"notice", words.text("import_no_file")}}, 400);
  if (file->bytes.size() > k_upload_bytes)
    return file_page(tools, call, {{"notice", words.text("import_too_large")}}, 413);
  auto tried = tried_now(tools, call, *file);
  if (!tried) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (tried->change)
    tried->values["ticket"] = tools.uploads.keep(call.visitor.person, *file, tools.wall());
  return file_page(tools, call, std::move(tried->values), tried->change ? 200 : 400);
}

Response confirm(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const auto file =
      tools.uploads.take(call.visitor.person, call.request.parameter("ticket"), tools.wall());
  if (!file) return file_page(tools, call, {{"notice", words.text("import_too_old")}}, 409);
  auto tried = tried_now(tools, call, *file);  // the office may be another by now
  if (!tried) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!tried->change) return file_page(tools, call, std::move(tried->values), 409);
  const std::string id = tried->change->id;
  auto answer =
      tools.desk.carry_out(command_of(call, ChangeUnits{std::move(*tried->change)}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return file_page(tools, call, {{"notice", why_refused(tools, call, answer->refusal)}}, 409);
  return go_to("/changes/" + percent_encoded(id) + "?done=1");
}

Response template_file(const PageTools& tools, const PageCall& call) {
  auto file = template_answer(call.value("list"), {"sap-xep", "changes", k_change_columns},
                              tools.kit.words(call.visitor));
  return file ? std::move(*file) : plain_page(tools.kit, call, 404, "say_no_page");
}

}  // namespace

void add_change_file_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/changes/file", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return file_page(tools, call, {}, 200); }});
  table.push_back({"POST", "/changes/file", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return send_file(tools, call); }, false, true});
  table.push_back({"POST", "/changes/file/confirm", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return confirm(tools, call); }});
  table.push_back({"GET", "/changes/file/templates/{list}", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return template_file(tools, call); }});
}

}  // namespace dondoc
