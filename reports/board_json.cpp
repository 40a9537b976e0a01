#include "reports/board_json.h"

#include "engine/codec/archive.h"

namespace dondoc {

/// In the order of the enum.
template <>
inline constexpr Names<7> k_names<Standing> = {
    "open_overdue", "open_in_term", "done_on_time", "done_late",
    "unconfirmed",  "requested",    "ongoing",
};

namespace {

/// What is written as one object: the value and the zone its instants are shown in.
struct ZonedRow {
  const BoardRow& row;
  const Zone& zone;
};
struct ZonedBoard {
  const Board& board;
  const Zone& zone;
};

std::optional<std::string> iso(const std::optional<Instant>& t, const Zone& zone) {
  return t ? std::optional(zone.iso(*t)) : std::nullopt;
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

static void describe(WriteArchive& json, const Boxes& boxes) {
  json.always("total", boxes.total);
  json.always("done_on_time", boxes.done_on_time);
  json.always("done_late", boxes.done_late);
  json.always("open_in_term", boxes.open_in_term);
  json.always("open_overdue", boxes.open_overdue);
  json.always("not_updated", boxes.not_updated);
  json.always("unconfirmed", boxes.unconfirmed);
  json.always("requested_open", boxes.requested_open);
  json.always("ongoing", boxes.ongoing);
}

static void describe(WriteArchive& json, const ZonedRow& zoned) {
  const BoardRow& row = zoned.row;
  json.always("code", row.code);
  json.always("plan", row.plan);
  json.always("unit", row.unit);
  json.always("unit_name", row.unit_name);
  json.always("obligation", row.obligation);
  json.always("what", row.what);
  json.always("period", row.period);
  json.always("standing", row.standing);
  json.always("state", row.state);
  json.always("state_label", row.state_label);
  json.always("due_nominal", row.nominal);
  json.always("due_effective", row.effective);
  json.always("days_overdue", row.days_overdue);
  json.always("overdue", row.standing == Standing::open_overdue);
  json.always("due_soon", row.due_soon);
  json.always("late", row.late);
  json.always("days_late", row.days_late);
  json.always("blocked", unless_empty(row.blocked));
  json.always("extension_pending", row.extension_pending);
  json.always("extended_until", row.extended_until);
  json.always("promised", row.promised);
  json.always("disputed", row.disputed);
  json.always("suspended", row.suspended);
  json.always("escalated", row.escalated);
  json.always("not_updated", row.not_updated);
  json.always("last_answer_at", iso(row.last_answer_at, zoned.zone));
  json.always("remark", row.remark);
}

static void describe(WriteArchive& json, const ZonedBoard& zoned) {
  const Board& board = zoned.board;
  json.always("as_of", zoned.zone.iso(board.as_of));
  json.always("boxes", board.boxes);
  json.always("change", board.change);
  std::vector<ZonedRow> rows;
  rows.reserve(board.rows.size());
  for (const BoardRow& row : board.rows) rows.push_back({row, zoned.zone});
  json.always("rows", rows);
}

std::string board_json(const Board& board, const Zone& zone) {
  std::string text;
  JsonWriter json(text);
  WriteArchive(json).object(ZonedBoard{board, zone});
  return text;
}

std::string boxes_json(const Boxes& boxes) {
  std::string text;
  JsonWriter json(text);
  WriteArchive(json).object(boxes);
  return text;
}

}  // namespace dondoc
