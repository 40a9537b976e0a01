// Time expressions: every place of a text where it says when, and how it says so. Whether that is a
// deadline is judged later (deadline_rules.h).
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "intake/language/calendar_point.h"
#include "intake/language/token.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

enum class TimeForm {
  points,    ///< one date, month, quarter, year or several
  period,    ///< from … to …
  every,     ///< "hằng quý", "2 năm/lần", "báo cáo tháng, quý, năm"
  relative,  ///< "trong 10 ngày làm việc", "ngay khi nước rút", "trước ngày khai giảng"
  condition,   ///< "khi …", "sau khi …"
  on_request,  ///< "đột xuất", "khi có yêu cầu"
  periodic,    ///< "định kỳ" without a period
  vague,       ///< "theo tiến độ", "theo lộ trình"
  continuous,  ///< "thường xuyên"
};

enum class Limit {
  none,
  before,  ///< "trước ngày": the day itself is too late
  by,      ///< "chậm nhất", "đến hết"
  within,  ///< "trong tháng", "vào ngày"
  from,    ///< "từ ngày … trở đi"
};

struct Rhythm {
  DueEvery every = DueEvery::year;
  int interval = 1;
  int times = 0;
};

struct TimeExpression {
  TimeForm form = TimeForm::points;
  Limit limit = Limit::none;
  std::size_t begin = 0, end = 0;  ///< tokens
  std::vector<Point> points;       ///< of a period its end; empty: open
  std::optional<Point> from;
  bool range = false;           ///< points of one stretch ("tháng 11 - 12"), not of a list
  bool open_ended = false;      ///< "và các năm tiếp theo", "trở đi"
  bool from_now = false;        ///< "từ nay đến …"
  std::vector<Rhythm> rhythms;  ///< of every; of points: "hằng năm" behind them
  bool lone_day = false;        ///< "trước ngày 25": of which period is said elsewhere
  bool bare = false;            ///< a period without "hằng" or "định kỳ": "quý, 6 tháng"
  std::string_view rule;
};

/// In their order, not overlapping.
std::vector<TimeExpression> time_expressions(const Tokens& tokens);

}  // namespace dondoc::intake
