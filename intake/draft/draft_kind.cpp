#include "intake/draft/draft_kind.h"

#include <algorithm>

#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

bool says(const std::string& text, const PatternList& words) {
  const Tokens tokens = tokens_of(text);
  return words.find(tokens, 0, tokens.size()) < tokens.size();
}

/// What an undated duty is done with stands at its beginning.
constexpr std::size_t k_first_words = 16;

}  // namespace

Kind kind_of_dated(const Deadline& deadline) {
  static const PatternList k_plans({"xây dựng kế hoạch", "ban hành kế hoạch", "lập kế hoạch",
                                    "xây dựng chương trình", "xây dựng và gửi kế hoạch"});
  static const PatternList k_training({"tập huấn", "bồi dưỡng", "đào tạo"});
  static const PatternList k_inspection({"kiểm tra", "giám sát", "thanh tra"});
  static const PatternList k_consolidating({"tổng hợp"});
  const bool triggered =
      deadline.due.form == DueForm::unspecified &&
      (deadline.due.open == OpenDue::on_request || deadline.due.open == OpenDue::event);
  switch (deadline.kind) {
    case DeadlineKind::report:
      if (triggered) return Kind::report_adhoc;
      if (says(deadline.what, k_consolidating)) return Kind::consolidate;
      return deadline.due.form == DueForm::every || deadline.due.open == OpenDue::periodic
                 ? Kind::report_periodic
                 : Kind::report_once;
    case DeadlineKind::summary:
      return Kind::review;
    case DeadlineKind::settlement:
      return Kind::settlement;
    case DeadlineKind::event:
      return Kind::event;
    case DeadlineKind::task:
      break;
  }
  if (triggered) return Kind::triggered;
  if (deadline.due.open == OpenDue::ongoing) return Kind::task_ongoing;
  if (says(deadline.what, k_plans)) return Kind::plan_issue;
  if (says(deadline.what, k_training)) return Kind::training;
  if (says(deadline.what, k_inspection)) return Kind::inspection;
  return Kind::task_once;
}

Kind kind_of_undated(const Deadline& duty) {
  static const PatternList k_lasting({"tăng cường", "đẩy mạnh", "tiếp tục", "thường xuyên",
                                      "nâng cao", "phát huy", "quan tâm", "duy trì", "chú trọng",
                                      "làm tốt", "tích cực", "vận động", "theo dõi", "đôn đốc"});
  static const PatternList k_once({"ban hành", "thành lập", "kiện toàn", "ký kết", "khảo sát",
                                   "thống kê", "điều tra", "rà soát", "thu thập", "lập danh|dự|hồ",
                                   "phê duyệt", "công bố", "mua sắm", "sửa chữa", "nâng cấp",
                                   "tổ chức hội|lễ|lớp|đợt|cuộc|buổi|ngày|tháng|tuần|chiến|họp",
                                   "tổ chức # hội|lễ|lớp|đợt|cuộc|buổi|ngày|phiên"});
  static const PatternList k_always({"thường xuyên"});
  Deadline first = duty;
  Tokens tokens = tokens_of(duty.what);
  const std::size_t end = std::min(tokens.size(), k_first_words);
  if (k_lasting.match(tokens, 0) > 0 || k_always.find(tokens, 0, end) < end)
    return Kind::task_ongoing;
  if (end < tokens.size()) first.what.resize(tokens[end].begin);
  const Kind kind = kind_of_dated(first);
  const bool once = kind != Kind::task_once || k_once.find(tokens, 0, end) < end;
  return once && kind != Kind::inspection ? kind : Kind::task_ongoing;
}

}  // namespace dondoc::intake
