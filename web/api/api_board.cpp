// The board: official boxes, their change against a year before, units × duties; of any day.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "reports/board_json.h"
#include "reports/export.h"
#include "reports/heat_map.h"
#include "web/api/api_list.h"
#include "web/api/api_table.h"
#include "web/board_choice.h"
#include "web/board_file.h"
#include "web/duty_view.h"
#include "web/file_answer.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const HeatCell& cell) {
  return {{"total", cell.total},       {"overdue", cell.overdue},
          {"due_soon", cell.due_soon}, {"in_term", cell.in_term},
          {"done", cell.done},         {"late", cell.late},
          {"waiting", cell.waiting},   {"not_updated", cell.not_updated},
          {"days", cell.days}};
}

Json map_json(const HeatMap& map) {
  Json columns = Json::array();
  for (const HeatColumn& column : map.columns)
    columns.push_back({{"plan", column.plan},
                       {"duty", column.obligation.empty() ? Json() : Json(column.obligation)},
                       {"label", column.label},
                       {"what", column.what}});
  Json rows = Json::array();
  for (const HeatRow& row : map.rows) {
    Json cells = Json::array();
    for (const HeatCell& cell : row.cells) cells.push_back(cell_json(cell));
    rows.push_back({{"unit", row.unit},
                    {"name", row.name},
                    {"above", row.above},
                    {"sum", cell_json(row.sum)},
                    {"cells", std::move(cells)}});
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

std::vector<Judged> of_state(std::vector<Judged> all, const std::string& state) {
  std::erase_if(all, [&](const Judged& one) { return !matches_state(one.judgement, state); });
  return all;
}

/// None when nothing of that time can be compared. Errors: those of the store.
Result<std::optional<Boxes>> year_earlier(const ApiTools& tools, const ApiCall& call,
                                          const BoardChoice& choice) {
  const Zone zone = tools.desk.zone();
  const LocalDate today = choice.as_of.value_or(zone.date_of(tools.desk.now()));
  const LocalDate day = zone.date_of(year_before(zone.at(today, TimeOfDay{0}), zone));
  std::optional<Boxes> boxes;
  auto looked = tools.desk.look(day, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const Boxes then = count(chosen(moment, sight, choice, true));
    if (then.total > 0) boxes = then;
  });
  if (!looked) return tl::unexpected(looked.error());
  return boxes;
}

Response board(const ApiTools& tools, const ApiCall& call) {
  const BoardChoice choice = board_choice_at(call.request, tools.desk);
  const auto before = year_earlier(tools, call, choice);
  if (!before) return unavailable(tools, call);
  const std::size_t limit = limit_of(call.request);
  Json answer;
  auto looked = tools.desk.look(choice.as_of, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const auto all = chosen(moment, sight, choice, true);
    const Boxes boxes = count(all);
    const HeatMap map = heat_map(moment.world.office, of_state(all, choice.state), choice.plan,
                                 (choice.page - 1) * limit, limit);
    answer = map_json(map);
    answer["as_of"] = moment.world.zone.iso(moment.at);
    answer["boxes"] = Json::parse(boxes_json(boxes));
    answer["change"] = *before ? Json::parse(boxes_json(change_of(boxes, **before))) : Json();
    answer["units"] = map.units;
    answer["page"] = choice.page;
    answer["pages"] = std::max<std::size_t>(1, (map.units + limit - 1) / limit);
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Response board_csv(const ApiTools& tools, const ApiCall& call) {
  const BoardChoice choice = board_choice_at(call.request, tools.desk);
  ExportedFile file;
  auto looked = tools.desk.look(
      choice.as_of, [&](const Moment& moment) { file = board_file(moment, call.visitor, choice); });
  if (!looked) return unavailable(tools, call);
  return file_answer(std::move(file));
}

}  // namespace

void add_api_board(std::vector<ApiRoute>& table, const ApiTools& tools) {
  auto parameters = board_parameters();
  parameters.push_back({"page", "Of the units, from 1", "PageNumber"});
  parameters.push_back({"limit", "Units in one answer, 100 without it", "Limit"});
  table.push_back({"GET",
                   "/api/v1/board",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"getBoard",
                    "board",
                    "The official boxes, and units × duties",
                    "Board",
                    {},
                    {},
                    std::move(parameters)},
                   [tools](const ApiCall& call) { return board(tools, call); },
                   true,
                   true});
  table.push_back({"GET",
                   "/api/v1/board.csv",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"getBoardFile",
                    "files",
                    "The rows of the board as a file",
                    "",
                    "text/csv",
                    {},
                    board_parameters()},
                   [tools](const ApiCall& call) { return board_csv(tools, call); },
                   true,
                   true});
}

}  // namespace dondoc
