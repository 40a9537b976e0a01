#include "intake/language/event_time.h"

#include <algorithm>

#include "intake/language/word_pattern.h"

namespace dondoc::intake {

std::size_t long_from_event(const Tokens& tokens, std::size_t at) {
  static const PatternList k_count({"ít|tối? nhất|thiểu? # ngày|giờ|tuần làm? việc?"});
  constexpr std::size_t k_words_most = 9;
  if (at >= tokens.size() || !(tokens[at].is("trước") || tokens[at].is("sau"))) return 0;
  for (std::size_t end = at + 2; end < std::min(at + k_words_most, tokens.size()); ++end) {
    if (tokens[end - 1].kind != TokenKind::word) return 0;
    if (const auto length = k_count.match(tokens, end)) return end + length - at;
  }
  return 0;
}

bool names_daily_report(const Tokens& tokens, std::size_t at) {
  static const PatternList k_reports(
      {"báo cáo", "báo cáo nhanh", "báo cáo kết|tình|số quả|hình|liệu"});
  static const PatternList k_hours({"trước|vào|lúc # giờ|h"});
  if (k_hours.match(tokens, at + 1) == 0) return false;
  for (std::size_t from = at > 4 ? at - 4 : 0; from < at; ++from) {
    if (from + k_reports.match(tokens, from) == at) return true;
  }
  return false;
}

}  // namespace dondoc::intake
