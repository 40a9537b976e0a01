// The board: official boxes, heat map, trend; and the list behind every number. The live part asks
// again every few seconds with the version it shows, and gets 204 when nothing changed.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "engine/text/vietnamese.h"
#include "reports/heat_map.h"
#include "web/board_choice.h"
#include "web/duty_view.h"
#include "web/page_table.h"
#include "web/pager.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_units_a_page = 60;
constexpr std::size_t k_duties_a_page = 100;
constexpr std::size_t k_units_to_choose = 400;
constexpr std::size_t k_months = 12;

struct Box {
  const char* word;
  const char* state;  ///< of the list it opens
  const char* tone;
  std::int64_t Boxes::*number;
};
/// Labels and order as in the Government's reports.
constexpr Box k_official[] = {
    {"box_total", "counted", "plain", &Boxes::total},
    {"box_on_time", "on_time", "done", &Boxes::done_on_time},
    {"box_late", "late", "late", &Boxes::done_late},
    {"box_in_term", "in_term", "term", &Boxes::open_in_term},
    {"box_overdue", "overdue", "overdue", &Boxes::open_overdue},
    {"box_not_updated", "not_updated", "soon", &Boxes::not_updated},
};
constexpr Box k_beside[] = {
    {"box_unconfirmed", "unconfirmed", "waiting", &Boxes::unconfirmed},
    {"box_requested", "requested", "waiting", &Boxes::requested_open},
    {"box_ongoing", "ongoing", "waiting", &Boxes::ongoing},
};

std::string signed_number(std::int64_t number) {
  if (number == 0) return "±0";
  return (number > 0 ? "+" : "−") + thousands(number > 0 ? number : -number);
}

json box_values(const Box& box, const Boxes& boxes, const std::optional<Boxes>& change,
                BoardChoice choice, const PageWords& words) {
  choice.state = box.state;
  choice.page = 1;
  json values{{"label", words.text(box.word)},
              {"value", thousands(boxes.*box.number)},
              {"tone", box.tone},
              {"href", address_of("/duties", choice)},
              {"change", ""}};
  if (change)
    values["change"] = words.filled("box_change", {{"n", signed_number((*change).*box.number)}});
  return values;
}

std::string share_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "";
  const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + "%";
}

// --- heat map ---

/// Of what has a date, like the boxes; only where nothing has one, how much there is.
std::string cell_text(const HeatCell& cell) {
  const int dated = cell.total - cell.waiting;
  if (cell.total == 0) return "";
  if (dated == 0) return std::to_string(cell.total);
  if (cell.overdue > 0) return std::to_string(cell.overdue) + "/" + std::to_string(dated);
  return cell.done == dated ? "✓" : std::to_string(cell.done) + "/" + std::to_string(dated);
}

const char* cell_tone(const HeatCell& cell) {
  if (cell.total == 0) return "none";
  if (cell.overdue > 0) return cell.days > 10 ? "overdue deep" : "overdue";
  if (cell.due_soon > 0) return "soon";
  if (cell.in_term > 0) return "term";
  if (cell.done > 0) return cell.late > 0 ? "late" : "done";
  return "waiting";
}

struct Tone {
  const char* tone;
  const char* mark;  ///< in the overview, where a cell has no room for numbers
  const char* word;
};
/// Not by colour alone. The empty mark is what is under way and in term.
constexpr Tone k_legend[] = {
    {"overdue deep", "!!", "map_deep"}, {"overdue", "!", "map_overdue"}, {"soon", "•", "map_soon"},
    {"term", "", "map_term"},           {"late", "~", "map_late"},       {"done", "✓", "map_done"},
    {"waiting", "–", "map_waiting"},
};

json legend_values(const PageWords& words) {
  json legend = json::array();
  for (const Tone& one : k_legend)
    legend.push_back({{"tone", one.tone}, {"mark", one.mark}, {"text", words.text(one.word)}});
  return legend;
}

std::string cell_words(const HeatCell& cell, const PageWords& words) {
  std::string text;
  const auto add = [&](const char* id, int number) {
    if (number > 0)
      text += (text.empty() ? "" : ", ") + words.filled(id, {{"n", std::to_string(number)}});
  };
  add("cell_overdue", cell.overdue);
  add("cell_in_term", cell.in_term);
  add("cell_done", cell.done - cell.late);
  add("cell_late", cell.late);
  add("cell_waiting", cell.waiting);
  add("cell_silent", cell.not_updated);
  return text;
}

json cell_values(const HeatCell& cell, const std::string& href, const PageWords& words) {
  if (cell.total == 0) return {{"tone", "none"}, {"empty", true}};
  return {{"tone", cell_tone(cell)},
          {"text", cell_text(cell)},
          {"words", cell_words(cell, words)},
          {"href", href},
          {"empty", false}};
}

json row_values(const HeatRow& row, const HeatMap& map, BoardChoice choice,
                const PageWords& words) {
  choice.unit.clear();
  choice.only = row.unit;
  choice.page = 1;
  json cells = json::array();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    BoardChoice at = choice;
    at.plan = map.columns[i].plan;
    at.duty = map.columns[i].obligation;
    cells.push_back(cell_values(row.cells[i], address_of("/duties", at), words));
  }
  return {{"name", row.name},
          {"above", row.above},
          {"href", "/units/" + percent_encoded(row.unit)},
          {"sum", cell_values(row.sum, address_of("/duties", choice), words)},
          {"cells", std::move(cells)}};
}

json column_values(const HeatMap& map, const BoardChoice& choice) {
  json columns = json::array();
  for (const HeatColumn& column : map.columns) {
    BoardChoice at = choice;
    at.plan = column.plan;
    at.page = 1;
    const bool is_plan = column.obligation.empty();
    at.duty = column.obligation;
    columns.push_back({{"label", column.label},
                       {"what", column.what},
                       {"href", address_of(is_plan ? "/board" : "/duties", at)}});
  }
  return columns;
}

json pager(std::string_view path, const BoardChoice& choice, std::size_t of, std::size_t a_page,
           const PageWords& words) {
  const auto address = [&](std::size_t page) {
    BoardChoice other = choice;
    other.page = page;
    return address_of(path, other);
  };
  return pager_values(list_page(choice.page, of, a_page), address, words);
}

// --- trend ---

struct Month {
  std::int64_t due = 0;
  std::int64_t on_time = 0;
};

/// What was due in each of the last months, and handed in on time.
json trend_values(const Moment& moment, const std::vector<Judged>& all) {
  std::map<LocalDate, Month> months;
  for (const Judged& one : all) {
    const Judgement& judgement = one.judgement;
    if (!judgement.due || judgement.due->later() >= moment.today) continue;
    if (judgement.standing != Standing::done_on_time && judgement.standing != Standing::done_late &&
        judgement.standing != Standing::open_overdue)
      continue;
    Month& month = months[judgement.due->later().first_of_month()];
    ++month.due;
    if (judgement.standing == Standing::done_on_time) ++month.on_time;
  }
  while (months.size() > k_months) months.erase(months.begin());
  json list = json::array();
  for (const auto& [first, month] : months)
    list.push_back({{"month", first.vi().substr(3)},
                    {"at", first.iso()},
                    {"due", thousands(month.due)},
                    {"on_time", thousands(month.on_time)},
                    {"permille", month.on_time * 1000 / month.due},
                    {"share", share_of(month.on_time, month.due)}});
  return list;
}

// --- filters ---

json option(const std::string& value, const std::string& label, const std::string& chosen_value) {
  return {{"value", value}, {"label", label}, {"chosen", value == chosen_value}};
}

json plan_options(const Moment& moment, const std::set<std::string_view>& seen,
                  const BoardChoice& choice) {
  json list = json::array();
  for (const auto& [id, plan] : moment.world.office.plans) {
    if (seen.contains(id)) list.push_back(option(id, plan.plan.title(), choice.plan));
  }
  return list;
}

/// Units with others below them, and while they are few all of them.
json unit_options(const Moment& moment, Sight& sight, const BoardChoice& choice) {
  const auto& units = moment.world.office.directory.units();
  std::set<std::string_view> parents;
  for (const auto& [id, unit] : units) parents.insert(unit.parent);
  json list = json::array();
  for (const auto& [id, unit] : units) {
    const bool shown = units.size() <= k_units_to_choose || parents.contains(id);
    if (shown && !unit.external && sight.sees(id) && list.size() < k_units_to_choose)
      list.push_back(option(id, unit.name, choice.unit));
  }
  return list;
}

/// Plans and periods of what the visitor may see.
struct Offered {
  std::set<std::string_view> plans;
  std::set<std::string_view> periods;
};

Offered offered(const Moment& moment, Sight& sight, const BoardChoice& choice) {
  Offered seen;
  const Assignment* last = nullptr;  // neighbours mostly are of one plan and period
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (last != nullptr && last->plan == a.plan && last->period == a.period) continue;
    const bool has_period = !a.period.empty() && (choice.plan.empty() || a.plan == choice.plan);
    const bool is_news =
        !seen.plans.contains(a.plan) || (has_period && !seen.periods.contains(a.period));
    if (is_news && !sight.sees(a)) continue;
    seen.plans.insert(a.plan);
    if (has_period) seen.periods.insert(a.period);
    last = &a;
  }
  return seen;
}

json period_options(const std::set<std::string_view>& periods, const BoardChoice& choice,
                    const PageWords& words) {
  json list = json::array();
  for (std::string_view period : periods)
    list.push_back(option(std::string(period), period_in_words(period, words), choice.period));
  return list;
}

json state_options(const BoardChoice& choice, const PageWords& words) {
  json list = json::array();
  for (std::string_view state : board_states())
    list.push_back(
        option(std::string(state), words.text("state_" + std::string(state)), choice.state));
  return list;
}

json filter_values(const Moment& moment, Sight& sight, const BoardChoice& choice,
                   const PageWords& words, const char* path) {
  const Offered seen = offered(moment, sight, choice);
  return {{"action", path},
          {"plans", plan_options(moment, seen.plans, choice)},
          {"units", unit_options(moment, sight, choice)},
          {"periods", period_options(seen.periods, choice, words)},
          {"states", state_options(choice, words)},
          {"only", choice.only},
          {"duty", choice.duty},
          {"as_of", choice.as_of ? choice.as_of->iso() : ""},
          {"as_of_text", choice.as_of ? choice.as_of->vi() : ""},
          {"bad_date", choice.bad_date},
          {"today", moment.today.iso()}};
}

// --- pages ---

/// The boxes a year before; none when the log does not reach so far back, or when there was nothing
/// then that could be compared. Errors: of the store.
Result<std::optional<Boxes>> boxes_before(const PageTools& tools, const PageCall& call,
                                          const BoardChoice& choice, LocalDate today) {
  const Zone zone = tools.desk.zone();
  const LocalDate day = zone.date_of(year_before(zone.at(today, TimeOfDay{0}), zone));
  std::optional<Boxes> boxes;
  auto looked = tools.desk.look(day, [&](const Moment& moment) {
    if (moment.judged.empty()) return;
    Sight sight(moment, call.visitor);
    const Boxes then = count(chosen(moment, sight, choice, true));
    if (then.total > 0) boxes = then;
  });
  if (!looked) return tl::unexpected(looked.error());
  return boxes;
}

json live_values(const Moment& moment, Sight& sight, const BoardChoice& choice,
                 const std::optional<Boxes>& before, const PageWords& words) {
  const auto all = chosen(moment, sight, choice, true);
  const Boxes boxes = count(all);
  const auto change = before ? std::optional(change_of(boxes, *before)) : std::nullopt;
  std::vector<Judged> of_state;
  if (!choice.state.empty())
    std::copy_if(all.begin(), all.end(), std::back_inserter(of_state),
                 [&](const Judged& one) { return matches_state(one.judgement, choice.state); });
  const HeatMap map = heat_map(moment.world.office, choice.state.empty() ? all : of_state,
                               choice.plan, (choice.page - 1) * k_units_a_page, k_units_a_page);
  json values{{"boxes", json::array()}, {"beside", json::array()}, {"rows", json::array()}};
  for (const Box& box : k_official)
    values["boxes"].push_back(box_values(box, boxes, change, choice, words));
  for (const Box& box : k_beside) {
    if (boxes.*box.number != 0)
      values["beside"].push_back(box_values(box, boxes, std::nullopt, choice, words));
  }
  for (const HeatRow& row : map.rows) values["rows"].push_back(row_values(row, map, choice, words));
  values["columns"] = column_values(map, choice);
  values["legend"] = legend_values(words);
  values["units_text"] =
      words.filled("units_shown", {{"n", thousands(static_cast<std::int64_t>(map.units))}});
  values["overdue_share"] = share_of(boxes.open_overdue, boxes.total);
  values["pager"] = pager("/board", choice, map.units, k_units_a_page, words);
  values["trend"] = trend_values(moment, all);
  values["has_trend"] = !values["trend"].empty();
  values["has_rows"] = !map.rows.empty();
  values["at"] = moment.world.zone.clock(moment.at);
  return values;
}

struct Shown {
  json values;
  std::string version;
};

/// Errors: those of the store.
Result<Shown> show_board(const PageTools& tools, const PageCall& call, const BoardChoice& choice,
                         bool with_filters) {
  const PageWords& words = tools.kit.words(call.visitor);
  auto version = tools.desk.version();  // before the look: what comes in between is shown again
  if (!version) return tl::unexpected(version.error());
  const LocalDate today = choice.as_of.value_or(tools.desk.zone().date_of(tools.desk.now()));
  auto before = boxes_before(tools, call, choice, today);
  if (!before) return tl::unexpected(before.error());
  json values;
  auto looked = tools.desk.look(choice.as_of, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    values = live_values(moment, sight, choice, *before, words);
    if (with_filters) values["filter"] = filter_values(moment, sight, choice, words, "/board");
  });
  if (!looked) return tl::unexpected(looked.error());
  const std::string address = address_of("/board/live", choice);
  values["live"] = choice.as_of ? ""
                                : address + (address.find('?') == address.npos ? "?" : "&") +
                                      "version=" + percent_encoded(*version);
  return Shown{std::move(values), *version};
}

Response board(const PageTools& tools, const PageCall& call) {
  auto shown = show_board(tools, call, board_choice_at(call.request, tools.desk), true);
  if (!shown) return plain_page(tools.kit, call, 503, "say_unavailable");
  shown->values["csv"] = address_of("/board.csv", board_choice_at(call.request, tools.desk));
  return page(tools.kit, call, "board", "board_title", std::move(shown->values));
}

Response board_again(const PageTools& tools, const PageCall& call) {
  const auto version = tools.desk.version();
  if (version && *version == call.request.parameter("version"))
    return {204, "text/html; charset=utf-8", ""};
  auto shown = show_board(tools, call, board_choice_at(call.request, tools.desk), false);
  if (!shown) return plain_page(tools.kit, call, 503, "say_unavailable");
  return part(tools.kit, call, "board_live", std::move(shown->values));
}

Response duties(const PageTools& tools, const PageCall& call) {
  const BoardChoice choice = board_choice_at(call.request, tools.desk);
  const PageWords& words = tools.kit.words(call.visitor);
  json values;
  auto looked = tools.desk.look(choice.as_of, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const auto all = chosen(moment, sight, choice, false);
    auto sorted = worst_first(all, false);
    const std::size_t from = std::min((choice.page - 1) * k_duties_a_page, sorted.size());
    const std::size_t to = std::min(from + k_duties_a_page, sorted.size());
    const std::vector<const Judged*> shown(sorted.begin() + static_cast<std::ptrdiff_t>(from),
                                           sorted.begin() + static_cast<std::ptrdiff_t>(to));
    values["rows"] = duty_values(rows_at(moment, shown), words);
    values["has_rows"] = !shown.empty();
    values["count"] =
        words.filled("duties_found", {{"n", thousands(static_cast<std::int64_t>(all.size()))}});
    values["pager"] = pager("/duties", choice, all.size(), k_duties_a_page, words);
    values["filter"] = filter_values(moment, sight, choice, words, "/duties");
    const bool names_unit = !choice.only.empty() && sight.sees(choice.only);
    values["unit_name"] = names_unit ? name_of_unit(moment.world, choice.only) : "";
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["csv"] = address_of("/board.csv", choice);
  return page(tools.kit, call, "duties", "duties_title", std::move(values));
}

}  // namespace

void add_board_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* pattern,
                       Response (*handler)(const PageTools&, const PageCall&)) {
    table.push_back({"GET", pattern, Rule::signed_in, Subject::none,
                     [tools, handler](const PageCall& call) { return handler(tools, call); },
                     handler != board_again});
  };
  add("/board", board);
  add("/board/live", board_again);
  add("/duties", duties);
}

}  // namespace dondoc
