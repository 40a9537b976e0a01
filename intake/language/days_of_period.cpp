#include "intake/language/days_of_period.h"

#include "intake/language/time_words.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

constexpr int k_last_day = 31;

struct Period {
  DueEvery every;
  DayOf day_of;
  std::size_t end;
};

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

bool is_number(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == TokenKind::number;
}

/// "của tháng sau", "hằng tháng", "quý": not "tháng 6".
std::optional<Period> period_at(const Tokens& tokens, std::size_t at) {
  if (const auto placement = placement_words().match(tokens, at);
      placement && placement.value->every) {
    const std::size_t end = at + placement.length;
    if (is_number(tokens, end)) return std::nullopt;
    return Period{*placement.value->every, placement.value->day_of, end};
  }
  if (is(tokens, at, "của")) ++at;
  if (is(tokens, at, "tuần") && !is_number(tokens, at + 1))
    return Period{DueEvery::week, DayOf::stated, at + 1};
  if (is(tokens, at, "tháng") && !is_number(tokens, at + 1))
    return Period{DueEvery::month, DayOf::every_month, at + 1};
  const bool one_quarter = at + 1 < tokens.size() && roman(tokens[at + 1].key) > 0;
  if (is(tokens, at, "quý") && !is_number(tokens, at + 1) && !one_quarter)
    return Period{DueEvery::quarter, DayOf::last_of_quarter, at + 1};
  return std::nullopt;
}

TimeExpression day_in(const Period& period, int day) {
  TimeExpression expression;
  expression.rule = "ngay-cua-ky";
  Point point;
  point.day = day;
  point.day_of = period.day_of;
  point.end = period.end;
  expression.points.push_back(point);
  expression.rhythms.push_back({period.every});
  expression.end = period.end;
  return expression;
}

TimeExpression at_point(const Point& point) {
  TimeExpression expression;
  expression.rule = "ngay-thang";
  expression.points.push_back(point);
  expression.end = point.end;
  return expression;
}

/// "tháng 6/2025", "của tháng 6".
std::optional<Point> named_month_at(const Tokens& tokens, std::size_t at) {
  if (is(tokens, at, "của")) ++at;
  if (!is(tokens, at, "tháng")) return std::nullopt;
  return point_at(tokens, at, Bare::refused);
}

std::optional<TimeExpression> last_day_at(const Tokens& tokens, std::size_t at) {
  static const PatternList k_last({"ngày làm? việc? cuối cùng?"});
  const auto length = k_last.match(tokens, at);
  if (length == 0) return std::nullopt;
  if (const auto month = named_month_at(tokens, at + length)) return at_point(*month);
  const auto period = period_at(tokens, at + length);
  return period ? std::optional(day_in(*period, k_last_day)) : std::nullopt;
}

std::optional<TimeExpression> first_days_at(const Tokens& tokens, std::size_t at) {
  static const PatternList k_first({"# ngày làm? việc? đầu tiên?"});
  const auto length = k_first.match(tokens, at);
  if (length == 0 || tokens[at].value < 1 || tokens[at].value > k_last_day) return std::nullopt;
  const int day = static_cast<int>(tokens[at].value);
  if (auto month = named_month_at(tokens, at + length)) {
    month->day = day;
    return at_point(*month);
  }
  auto period = period_at(tokens, at + length);
  if (!period) return std::nullopt;
  if (period->every == DueEvery::quarter) period->day_of = DayOf::first_of_quarter;
  return day_in(*period, day);
}

/// "các ngày thứ Hai, thứ Năm", "các buổi chiều thứ Ba và thứ Sáu": each week.
std::optional<TimeExpression> weekdays_at(const Tokens& tokens, std::size_t at) {
  static const PatternList k_weekday({"thứ hai|ba|tư|năm|sáu|bảy", "thứ #", "chủ nhật"});
  static const PatternList k_lead({"các ngày|buổi? sáng|chiều|tối?"});
  static const PatternList k_week({"hằng|hàng|trong|mỗi|của tuần"});
  const auto lead = k_lead.match(tokens, at);
  if (lead == 0) return std::nullopt;
  std::size_t end = at + lead, count = 0;
  for (auto length = k_weekday.match(tokens, end); length > 0;
       length = k_weekday.match(tokens, end)) {
    ++count;
    end += length;
    if (!is(tokens, end, ",") && !is(tokens, end, "và")) break;
    if (k_weekday.match(tokens, end + 1) == 0) break;
    ++end;
  }
  if (count < 2) return std::nullopt;
  TimeExpression expression;
  expression.form = TimeForm::every;
  expression.rule = "thu-cua-ky";
  expression.rhythms.push_back({DueEvery::week});
  expression.end = end + k_week.match(tokens, end);
  return expression;
}

std::optional<TimeExpression> weekday_at(const Tokens& tokens, std::size_t at) {
  static const PatternList k_weekday({"sáng|chiều|tối? ngày? thứ hai|ba|tư|năm|sáu|bảy",
                                      "sáng|chiều|tối? ngày? thứ #",
                                      "sáng|chiều|tối? ngày? chủ nhật"});
  if (auto listed = weekdays_at(tokens, at)) return listed;
  static const PatternList k_part({"đầu|cuối tiên|cùng?", "tuần đầu|cuối tiên|cùng?",
                                   "của tuần đầu|cuối tiên|cùng?", "tuần thứ? nhất|hai|ba|tư",
                                   "tuần thứ? #"});
  const auto weekday = k_weekday.match(tokens, at);
  if (weekday == 0) return std::nullopt;
  const auto part = k_part.match(tokens, at + weekday);
  if (part == 0) return std::nullopt;
  const auto period = period_at(tokens, at + weekday + part);
  if (!period) return std::nullopt;
  TimeExpression expression;
  expression.form = TimeForm::every;
  expression.rule = "thu-cua-ky";
  expression.rhythms.push_back({period->every});
  expression.end = period->end;
  return expression;
}

}  // namespace

std::optional<TimeExpression> days_of_period(const Tokens& tokens, std::size_t at) {
  if (auto last = last_day_at(tokens, at)) return last;
  if (auto first = first_days_at(tokens, at)) return first;
  return weekday_at(tokens, at);
}

}  // namespace dondoc::intake
