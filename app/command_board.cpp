#include "app/command_board.h"

#include <cstdio>
#include <utility>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "engine/loop/replay.h"
#include "reports/board.h"
#include "reports/board_json.h"
#include "reports/board_text.h"

namespace dondoc {
namespace {

/// An office and its assignments at one moment.
struct Moment {
  Office office;
  std::vector<Assignment> assignments;
  bool is_before_the_log = false;
};

Result<Moment> stored_moment(Reader& reader, const std::string& plan) {
  auto office = read_office(reader);
  if (!office) return tl::unexpected(office.error());
  CaseFilter filter;
  filter.plan = plan;
  auto cases = read_cases(reader, filter);
  if (!cases) return tl::unexpected(cases.error());
  return Moment{std::move(*office), std::move(*cases), false};
}

Result<Moment> past_moment(Reader& reader, Instant at) {
  auto replayed = replay(reader, at);
  if (!replayed) return tl::unexpected(replayed.error());
  Moment moment{std::move(replayed->office), {}, replayed->events == 0};
  for (auto& entry : replayed->assignments) moment.assignments.push_back(std::move(entry.second));
  return moment;
}

Result<Board> board_at(const ReadingDesk& desk, const BoardOptions& options, Instant at) {
  const Zone zone = desk.settings.config.zone;
  BoardFilter filter;
  filter.plan = options.plan;
  auto moment = options.as_of.empty() ? stored_moment(*desk.reader, options.plan)
                                      : past_moment(*desk.reader, at);
  if (!moment) return tl::unexpected(moment.error());
  if (!options.plan.empty() && moment->office.plan(options.plan) == nullptr)
    return failure(ErrorKind::permanent,
                   "no plan '" + options.plan + "' has been issued by " + zone.clock(at));
  Board board = make_board(moment->office, moment->assignments,
                           desk.settings.definitions.assignment_chart, filter, at, zone);
  const Instant earlier = year_before(at, zone);
  auto before = past_moment(*desk.reader, earlier);
  if (!before) return tl::unexpected(before.error());
  if (!before->is_before_the_log)
    board.change = change_of(board.boxes,
                             boxes_of(before->office, before->assignments, filter, earlier, zone));
  return board;
}

}  // namespace

int run_board(const BoardOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("board", desk.error().message);
  const Zone zone = desk->settings.config.zone;
  auto at = options.as_of.empty() ? std::optional(SystemClock().now())
                                  : parse_instant(options.as_of, zone);
  if (!at) {
    fail("board",
         "--as-of: '" + options.as_of + "' is no date (YYYY-MM-DD) or time (YYYY-MM-DDTHH:MM)");
    return 2;
  }
  auto board = board_at(*desk, options, *at);
  if (!board) return fail("board", board.error().message);
  print(options.json ? board_json(*board, zone) : board_text(*board));
  return 0;
}

}  // namespace dondoc
