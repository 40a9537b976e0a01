// Lists of units and persons from a file: shown first, row by row, what they would do or what is
// wrong; written when somebody says yes, all of it or nothing. The file is kept meanwhile.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/list_faults.h"
#include "web/list_template.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_rows_shown = 300;

// --- templates to begin with ---

constexpr std::array<ListColumn, 5> k_unit_columns{{
    {"id", "list_unit_id", "xa-mau-mot"},
    {"name", "list_unit_name", "Hội Liên hiệp Phụ nữ xã Mẫu Một"},
    {"short", "list_unit_short", "Xã Mẫu Một"},
    {"kind", "list_unit_kind", "women_union"},
    {"parent", "list_unit_parent", "huyen-mau"},
}};
constexpr std::array<ListColumn, 7> k_person_columns{{
    {"id", "list_person_id", "p-mau-mot"},
    {"name", "list_person_name", "Lê Thị Mẫu"},
    {"address", "list_person_address", "chị"},
    {"unit", "list_person_unit", "xa-mau-mot"},
    {"roles", "list_person_roles", "officer"},
    {"language", "list_person_language", "vi"},
    {"channels", "list_person_channels", "zalo_oa; zalo_bot"},
}};

Response template_file(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const std::string& name = call.value("list");
  auto units = template_answer(name, {"don-vi", "units", k_unit_columns}, words);
  if (units) return std::move(*units);
  auto persons = template_answer(name, {"can-bo", "persons", k_person_columns}, words);
  return persons ? std::move(*persons) : plain_page(tools.kit, call, 404, "say_no_page");
}

// --- the page ---

ListKind kind_in(const Request& request) {
  return request.parameter("kind") == "persons" ? ListKind::persons : ListKind::units;
}

Response import_page(const PageTools& tools, const PageCall& call, json values, int status) {
  const PageWords& words = tools.kit.words(call.visitor);
  const bool persons = kind_in(call.request) == ListKind::persons;
  values["persons"] = persons;
  values["unit_columns"] = column_help(k_unit_columns, words);
  values["person_columns"] = column_help(k_person_columns, words);
  values["done"] = call.request.method == "GET" && call.request.parameter("done") == "1";
  return page(tools.kit, call, "import", "import_title", std::move(values), status);
}

const char* word_of(RowEffect effect) {
  switch (effect) {
    case RowEffect::added:
      return "import_added";
    case RowEffect::changed:
      return "import_changed";
    case RowEffect::unchanged:
      break;
  }
  return "import_unchanged";
}

std::int64_t count(const ListTrial& trial, RowEffect effect) {
  return std::count_if(trial.rows.begin(), trial.rows.end(),
                       [&](const ListRow& row) { return row.effect == effect; });
}

/// Rows that do something first.
json rows_of(const ListTrial& trial, const PageWords& words) {
  std::vector<const ListRow*> order;
  for (const ListRow& row : trial.rows) order.push_back(&row);
  std::stable_sort(order.begin(), order.end(), [](const ListRow* a, const ListRow* b) {
    return (a->effect == RowEffect::unchanged) < (b->effect == RowEffect::unchanged);
  });
  json list = json::array();
  for (const ListRow* row : order) {
    if (list.size() >= k_rows_shown) break;
    list.push_back({{"place", place_in_words(row->place, words)},
                    {"id", row->id},
                    {"name", row->name},
                    {"unit", row->unit},
                    {"effect", words.text(word_of(row->effect))},
                    {"does", row->effect != RowEffect::unchanged}});
  }
  return list;
}

json trial_values(const ListTrial& trial, const UploadedFile& file, const PageWords& words) {
  const auto number = [&](RowEffect effect) { return thousands(count(trial, effect)); };
  const bool wrong = !trial.faults.empty();
  return {{"file", file.name},
          {"tried", true},
          {"wrong", wrong},
          {"faults", fault_rows(trial.faults, words)},
          {"fault_count",
           words.filled("import_faults",
                        {{"n", thousands(static_cast<std::int64_t>(trial.fault_count))}})},
          {"rows", rows_of(trial, words)},
          {"has_rows", !wrong && !trial.rows.empty()},
          {"sum", words.filled("import_sum", {{"added", number(RowEffect::added)},
                                              {"changed", number(RowEffect::changed)},
                                              {"unchanged", number(RowEffect::unchanged)}})},
          {"shortened", trial.rows.size() > k_rows_shown
                            ? words.filled("import_shortened", {{"n", thousands(k_rows_shown)}})
                            : ""},
          {"nothing", !wrong && !trial.command.has_value()}};
}

Result<ListTrial> try_file(const PageTools& tools, const PageCall& call, const UploadedFile& file) {
  ListTrial trial;
  UploadedFile named = file;
  named.name = lower_case(file.name);  // ".XLSX"
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    trial = tools.administration.try_list(moment.present, moment.now, kind_in(call.request), named);
  });
  if (!looked) return tl::unexpected(looked.error());
  return trial;
}

Response try_here(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const auto file = std::find_if(call.request.files.begin(), call.request.files.end(),
                                 [](const UploadedFile& one) { return one.field == "file"; });
  if (file == call.request.files.end() || file->name.empty())
    return import_page(tools, call, {{"notice", words.text("import_no_file")}}, 400);
  if (file->bytes.size() > k_upload_bytes)
    return import_page(tools, call, {{"notice", words.text("import_too_large")}}, 413);
  auto trial = try_file(tools, call, *file);
  if (!trial) return plain_page(tools.kit, call, 503, "say_unavailable");
  json values = trial_values(*trial, *file, words);
  if (trial->command)
    values["ticket"] = tools.uploads.keep(call.visitor.person, *file, tools.wall());
  return import_page(tools, call, std::move(values), trial->faults.empty() ? 200 : 400);
}

Response import_here(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const auto file =
      tools.uploads.take(call.visitor.person, call.request.parameter("ticket"), tools.wall());
  if (!file) return import_page(tools, call, {{"notice", words.text("import_too_old")}}, 409);
  auto trial = try_file(tools, call, *file);  // the office may be another by now
  if (!trial) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!trial->command) return import_page(tools, call, trial_values(*trial, *file, words), 409);
  auto answer = tools.desk.carry_out(command_of(call, std::move(*trial->command)));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return import_page(tools, call, {{"notice", why_refused(tools, call, answer->refusal)}}, 409);
  return go_to("/people/import?done=1");
}

}  // namespace

void add_import_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/people/import", Rule::administrator, Subject::none,
                   [tools](const PageCall& call) { return import_page(tools, call, {}, 200); }});
  table.push_back({"POST", "/people/import", Rule::administrator, Subject::none,
                   [tools](const PageCall& call) { return try_here(tools, call); }, false, true});
  table.push_back({"POST", "/people/import/confirm", Rule::administrator, Subject::none,
                   [tools](const PageCall& call) { return import_here(tools, call); }});
  table.push_back({"GET", "/people/import/templates/{list}", Rule::administrator, Subject::none,
                   [tools](const PageCall& call) { return template_file(tools, call); }});
}

}  // namespace dondoc
