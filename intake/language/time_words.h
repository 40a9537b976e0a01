// The words around times: data that somebody who knows the language can change (docs/reading.md).
// Values only; safe from any thread.
#pragma once

#include "intake/language/time_expression.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {

/// What stands before a date: "chậm nhất đến ngày". "ngày" itself belongs to the point.
const PatternTable<Limit>& limit_words();

/// The name of the rule by which a point with this limit is read, for --explain.
std::string_view rule_of_limit(Limit limit);

struct Placement {
  std::optional<DueEvery> every;  ///< none: said by the point alone
  DayOf day_of = DayOf::stated;
};
/// What stands behind a date: "hằng năm", "của tháng cuối quý".
const PatternTable<Placement>& placement_words();

/// "hằng", "hàng", "mỗi", "định kỳ hằng": a period follows.
const PatternList& rhythm_leads();
/// The periods themselves: "6 tháng", "quý".
const PatternTable<DueEvery>& period_words();
/// "2 năm/lần", "mỗi tháng một lần": the number is the interval.
const PatternTable<DueEvery>& interval_words();
/// "02 lần/năm", "04 tin, bài/quý": the number is how often.
const PatternTable<DueEvery>& frequency_words();

struct OpenTime {
  TimeForm form;
  std::string_view rule;
};
/// Everything that says when without a calendar: "ngay khi", "đột xuất", "theo tiến độ".
const PatternTable<OpenTime>& open_time_words();

/// "và các năm tiếp theo", "trở đi".
const PatternList& open_ends();

}  // namespace dondoc::intake
