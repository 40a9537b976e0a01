#include "reports/overdue_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr std::size_t k_units_listed = 10;
constexpr std::size_t k_what_width = 60;
constexpr std::size_t k_reason_width = 60;

/// The overdue rows of one unit, worst first.
using UnitRows = std::vector<const BoardRow*>;

/// In order of each unit's worst row.
std::vector<UnitRows> overdue_by_unit(const Board& board) {
  std::vector<UnitRows> units;
  std::map<std::string_view, std::size_t> places;
  for (const BoardRow& row : board.rows) {
    if (row.standing != Standing::open_overdue) continue;
    auto [place, is_new] = places.try_emplace(row.unit, units.size());
    if (is_new) units.emplace_back();
    units[place->second].push_back(&row);
  }
  return units;
}

/// "24/11" in this year, "24/11/2022" in another.
std::string short_date(LocalDate date, LocalDate today) {
  const std::string text = date.vi();
  return date.year() == today.year() ? text.substr(0, text.rfind('/')) : text;
}

bool is_one_duty(const std::vector<UnitRows>& units) {
  const BoardRow& first = *units.front().front();
  return std::all_of(units.begin(), units.end(), [&](const UnitRows& rows) {
    return rows.size() == 1 && rows.front()->plan == first.plan &&
           rows.front()->obligation == first.obligation && rows.front()->period == first.period;
  });
}

/// The day that passed for those without an extension.
LocalDate common_due(const std::vector<UnitRows>& units) {
  LocalDate earliest = *units.front().front()->effective;
  for (const UnitRows& rows : units) earliest = std::min(earliest, *rows.front()->effective);
  return earliest;
}

std::string head_of(const std::vector<UnitRows>& units, LocalDate today) {
  const BoardRow& first = *units.front().front();
  if (is_one_duty(units))
    return fmt::format("QUÁ HẠN – [{}] {}, hạn {}", first.obligation,
                       shortened(first.what, k_what_width), short_date(common_due(units), today));
  std::size_t duties = 0;
  for (const UnitRows& rows : units) duties += rows.size();
  return fmt::format("QUÁ HẠN – {} việc, {} đơn vị", duties, units.size());
}

/// What the unit last said: a difficulty before a promise before anything else.
std::string answer_of(const BoardRow& row, LocalDate today) {
  if (!row.blocked.empty()) return fmt::format("\"{}\"", shortened(row.blocked, k_reason_width));
  if (row.extension_pending) return "đang xin gia hạn";
  if (row.disputed) return "báo không thuộc nhiệm vụ";
  if (row.promised) return "hẹn " + short_date(*row.promised, today);
  if (!row.last_answer_at) return "chưa phản hồi";
  return row.remark.empty() ? "đã phản hồi"
                            : fmt::format("\"{}\"", shortened(row.remark, k_reason_width));
}

std::string line_of(const UnitRows& rows, bool one_duty, LocalDate today) {
  const BoardRow& worst = *rows.front();
  std::string days = fmt::format("{} ngày", worst.days_overdue);
  if (!one_duty) days = fmt::format("[{}] {}", worst.code, days);
  if (worst.extended_until)
    days += fmt::format(" (gia hạn đến {})", short_date(*worst.extended_until, today));
  if (rows.size() > 1) days += fmt::format(", và {} việc khác", rows.size() - 1);
  return fmt::format("{} – {} – {}", on_one_line(worst.unit_name), days, answer_of(worst, today));
}

}  // namespace

std::string overdue_list(const Board& board, std::string_view link) {
  const auto units = overdue_by_unit(board);
  if (units.empty()) return "Không có việc quá hạn.";
  std::string text = head_of(units, board.today);
  const bool one_duty = is_one_duty(units);
  const std::size_t listed = std::min(units.size(), k_units_listed);
  for (std::size_t i = 0; i < listed; ++i)
    text += fmt::format("\n{}. {}", i + 1, line_of(units[i], one_duty, board.today));
  if (listed < units.size()) text += fmt::format("\nCòn {} đơn vị khác", units.size() - listed);
  if (listed < units.size() && !link.empty()) text += fmt::format(": {}", link);
  return text;
}

}  // namespace dondoc
