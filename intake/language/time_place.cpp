#include "intake/language/time_place.h"

#include <algorithm>

#include "intake/language/duty_words.h"
#include "intake/language/unit_phrase.h"
#include "intake/language/unit_words.h"

namespace dondoc::intake {

bool TimePlace::verb_before() const {
  return std::any_of(s_.verbs.begin(), s_.verbs.end(),
                     [&](const Verb& verb) { return verb.at < time_.begin; });
}

bool TimePlace::trapped() const {
  if (c_.all.quoted[time_.begin]) return true;
  if (c_.all.cited[time_.begin] && time_.form != TimeForm::every) return true;
  // "(tức ngày 14 tháng Giêng)": the same day by the moon.
  if (time_.begin > 0 && (is(time_.begin - 1, "tức") || is(time_.begin - 1, "nhằm"))) return true;
  return counts_figures();
}

bool TimePlace::counts_figures() const {
  static const PatternList k_counts(
      {"tính từ", "chốt số liệu", "số liệu tính", "lấy số liệu", "thời kỳ số liệu", "kỳ số liệu"});
  const std::size_t at = k_counts.find(tokens_, s_.begin, s_.end);
  if (at >= s_.end) return false;
  static const PatternList k_sends({"gửi", "nộp", "trước ngày", "chậm nhất"});
  if (k_sends.find(tokens_, s_.begin, s_.end) >= s_.end) return true;
  return at < time_.begin && c_.all.depth[at] == c_.all.depth[time_.begin] &&
         k_sends.find(tokens_, at, time_.end) >= time_.end;
}

bool TimePlace::labelled() const {
  return c_.whole_is_time || (c_.label_end > 0 && time_.begin >= c_.label_end);
}

bool TimePlace::retold() const {
  if (!c_.frame.signed_on) return false;
  const std::size_t past = past_words().find(tokens_, s_.opened, time_.begin);
  if (past >= time_.begin) return false;
  const auto dues = dues_of(time_, c_.frame);
  return !dues.empty() && end_of(dues.front()) && *end_of(dues.front()) < *c_.frame.signed_on;
}

bool TimePlace::fact() const {
  const std::size_t from = time_.begin > s_.begin + 4 ? time_.begin - 4 : s_.begin;
  for (std::size_t at = from; at <= time_.begin; ++at) {
    if (at > 0 && (is(at - 1, "các") || is(at - 1, "những"))) continue;  // "các tồn tại trước 15/5"
    if (at > 0 && is(at, "bằng") && is(at - 1, "mặt")) continue;  // "giải phóng mặt bằng"
    const std::size_t length = fact_leads().match(tokens_, at);
    if (length > 0 && at + length >= time_.begin) return true;
  }
  if (time_.begin > s_.begin && is(time_.begin - 1, ":") && !numbered_step()) {
    static const PatternList k_marks(
        {"mốc", "thời kỳ", "niên độ", "thời điểm", "giai đoạn", "nhiệm kỳ"});
    return k_marks.find(tokens_, s_.begin, time_.begin) < time_.begin;
  }
  return false;
}

bool TimePlace::percent() const {
  for (std::size_t at = s_.begin; at < s_.end; ++at) {
    if (is(at, "%")) return true;
  }
  return false;
}

bool TimePlace::percent_beside() const {
  std::size_t from = time_.begin, to = time_.end;
  while (from > s_.begin && !is(from - 1, ",")) --from;
  while (to < s_.end && !is(to, ",")) ++to;
  for (std::size_t at = from; at < to; ++at) {
    if (is(at, "%")) return true;
  }
  return false;
}

bool TimePlace::fraction() const {
  return point().is_day() && !is(time_.begin, "ngày") && !is(time_.begin, "thứ") &&
         !time_.points.back().year;
}

bool TimePlace::held_on() const {
  static const PatternList k_held({"tổ chức", "khai mạc|giảng", "bế mạc", "diễn ra", "tựu trường",
                                   "ra quân", "bắt đầu", "kết thúc", "hoàn thành", "khởi công",
                                   "khai trương", "khánh thành", "thông xe", "mít tinh"});
  static const PatternList k_counted({"đợt|lần|khóa|lớp|vòng|kỳ|bước #"});
  const std::size_t from = time_.begin > s_.begin + 2 ? time_.begin - 2 : s_.begin;
  const std::size_t length = std::max(k_held.match(tokens_, from), k_counted.match(tokens_, from));
  return length > 0 && from + length == time_.begin;
}

bool TimePlace::ceremony_day() const {
  static const PatternList k_ceremonies({"khai|bế giảng|mạc", "tựu trường", "ra quân", "khởi công",
                                         "khánh thành", "khai trương", "thông xe"});
  if (!point().is_day() || !point().month) return false;
  const bool ends =
      ends_here(time_.end) || is(time_.end, ",") || is(time_.end, ";") || is(time_.end, "và");
  std::size_t from = time_.begin;
  while (from > s_.begin && !is(from - 1, ",") && !is(from - 1, ";")) --from;
  return ends && k_ceremonies.find(tokens_, from, time_.begin) < time_.begin;
}

bool TimePlace::held_then() const {
  static const PatternList k_parts({"đầu|giữa|cuối|tuần|thượng|trung|hạ"});
  static const PatternList k_held({"tổ chức", "mở", "tập huấn", "hội nghị|thi|thao|diễn|thảo",
                                   "diễn tập", "phát động", "ra mắt|quân", "lễ", "đại hội"});
  static const PatternList k_of_the_month({"công tác", "kế hoạch", "nhiệm vụ", "kết quả",
                                           "trọng tâm", "chương trình", "hoạt động", "số liệu",
                                           "báo cáo", "phong trào", "chủ đề"});
  if (s_.verbs.empty() || !ends_here(time_.end)) return false;
  if (point().is_day() && point().month && time_.points.back().year && is(time_.begin, "ngày"))
    return k_held.match(tokens_, s_.begin) > 0;
  if (!point().is_month()) return false;
  if (k_parts.match(tokens_, time_.begin) > 0) return true;
  if (!time_.points.back().year || !is(time_.begin, "tháng") || time_.begin < s_.begin + 3)
    return false;
  return k_held.match(tokens_, s_.begin) > 0 && k_of_the_month.match(tokens_, time_.begin - 2) == 0;
}

bool TimePlace::numbered_step() const {
  static const PatternList k_step({"giai đoạn # :|(", "giai đoạn i|ii|iii|iv :|("});
  return k_step.find(tokens_, s_.begin, time_.begin) < time_.begin;
}

bool TimePlace::lone_in_bracket() const {
  if (!in_bracket()) return false;
  std::size_t open = time_.begin;
  while (open > s_.begin && !is(open, "(")) --open;
  return time_.begin - open <= 5 &&
         (is(time_.end, ")") || is(time_.end, ";") || is(time_.end, ","));
}

bool TimePlace::leads() const {
  if (time_.begin == s_.begin) return true;
  if (time_.begin == s_.begin + 1) return is(s_.begin, "riêng");
  return is(time_.begin - 1, ":") && !tails();
}

bool TimePlace::tails() const {
  std::size_t before = time_.begin;
  if (before > 0 && (is(before - 1, "các") || is(before - 1, "những"))) --before;
  if (before == 0 || !is(before - 1, ":")) return false;
  std::size_t end = time_.end;  // "Coi thi: các ngày 02, 03/6 (sáng ngày 02: Ngữ văn …)"
  if (is(end, "(") && c_.all.depth[end] > 0) {
    while (end < s_.end && c_.all.depth[end] > 0) ++end;
  }
  return ends_here(end);
}

bool TimePlace::finishing_just_before() const {
  static const PatternList k_finish(
      {"hoàn thành", "xong", "kết thúc", "hoàn tất", "thực hiện xong"});
  if (is(time_.begin, "xong")) return true;  // "xong trong năm 2025" is one limit
  const std::size_t from = time_.begin > s_.begin + 4 ? time_.begin - 4 : s_.begin;
  return k_finish.find(tokens_, from, time_.begin) < time_.begin;
}

bool TimePlace::summed_up_just_before() const {
  return std::any_of(s_.verbs.begin(), s_.verbs.end(), [&](const Verb& verb) {
    return verb.kind == DeadlineKind::summary && verb.end <= time_.begin &&
           time_.begin - verb.end <= 2;
  });
}

bool TimePlace::goes_on() const {
  if (!time_.points.back().year || !ends_here(time_.end) || past()) return false;
  return std::any_of(s_.times.begin(), s_.times.end(), [&](const TimeExpression& time) {
    return time.begin < time_.begin && time.form == TimeForm::points &&
           time.limit == Limit::within && !time.points.front().is_year();
  });
}

bool TimePlace::begins_finishing() const {
  static const PatternList k_finish({"hoàn thành", "hoàn tất", "kết thúc"});
  return k_finish.match(tokens_, s_.begin) > 0;
}

bool TimePlace::past() const {
  if (!c_.frame.signed_on) return false;
  const auto dues = dues_of(time_, c_.frame);
  return !dues.empty() && end_of(dues.front()) && *end_of(dues.front()) < *c_.frame.signed_on;
}

bool TimePlace::acts() const {
  if (!s_.verbs.empty()) return true;
  const auto does = [&](std::size_t at) {
    return at < time_.begin &&
           (predicate_words().match(tokens_, at) > 0 || yearly_verbs().match(tokens_, at) > 0);
  };
  const auto begins = [&](std::size_t at) {
    const auto subject = unit_phrase_at(tokens_, at, s_.end);
    return does(at) || (subject && does(subject->end));
  };
  if (begins(s_.begin)) return true;
  for (std::size_t at = s_.begin; at + 1 < time_.begin; ++at) {
    if (is(at, ":") && begins(at + 1)) return true;
  }
  return false;
}

bool TimePlace::percent_leads() const {
  static const PatternList k_percent({"trên|phấn|tối|ít? đấu|thiểu|nhất? # %"});
  return k_percent.match(tokens_, s_.begin) > 0;
}

bool TimePlace::at_hour() const {
  static const PatternList k_hour({"# giờ|h|: #? phút? ,? sáng|trưa|chiều|tối? ,? ngày"});
  const bool ends =
      ends_here(time_.end) || is(time_.end, ",") || is(time_.end, ";") || is(time_.end, "tại");
  return ends && point().is_day() && point().month && !in_bracket() &&
         k_hour.match(tokens_, time_.begin) > 0;
}

bool TimePlace::shares_limit() const {
  if (!point().is_day() || !point().month || in_bracket() || past()) return false;
  std::size_t at = time_.begin;
  if (at > s_.begin && (is(at - 1, "và") || is(at - 1, ",") || is(at - 1, ";"))) --at;
  if (at == time_.begin || at == 0 || !is(at - 1, ")")) return false;
  std::size_t open = at - 1;
  while (open > s_.begin && c_.all.depth[open] > 0) --open;
  return std::any_of(s_.times.begin(), s_.times.end(), [&](const TimeExpression& time) {
    const bool limits = time.limit == Limit::before || time.limit == Limit::by;
    return limits && time.form == TimeForm::points && time.end == open + 1;
  });
}

bool TimePlace::names_event() const {
  static const PatternList k_events({"đại hội", "hội nghị|thi|thao|thảo|diễn|trại", "lễ",
                                     "ngày hội", "tọa đàm", "tập huấn", "mít tinh", "diễn tập",
                                     "chung kết"});
  return k_events.match(tokens_, s_.begin) > 0;
}

bool TimePlace::ends_here(std::size_t at) const {
  while (at < s_.end && (tokens_[at].is(".") || tokens_[at].is("/") || tokens_[at].is(")"))) ++at;
  return at >= s_.end;
}

}  // namespace dondoc::intake
