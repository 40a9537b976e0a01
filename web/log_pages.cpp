// The log in sentences, newest first, of what the visitor may see. A page looks at a bounded number
// of rows, however long the log is, and leads on to older ones.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/text/vietnamese.h"
#include "reports/event_sentence.h"
#include "reports/export.h"
#include "web/duty_view.h"
#include "web/file_answer.h"
#include "web/log_choice.h"
#include "web/page_table.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_rows_a_page = 100;
constexpr std::size_t k_rows_looked_at = 5'000;
constexpr std::size_t k_rows_at_once = 500;
constexpr std::size_t k_rows_of_file = 50'000;

struct Bounds {
  std::size_t most;       ///< rows taken
  std::size_t looked_at;  ///< rows read
};

struct Taken {
  LogRow row;
  Event event;
};

struct Looked {
  std::vector<Taken> taken;  ///< newest first
  std::int64_t before = 0;   ///< where an older page begins; 0: the log has no more
};

/// Where the look begins: rows before this one. Errors: those of the store.
Result<std::int64_t> beginning(AdministrationDesk& desk, const LogChoice& choice,
                               const Zone& zone) {
  constexpr std::int64_t k_newest = INT64_MAX;
  std::int64_t before = choice.before == 0 ? k_newest : choice.before;
  if (!choice.to) return before;
  auto last = desk.last_at(zone.end_of(*choice.to) - Elapsed{1});
  if (!last) return last;
  return std::min(before, *last + 1);
}

/// Rows by rows backwards until there is enough, too much was read, or the first day is passed. The
/// store is read while no page waits; the office is held for sifting alone.
class LogWalk {
 public:
  LogWalk(const PageTools& tools, const PageCall& call, const LogChoice& choice,
          const Bounds& bounds)
      : tools_(tools), call_(call), choice_(choice), bounds_(bounds) {
    if (choice.from) first_ = tools.desk.zone().at(*choice.from, TimeOfDay::at(0, 0));
  }

  Result<Looked> from(std::int64_t before) {
    Looked looked;
    for (std::size_t read = 0; read < bounds_.looked_at;) {
      auto rows = next(before);
      if (!rows) return tl::unexpected(rows.error());
      read += rows->size();
      bool is_over = false;
      auto sifted = tools_.desk.look(std::nullopt, [&](const Moment& moment) {
        is_over = sift(moment, *rows, before, looked);
      });
      if (!sifted) return tl::unexpected(sifted.error());
      if (is_over || rows->size() < k_rows_at_once || before <= 1) return looked;
    }
    looked.before = before;
    return looked;
  }

 private:
  Result<std::vector<LogRow>> next(std::int64_t before) {
    AdministrationDesk& desk = tools_.administration;
    if (!choice_.code.empty()) return desk.log_of(choice_.code, before, k_rows_at_once);
    return desk.log_before(before, k_rows_at_once);
  }

  /// Into `looked`; true when no older row is wanted.
  bool sift(const Moment& moment, std::vector<LogRow>& rows, std::int64_t& before,
            Looked& looked) const {
    LogSieve sieve(moment, call_.visitor, choice_);
    for (LogRow& row : rows) {
      before = row.seq;
      if (first_ && row.at < *first_) return true;
      if (auto event = sieve.take(row)) looked.taken.push_back({std::move(row), std::move(*event)});
      if (looked.taken.size() < bounds_.most) continue;
      looked.before = before > 1 ? before : 0;
      return true;
    }
    return false;
  }

  const PageTools& tools_;
  const PageCall& call_;
  const LogChoice& choice_;
  const Bounds bounds_;
  std::optional<Instant> first_;
};

Result<Looked> look_back(const PageTools& tools, const PageCall& call, const LogChoice& choice,
                         const Bounds& bounds) {
  auto before = beginning(tools.administration, choice, tools.desk.zone());
  if (!before) return tl::unexpected(before.error());
  return LogWalk(tools, call, choice, bounds).from(*before);
}

// --- the page ---

/// What the row is about, and where that stands.
json about(const Moment& moment, Led& led, const LogRow& row) {
  if (row.subject_kind == "assignment")
    return {{"label", "[" + row.subject + "]"},
            {"href", "/assignments/" + percent_encoded(row.subject)}};
  if (row.subject_kind == "plan")
    return {{"label", row.subject}, {"href", "/plans/" + percent_encoded(row.subject)}};
  if (row.subject_kind == "unit")
    return {{"label", name_of_unit(moment.world, row.subject)},
            {"href", "/units/" + percent_encoded(row.subject)}};
  if (row.subject_kind != "person") return {{"label", ""}, {"href", ""}};
  const Person* person = moment.present.office.directory.person(row.subject);
  const bool hers = person != nullptr && led.leads(person->unit);
  return {{"label", name_of_person(moment.world, row.subject)},
          {"href", hers ? person_href(row.subject) : ""}};
}

json lines_of(const Moment& moment, Led& led, const std::vector<Taken>& taken) {
  json list = json::array();
  for (const Taken& one : taken)
    list.push_back({{"at", moment.world.zone.clock(one.row.at)},
                    {"iso", moment.world.zone.iso(one.row.at)},
                    {"seq", std::to_string(one.row.seq)},
                    {"text", capitalised(sentence_of(moment.present, one.event))},
                    {"about", about(moment, led, one.row)}});
  return list;
}

/// Of her units, or with a duty that she sees.
json plans_of(const Moment& moment, Sight& sight, const std::string& chosen) {
  std::set<std::string_view> seen;
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (!seen.contains(a.plan) && sight.sees(a)) seen.insert(a.plan);
  }
  json list = json::array();
  for (const auto& [id, plan] : moment.present.office.plans) {
    if (seen.contains(id) || sight.sees(plan.plan.issuer))
      list.push_back(option_of(id, plan.plan.title(), id == chosen));
  }
  return list;
}

json themes_of(const LogChoice& choice, const Visitor& visitor, const PageWords& words) {
  json list = json::array();
  for (std::string_view theme : log_themes()) {
    if (theme == "system" && !visitor.administrator) continue;
    list.push_back(option_of(std::string(theme), words.text("log_theme_" + std::string(theme)),
                             theme == choice.theme));
  }
  return list;
}

/// Of somebody else's people no name is told, only the id that was asked for.
std::string name_in_sight(const Moment& moment, Led& led, const Visitor& visitor,
                          const std::string& id) {
  const Person* person = moment.present.office.directory.person(id);
  const bool known = person != nullptr && (id == visitor.person || led.leads(person->unit));
  return known ? person->name : id;
}

json filter_of(const Moment& moment, const PageCall& call, const LogChoice& choice,
               const PageWords& words) {
  Sight sight(moment, call.visitor);
  Led led(moment, call.visitor);
  return {{"units", led_units(moment, led, choice.unit)},
          {"plans", plans_of(moment, sight, choice.plan)},
          {"themes", themes_of(choice, call.visitor, words)},
          {"code", choice.code},
          {"person", choice.person},
          {"person_name", name_in_sight(moment, led, call.visitor, choice.person)},
          {"from", choice.from ? choice.from->iso() : ""},
          {"to", choice.to ? choice.to->iso() : ""},
          {"today", moment.today.iso()},
          {"bad_date", choice.bad_date}};
}

std::string newest_of(LogChoice choice) {
  choice.before = 0;
  return address_of("/log", choice);
}

Response log_page(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  LogChoice choice = log_choice(call.request);
  json values;
  const auto seen = look_back(tools, call, choice, {k_rows_a_page, k_rows_looked_at});
  if (!seen) return plain_page(tools.kit, call, 503, "say_unavailable");
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    values = {{"filter", filter_of(moment, call, choice, words)},
              {"lines", lines_of(moment, led, seen->taken)}};
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_lines"] = !seen->taken.empty();
  values["newest"] = choice.before == 0 ? "" : newest_of(choice);
  values["file"] = address_of("/log/events.csv", choice);
  choice.before = seen->before;
  values["older"] = seen->before == 0 ? "" : address_of("/log", choice);
  values["file_note"] =
      words.filled("log_file_note", {{"n", thousands(static_cast<std::int64_t>(k_rows_of_file))}});
  return page(tools.kit, call, "log", "log_title", std::move(values));
}

Response log_file(const PageTools& tools, const PageCall& call) {
  const LogChoice choice = log_choice(call.request);
  auto seen = look_back(tools, call, choice, {k_rows_of_file, k_rows_of_file});
  if (!seen) return plain_page(tools.kit, call, 503, "say_unavailable");
  std::vector<LogRow> rows;
  for (auto one = seen->taken.rbegin(); one != seen->taken.rend(); ++one)
    rows.push_back(std::move(one->row));
  ExportedFile file;
  auto looked = tools.desk.look(
      std::nullopt, [&](const Moment& moment) { file = export_log(moment.present, rows); });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return file_answer(std::move(file));
}

}  // namespace

void add_log_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/log", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return log_page(tools, call); }, true});
  table.push_back({"GET", "/log/events.csv", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return log_file(tools, call); }, true});
}

}  // namespace dondoc
