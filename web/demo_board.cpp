#include <algorithm>

#include "engine/text/vietnamese.h"
#include "reports/board.h"
#include "reports/board_text.h"
#include "web/demo_parts.h"

namespace dondoc {
namespace {

/// A page with more rows helps nobody; the filter of the later dashboard does.
constexpr std::size_t k_rows_shown = 150;

/// Labels and order as in the Government's reports (anchors.md §2).
std::vector<BoxView> official_boxes(const Boxes& boxes) {
  return {
      {"total", "Tổng số", thousands(boxes.total)},
      {"on-time", "Hoàn thành đúng hạn", thousands(boxes.done_on_time)},
      {"late", "Hoàn thành trễ hạn", thousands(boxes.done_late)},
      {"term", "Đang thực hiện trong hạn", thousands(boxes.open_in_term)},
      {"overdue", "Quá hạn", thousands(boxes.open_overdue)},
      {"silent", "Chưa cập nhật", thousands(boxes.not_updated)},
  };
}

std::vector<BoxView> boxes_beside(const Boxes& boxes) {
  std::vector<BoxView> beside;
  const auto add = [&](const char* id, const char* label, std::int64_t value) {
    if (value != 0) beside.push_back({id, label, thousands(value)});
  };
  add("unconfirmed", "Chờ xác nhận hạn", boxes.unconfirmed);
  add("requested", "Đề nghị, chưa gửi", boxes.requested_open);
  add("ongoing", "Thường xuyên, theo yêu cầu", boxes.ongoing);
  return beside;
}

std::string tone_of(const BoardRow& row) {
  if (row.due_soon) return "soon";
  switch (row.standing) {
    case Standing::open_overdue:
      return "overdue";
    case Standing::open_in_term:
      return "term";
    case Standing::done_on_time:
      return "done";
    case Standing::done_late:
      return "late";
    case Standing::unconfirmed:
      return "waiting";
    case Standing::requested:
    case Standing::ongoing:
      return row.open ? "aside" : "done";
  }
  return "aside";
}

/// What needs somebody soon stands above what needs nobody: the duties without a date come last.
int rank_of(const BoardRow& row) {
  if (row.due_soon) return 1;
  switch (row.standing) {
    case Standing::open_overdue:
      return 0;
    case Standing::open_in_term:
      return 2;
    case Standing::unconfirmed:
      return 3;
    case Standing::done_late:
      return 4;
    case Standing::done_on_time:
      return 5;
    case Standing::requested:
      return row.open ? 6 : 5;
    case Standing::ongoing:
      return row.open ? 7 : 5;
  }
  return 7;
}

/// The board's own order within a rank; those still in term by their date.
void sort_rows(std::vector<BoardRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const BoardRow& a, const BoardRow& b) {
    const int rank = rank_of(a);
    if (rank != rank_of(b)) return rank < rank_of(b);
    return rank == 2 && a.effective < b.effective;
  });
}

/// Why it stands where it stands; that the unit is silent is shown apart.
std::string notes_of(BoardRow row) {
  row.not_updated = false;
  return notes_text(row);
}

RowView row_view(const BoardRow& row, LocalDate today) {
  RowView view;
  view.code = row.code;
  view.unit = row.unit_name;
  view.what = row.what;
  view.period = row.period;
  view.due = due_text(row);
  view.standing = standing_text(row, today);
  view.tone = tone_of(row);
  view.notes = notes_of(row);
  view.silence = row.not_updated ? "Chưa cập nhật" : "";
  return view;
}

}  // namespace

void show_board(DemoView& view, const World& world, const std::vector<Assignment>& assignments,
                Instant now) {
  BoardFilter filter;
  filter.plan = view.plan;
  Board board = make_board(world.office, assignments, world.definitions.assignment_chart, filter,
                           now, world.zone);
  sort_rows(board.rows);
  view.boxes = official_boxes(board.boxes);
  view.beside = boxes_beside(board.boxes);
  for (const BoardRow& row : board.rows) {
    if (view.rows.size() == k_rows_shown) break;
    view.rows.push_back(row_view(row, board.today));
  }
  view.rows_hidden = board.rows.size() - view.rows.size();
}

}  // namespace dondoc
