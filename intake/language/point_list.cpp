#include "intake/language/point_list.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "intake/language/time_words.h"

namespace dondoc::intake {
namespace {

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

/// The month that ends before `end` is the last of "tháng 3, 6 và 9".
bool names_month(const Tokens& tokens, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 1 && tokens[at].kind == TokenKind::number && !is(tokens, at - 1, "tháng") &&
         (is(tokens, at - 1, ",") || is(tokens, at - 1, "và")))
    at -= 2;
  return at > 0 && is(tokens, at - 1, "tháng");
}

/// "15 và 30 hàng tháng", "03, 04, 05/3/2025": numbers up to one that says of which month.
bool days_end_at_month(const Tokens& tokens, std::size_t at) {
  for (; at < tokens.size() && tokens[at].kind == TokenKind::number; at += 2) {
    const auto point = point_at(tokens, at, Bare::accepted);
    if (!point || !point->is_day()) return false;
    if (point->month || placement_words().match(tokens, at + 1)) return true;
    if (!is(tokens, at + 1, ",") && !is(tokens, at + 1, "và")) return false;
  }
  return false;
}

/// "ngày 15 tháng 3, 6, 9 và 12", "ngày 25 tháng 3, tháng 6": the same day of another month.
std::optional<Point> next_month_of_day(const Tokens& tokens, const Point& last, std::size_t at) {
  if (!last.month || last.year || last.end < 2 || !names_month(tokens, last.end))
    return std::nullopt;
  auto month =
      is(tokens, at, "tháng") ? point_at(tokens, at, Bare::refused) : named_by(tokens, at, "tháng");
  if (!month || !month->is_month()) return std::nullopt;
  static constexpr std::string_view k_behind[] = {",",    "và",   ".",   ";", ")",
                                                  "hằng", "hàng", "năm", "&", ":"};
  const bool listed = month->year || month->end >= tokens.size() ||
                      std::find(std::begin(k_behind), std::end(k_behind), tokens[month->end].key) !=
                          std::end(k_behind);
  if (!listed) return std::nullopt;
  month->day = last.day;
  return month;
}

}  // namespace

std::optional<Point> named_by(const Tokens& tokens, std::size_t at, std::string_view word) {
  Tokens part;
  Token named;
  named.key = std::string(word);
  part.push_back(named);
  for (std::size_t i = at; i < std::min(at + 6, tokens.size()); ++i) part.push_back(tokens[i]);
  auto point = point_at(part, 0, Bare::refused);
  if (!point) return std::nullopt;
  point->end = at + point->end - 1;
  return point;
}

std::optional<Point> next_of_kind(const Tokens& tokens, const Point& last, std::size_t at,
                                  Listed listed) {
  auto point = point_at(tokens, at, Bare::accepted);
  const bool named = at < tokens.size() && tokens[at].kind == TokenKind::word;
  if (last.is_day()) {
    if (auto month = next_month_of_day(tokens, last, at)) return month;
    if (!point || !point->is_day()) return std::nullopt;
    if (!point->month && !named && listed != Listed::days &&
        !(last.month == std::nullopt && days_end_at_month(tokens, at)))
      return std::nullopt;
    return point;
  }
  if (last.is_month()) {
    if (point && point->is_month()) return point;
    if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return std::nullopt;
    return named_by(tokens, at, "tháng");
  }
  if (last.is_quarter()) {
    if (point && point->is_quarter()) return point;
    return named_by(tokens, at, "quý");
  }
  if (last.is_year()) {
    if (point && point->is_year()) return point;
    return named_by(tokens, at, "năm");
  }
  return std::nullopt;
}

void complete_years(std::vector<Point>& points) {
  for (std::size_t i = points.size(); i-- > 1;) {
    if (!points[i - 1].year && !points[i - 1].next_year) {
      points[i - 1].year = points[i].year;
      points[i - 1].next_year = points[i].next_year;
      const bool earlier = points[i].year && points[i - 1].month && points[i].month &&
                           *points[i - 1].month > *points[i].month;  // "tháng 12, 01/2026"
      if (earlier) points[i - 1].year = *points[i].year - 1;
    }
    if (points[i - 1].day && !points[i - 1].month) points[i - 1].month = points[i].month;
  }
}

bool take_first_of_months(const Tokens& tokens, Point& day) {
  if (!day.is_day() || day.month) return false;
  static const PatternList k_months({"của? các|những tháng"});
  const auto length = k_months.match(tokens, day.end);
  if (length == 0) return false;
  const auto month = named_by(tokens, day.end + length, "tháng");
  if (!month || !month->is_month()) return false;
  day.month = month->month;
  day.year = month->year;
  day.end = month->end;
  return true;
}

bool ends_of_quarters(const std::vector<Point>& points) {
  constexpr std::size_t k_quarters = 4;
  if (points.size() != k_quarters) return false;
  for (std::size_t i = 0; i < k_quarters; ++i) {
    if (points[i].year || points[i].month != static_cast<int>(3 * (i + 1))) return false;
  }
  return true;
}

}  // namespace dondoc::intake
