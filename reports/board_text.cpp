#include "reports/board_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/text/vietnamese.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr std::size_t k_unit_width = 32;
constexpr std::size_t k_what_width = 48;
constexpr std::size_t k_note_width = 80;

struct BoxLabel {
  std::string_view label;
  std::int64_t Boxes::*box;
};

constexpr BoxLabel k_official[] = {
    {"tổng số", &Boxes::total},
    {"hoàn thành đúng hạn", &Boxes::done_on_time},
    {"hoàn thành trễ hạn", &Boxes::done_late},
    {"đang thực hiện trong hạn", &Boxes::open_in_term},
    {"quá hạn", &Boxes::open_overdue},
    {"chưa cập nhật", &Boxes::not_updated},
};
constexpr BoxLabel k_apart[] = {
    {"chờ xác nhận hạn", &Boxes::unconfirmed},
    {"đề nghị, chưa gửi", &Boxes::requested_open},
    {"thường xuyên, theo yêu cầu", &Boxes::ongoing},
};

/// "+3", "−1", "0".
std::string signed_text(std::int64_t value) {
  if (value == 0) return "0";
  return value > 0 ? "+" + thousands(value) : "−" + thousands(-value);
}

/// What is counted beside the official boxes; empty when there is none of it.
std::string apart_text(const Boxes& boxes) {
  std::vector<std::string> parts;
  for (const auto& [label, box] : k_apart) {
    if (boxes.*box != 0) parts.push_back(fmt::format("{} {}", label, thousands(boxes.*box)));
  }
  return parts.empty() ? "" : "Ngoài ra: " + joined(parts, " · ");
}

std::string open_text(const BoardRow& row, LocalDate today) {
  const int days = row.effective ? (std::max(*row.nominal, *row.effective) - today).count : 0;
  if (!row.due_soon) return "Trong hạn";
  return days == 0 ? "Đến hạn hôm nay" : fmt::format("Còn {} ngày", days);
}

std::vector<std::string> cells_of(const BoardRow& row, LocalDate today) {
  std::string situation = standing_text(row, today);
  if (std::string notes = notes_text(row); !notes.empty()) situation += "; " + notes;
  return {row.code, shortened(row.unit_name, k_unit_width), shortened(row.what, k_what_width),
          due_text(row), std::move(situation)};
}

}  // namespace

std::string boxes_text(const Boxes& boxes) {
  std::vector<std::string> parts;
  for (const auto& [label, box] : k_official)
    parts.push_back(fmt::format("{} {}", capitalised(label), thousands(boxes.*box)));
  return joined(parts, " · ");
}

std::string change_text(const Boxes& change) {
  std::vector<std::string> parts;
  for (const auto& [label, box] : k_official)
    parts.push_back(fmt::format("{} {}", label, signed_text(change.*box)));
  return "So với cùng kỳ năm trước: " + joined(parts, " · ");
}

std::string standing_text(const BoardRow& row, LocalDate today) {
  switch (row.standing) {
    case Standing::open_overdue:
      return fmt::format("Quá hạn {} ngày", row.days_overdue);
    case Standing::open_in_term:
      return open_text(row, today);
    case Standing::done_on_time:
      return "Đúng hạn";
    case Standing::done_late:
      return fmt::format("Trễ {} ngày", row.days_late);
    case Standing::requested:
      return row.open ? "Đề nghị" : row.state_label;
    case Standing::ongoing:
      return row.open ? "Thường xuyên" : row.state_label;
    case Standing::unconfirmed:
      break;
  }
  return row.state_label;
}

std::string notes_text(const BoardRow& row) {
  std::vector<std::string> notes;
  if (row.open && row.extended_until) notes.push_back("Gia hạn đến " + row.extended_until->vi());
  if (row.extension_pending) notes.emplace_back("Đang xin gia hạn");
  if (!row.blocked.empty()) notes.push_back("Vướng mắc: " + shortened(row.blocked, k_note_width));
  if (row.disputed) notes.emplace_back("Không thuộc nhiệm vụ");
  if (row.suspended) notes.emplace_back("Tạm dừng");
  if (row.open && row.promised) notes.push_back("Hẹn " + row.promised->vi());
  if (row.escalated) notes.emplace_back("Đã báo cáo lãnh đạo");
  if (row.not_updated) notes.emplace_back("Chưa cập nhật");
  if (row.open && !row.remark.empty())
    notes.push_back("“" + shortened(row.remark, k_note_width) + "”");
  return joined(notes, "; ");
}

std::string due_text(const BoardRow& row) {
  if (!row.effective) return "–";
  if (row.nominal == row.effective) return row.effective->vi();
  return fmt::format("{} (văn bản: {})", row.effective->vi(), row.nominal->vi());
}

std::string board_text(const Board& board) {
  std::string text = boxes_text(board.boxes) + "\n";
  if (std::string apart = apart_text(board.boxes); !apart.empty()) text += apart + "\n";
  if (board.change) text += change_text(*board.change) + "\n";
  if (board.rows.empty()) return text + "\nKhông có việc nào.\n";
  std::vector<std::vector<std::string>> rows{{"Mã", "Đơn vị", "Việc", "Hạn", "Tình hình"}};
  for (const BoardRow& row : board.rows) rows.push_back(cells_of(row, board.today));
  return text + "\n" + table(rows);
}

}  // namespace dondoc
