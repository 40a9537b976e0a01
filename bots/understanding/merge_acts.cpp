#include "bots/understanding/merge_acts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dondoc::understanding {
namespace {

bool is_numberless_progress(const Said& said) {
  return said.kind == Kind::progress && !said.percent && !said.done && said.stage.empty();
}

bool is_nil(const Said& said) { return said.kind == Kind::report && said.nil; }

/// "ok", "dạ": politeness, when something else is said in the same breath.
bool is_mere_courtesy(const Said& said) {
  return said.rule == "ack.yes" || said.rule == "ack.ok" || said.rule == "ack.let_me_see";
}

bool is_closed_between(const Utterance& text, const Said& a, const Said& b) {
  for (std::size_t i = a.end; i > 0 && i <= b.begin; ++i) {
    if (text.words()[i - 1].mark != 0) return true;
  }
  return false;
}

/// What one act takes from another that only says it again.
void take_over(Said& into, Said& from) {
  if (!into.percent) into.percent = from.percent;
  if (!into.percent_max) into.percent_max = from.percent_max;
  if (!into.done) into.done = from.done;
  if (!into.total) into.total = from.total;
  if (into.stage.empty()) into.stage = std::move(from.stage);
  if (!into.on) into.on = from.on;
  if (!into.until) into.until = from.until;
  if (!into.from) into.from = from.from;
  if (!into.days) into.days = from.days;
  if (!into.working_days) into.working_days = from.working_days;
  if (!into.time) into.time = from.time;
  if (into.part_of_day.empty()) into.part_of_day = std::move(from.part_of_day);
  if (!into.hours) into.hours = from.hours;
  if (into.doc_no.empty()) into.doc_no = std::move(from.doc_no);
  if (into.channel.empty()) into.channel = std::move(from.channel);
  if (into.part.empty()) into.part = std::move(from.part);
  if (into.to.empty()) into.to = std::move(from.to);
  if (into.unit.empty()) into.unit = std::move(from.unit);
  into.temporary = into.temporary || from.temporary;
  into.nil = into.nil || from.nil;
  into.correction = into.correction || from.correction;
  into.approx = into.approx || from.approx;
  into.opt_out = into.opt_out || from.opt_out;
  for (FoundFigure& figure : from.values) into.values.push_back(std::move(figure));
  into.confidence = std::max(into.confidence, from.confidence);
  into.end = std::max(into.end, from.end);
}

class Merger {
 public:
  Merger(const Utterance& text, std::vector<Said> acts) : text_(text), acts_(std::move(acts)) {}

  std::vector<Said> merged() {
    drop_courtesy();
    join_same();
    explain();
    figures_and_states();
    join_same();
    drop_idle();
    join_same();
    return std::move(acts_);
  }

 private:
  template <typename Is>
  bool any(Is is) const {
    return std::any_of(acts_.begin(), acts_.end(), is);
  }

  bool has(Kind kind) const {
    return any([&](const Said& said) { return said.kind == kind; });
  }

  template <typename Is>
  void drop(Is is) {
    acts_.erase(std::remove_if(acts_.begin(), acts_.end(), is), acts_.end());
  }

  /// "dạ xong rồi" is done; "ok chị, mà hạn bữa nào" is both.
  void drop_courtesy() {
    for (std::size_t i = 0; i + 1 < acts_.size();) {
      const Said& next = acts_[i + 1];
      const bool state = next.kind == Kind::done || next.kind == Kind::report ||
                         next.kind == Kind::progress || next.kind == Kind::decline ||
                         next.kind == Kind::blocked || next.kind == Kind::ack;
      const bool weak = acts_[i].rule == "ack.yes" || acts_[i].rule == "ack.let_me_see" ||
                        (acts_[i].rule == "ack.ok" && state);
      const bool real_next = next.kind != Kind::none || next.opt_out;
      if (is_mere_courtesy(acts_[i]) && weak && real_next) {
        acts_.erase(acts_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
    // Behind another act it adds nothing.
    for (std::size_t i = acts_.size(); i-- > 1;) {
      if (is_mere_courtesy(acts_[i])) acts_.erase(acts_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  bool may_join(const Said& a, const Said& b) const {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
      case Kind::done:
      case Kind::progress:
      case Kind::extension:
      case Kind::snooze:
      case Kind::handover:
      case Kind::decline:
        return a.part.empty() || b.part.empty() || a.part == b.part;
      case Kind::query:
        return a.query.empty() || b.query.empty() || a.query == b.query;
      default:
        return true;
    }
  }

  void join_same() {
    for (std::size_t i = 0; i + 1 < acts_.size();) {
      Said& a = acts_[i];
      Said& b = acts_[i + 1];
      if (!may_join(a, b)) {
        ++i;
        continue;
      }
      if (a.kind == Kind::blocked) join_blocked(a, b);
      // "mai em đi họp, thứ 5 em gửi báo cáo": when it comes counts, not what is done before.
      if (a.rule == "snooze.do_on" && b.until) a.until.reset();
      // "dự thảo đang trình ký": where it is now.
      if (a.stage == "dự thảo" && !b.stage.empty()) a.stage.clear();
      if (a.kind == Kind::decline && b.confidence > a.confidence) a.reason = b.reason;
      if (a.kind == Kind::query && a.query.empty()) a.query = b.query;
      take_over(a, b);
      acts_.erase(acts_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  /// Two clauses about one obstacle: both are the reason, the surer one names its kind.
  void join_blocked(Said& a, const Said& b) const {
    const bool second = a.category.empty() || (!b.category.empty() && b.confidence > a.confidence);
    if (second) a.category = b.category;
    if (!b.reason.empty() && a.reason.find(b.reason) == std::string::npos) {
      a.reason += a.reason.empty() ? b.reason : ", " + b.reason;
    }
  }

  /// What only explains another act: "xin lùi tới 20/11 vì chờ số liệu", "chưa làm được vì …".
  void explain() {
    for (std::size_t i = 0; i + 1 < acts_.size();) {
      const bool changed = explains(i);
      i = changed ? 0 : i + 1;
    }
  }

  bool explains(std::size_t i) {
    Said& a = acts_[i];
    Said& b = acts_[i + 1];
    const auto first = acts_.begin() + static_cast<std::ptrdiff_t>(i);
    if (a.kind == Kind::extension && b.kind == Kind::blocked && !starts_new(b)) {
      if (a.reason.empty() || b.reason.find(a.reason) != std::string::npos) a.reason = b.reason;
      acts_.erase(first + 1);
      return true;
    }
    if (a.kind == Kind::blocked && is_numberless_progress(b) && is_of_one_part(a, b)) {
      if (b.begin >= a.end && !is_closed_between(text_, a, b))
        a.reason += " " + text_.typed(b.begin, text_.size());
      acts_.erase(first + 1);
      return true;
    }
    if (a.kind == Kind::extension && is_numberless_progress(b) && !starts_new(b) &&
        !is_sentence_between(a, b)) {
      if (a.reason.empty()) a.reason = text_.typed(b.begin, text_.size());
      acts_.erase(first + 1);
      return true;
    }
    // "làm xong rồi mà mất file": there is nothing any more.
    if (a.kind == Kind::done && b.kind == Kind::blocked && is_opposed(a, b)) {
      acts_.erase(first);
      return true;
    }
    // "nghỉ sanh từ 1/12, bàn giao cho em Ngân": the absence says how long.
    if (a.kind == Kind::blocked && a.category == "absent" && b.kind == Kind::handover) {
      take_absence(a, b);
      acts_.erase(first);
      return true;
    }
    // "cháu đang đưa vợ đi khám, mai cháu gửi": not the work, why it waits.
    if (a.rule == "progress.now" && is_numberless_progress(a) && a.part.empty() &&
        (b.kind == Kind::snooze || b.kind == Kind::handover)) {
      acts_.erase(first);
      return true;
    }
    // "ai bảo là xong, em còn đang gõ": no question.
    if (a.rule.starts_with("query.who_said") && b.kind == Kind::progress) {
      acts_.erase(first);
      return true;
    }
    // "sốt xuất huyết: 4 cuộc": what the report is about, nobody is ill.
    if (a.rule == "blocked.ill_named" && b.kind == Kind::report) {
      acts_.erase(first);
      return true;
    }
    if (a.kind == Kind::report && b.rule == "blocked.ill_named") {
      acts_.erase(first + 1);
      return true;
    }
    // "sao máy vẫn báo chưa nộp? Em nộp hôm qua rồi": the answer stands behind.
    if (a.kind == Kind::query && b.kind == Kind::done &&
        text_.any_at(0, {"sao", "ua sao", "ua"}) > 0) {
      acts_.erase(first);
      return true;
    }
    // "làm xong rồi, đang trình ký": on its way, not sent.
    if (a.kind == Kind::done && b.kind == Kind::progress && !b.stage.empty() && a.doc_no.empty()) {
      acts_.erase(first);
      return true;
    }
    // "gửi rồi, hôm thứ bảy": the day belongs to what was done.
    if (a.kind == Kind::done && b.rule == "snooze.bare_day" && b.on) {
      a.on = b.on;
      acts_.erase(first + 1);
      return true;
    }
    // "tới thứ 7 mới nộp được, cho em trễ nhé": the day of the promise is what is asked for.
    const bool open_request = b.kind == Kind::extension && !b.until && !b.days && !b.working_days;
    if (a.kind == Kind::snooze && open_request && a.until && a.part.empty()) {
      b.until = a.until;
      acts_.erase(first);
      return true;
    }
    // "đau mắt đỏ quá cho em xin trễ 2 ngày": the trouble is the reason of the request.
    if (a.kind == Kind::blocked && b.kind == Kind::extension && a.part.empty() && !denies(a) &&
        !is_sentence_between(a, b)) {
      if (b.reason.empty()) b.reason = a.reason;
      acts_.erase(first);
      return true;
    }
    // "vướng vì 3 người đi làm ăn xa": a number of the obstacle, not of the report.
    if (a.kind == Kind::blocked && b.kind == Kind::report && !b.nil &&
        !is_closed_between(text_, a, b)) {
      a.reason += " " + text_.typed(b.begin, text_.size());
      acts_.erase(first + 1);
      return true;
    }
    if (is_numberless_progress(a) && b.kind == Kind::blocked && is_of_one_part(a, b)) {
      if (b.part.empty()) b.part = std::move(a.part);
      if (!is_closed_between(text_, a, b))
        b.reason = text_.typed(a.begin, b.begin) + " " + b.reason;
      acts_.erase(first);
      return true;
    }
    return false;
  }

  bool is_opposed(const Said& a, const Said& b) const {
    for (std::size_t i = a.end; i <= b.begin && i < text_.size(); ++i) {
      if (text_.any_at(i, {"ma", "nhung", "the ma"}) > 0) return true;
    }
    return false;
  }

  void take_absence(const Said& away, Said& handover) const {
    if (!handover.from) handover.from = away.from;
    if (!handover.until) handover.until = away.until;
    handover.temporary = handover.temporary || away.until.has_value();
  }

  bool is_sentence_between(const Said& a, const Said& b) const {
    for (std::size_t i = a.end; i > 0 && i <= b.begin; ++i) {
      const char mark = text_.words()[i - 1].mark;
      if (mark == '.' || mark == ';' || mark == '!' || mark == '?' || mark == '\n') return true;
    }
    return false;
  }

  bool denies(const Said& said) const {
    for (std::size_t i = said.begin; i < said.end; ++i) {
      if (text_.phrase_at(i, "chua") > 0) return true;
    }
    return false;
  }

  bool is_of_one_part(const Said& a, const Said& b) const {
    return a.part.empty() || b.part.empty() || a.part == b.part || !is_closed_between(text_, a, b);
  }

  /// "…; cuộc thứ 3 đang chờ kinh phí": not the reason of the request before.
  bool starts_new(const Said& b) const {
    return b.begin > 0 && text_.words()[b.begin - 1].mark == ';';
  }

  /// "đã hoàn thành 3 cuộc 245 lượt" is a report; "xong rồi, 3 lớp" both.
  void figures_and_states() {
    for (std::size_t i = 0; i + 1 < acts_.size();) {
      const Said& a = acts_[i];
      const Said& b = acts_[i + 1];
      const bool carries = a.kind == Kind::done || (is_numberless_progress(a) && a.stage.empty());
      const bool leads =
          carries && b.kind == Kind::report && !b.nil && !is_closed_between(text_, a, b);
      if (leads) {
        acts_.erase(acts_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
    for (std::size_t i = 1; i < acts_.size();) {
      const bool follows = acts_[i - 1].kind == Kind::report && acts_[i].kind == Kind::done &&
                           !is_closed_between(text_, acts_[i - 1], acts_[i]) &&
                           acts_[i].part.empty();
      if (follows) {
        acts_.erase(acts_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
    if (any(is_nil)) drop([&](const Said& said) { return is_numberless_progress(said); });
  }

  void drop_idle() {
    const bool acts = any([](const Said& said) { return said.kind != Kind::none || said.opt_out; });
    if (acts) drop([](const Said& said) { return said.kind == Kind::none && !said.opt_out; });
    if (any([](const Said& said) { return said.opt_out; }) && !has(Kind::done))
      drop([](const Said& said) { return !said.opt_out; });
    if (has(Kind::done)) drop([](const Said& said) { return said.opt_out; });
    while (acts_.size() > 1 && acts_.back().kind == Kind::none && !acts_.back().opt_out)
      acts_.pop_back();
  }

  const Utterance& text_;
  std::vector<Said> acts_;
};

}  // namespace

std::vector<Said> merged(const Utterance& text, std::vector<Said> acts) {
  return Merger(text, std::move(acts)).merged();
}

}  // namespace dondoc::understanding
