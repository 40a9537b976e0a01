#include "intake/language/undated_duties.h"

#include <algorithm>
#include <optional>
#include <string>

#include "intake/language/actor.h"
#include "intake/language/duty_words.h"
#include "intake/language/recipient.h"
#include "intake/language/task_table.h"
#include "intake/language/unit_phrase.h"
#include "intake/language/unit_words.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_most = 2'000;
constexpr std::size_t k_heading_bytes = 160, k_least_bytes = 20;

/// Below such a heading stands what the plan is for, not who does what.
const PatternList& aside_headings() {
  static const PatternList k_list(
      {"mục đích",    "yêu cầu",         "mục tiêu",           "chỉ tiêu",         "quan điểm",
       "nguyên tắc",  "sự cần thiết",    "đánh giá tình hình", "kết quả đạt được", "tồn tại",
       "nguyên nhân", "tình hình chung", "đặc điểm tình hình", "kinh phí",         "đối tượng",
       "phạm vi",     "thành phần",      "địa điểm",           "tiêu chuẩn",       "cơ cấu giải",
       "mức thưởng",  "thang điểm"});
  return k_list;
}

/// Words that may follow a name without saying that it does something.
const PatternList& no_acts() {
  static const PatternList k_list(
      {"trước", "trong", "từ",   "để",        "khi",   "nếu",      "theo",    "về",        "cho",
       "đến",   "thì",   "đã",   "là",        "nhằm",  "vào",      "kết quả", "qua",       "bằng",
       "tại",   "hiện",  "còn",  "tình hình", "không", "vẫn",      "đang",    "hàng|hằng", "mỗi",
       "xem",   "biết",  "cùng", "chi phí",   "in",    "thu nhập", "gắn liền"});
  return k_list;
}

class UndatedDuties {
 public:
  UndatedDuties(const Outline& outline, const std::vector<NodeSentences>& sentences,
                const std::vector<NodeDues>& dated)
      : outline_(outline),
        sentences_(sentences),
        dated_(dated),
        leads_(outline.nodes.size(), false),
        actors_(outline, sentences),
        tables_(outline) {
    for (const Node& node : outline.nodes) {
      if (node.parent != k_no_node) leads_[node.parent] = true;
    }
  }

  std::vector<Deadline> read() {
    for (std::size_t i = 0; i < outline_.nodes.size() && duties_.size() < k_most; ++i) {
      const Node& node = outline_.nodes[i];
      if (node.zone != Zone::body || dated_[i] == NodeDues::others) continue;
      if (dated_[i] == NodeDues::reports) {
        if (node.paragraph.kind == ParagraphKind::table_row) continue;
        if (const auto act = duty_in(i)) plan_before_report(i, *act);
      } else if (node.paragraph.kind == ParagraphKind::table_row) {
        if (const Columns* columns = tables_.columns_of(i)) row(i, *columns);
      } else if (!leads_[i]) {
        if (const auto act = duty_in(i)) paragraph(i, *act);
      }
    }
    return std::move(duties_);
  }

 private:
  struct Act {
    std::size_t at = 0;  ///< of its verb
    std::string who;     ///< its subject; empty: not named here
    bool requested = false;
  };

  /// What the item orders; none: it orders nothing.
  std::optional<Act> duty_in(std::size_t i) const {
    const Node& node = outline_.nodes[i];
    const auto& sentences = sentences_[i].sentences;
    const std::string_view text = node.text();
    if (sentences.empty() || text.size() < k_least_bytes || text.ends_with(":"))
      return std::nullopt;
    if (is_difficulty(node) || is_aside(i)) return std::nullopt;
    return act_of(i);
  }

  /// "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc …".
  static bool is_difficulty(const Node& node) {
    static const PatternList k_trouble(
        {"khó khăn , vướng mắc", "vướng mắc", "trên đây là", "trong quá trình thực hiện"});
    return k_trouble.find(node.tokens, 0, node.tokens.size()) < node.tokens.size();
  }

  bool is_aside(std::size_t i) const {
    for (std::size_t up = outline_.nodes[i].parent; up != k_no_node;
         up = outline_.nodes[up].parent) {
      const Node& above = outline_.nodes[up];
      if (above.text().size() < k_heading_bytes &&
          aside_headings().find(above.tokens, above.content, above.tokens.size()) <
              above.tokens.size())
        return true;
    }
    return false;
  }

  /// What the first sentence begins with, behind its subject.
  std::optional<Act> act_of(std::size_t i) const {
    const Tokens& tokens = outline_.nodes[i].tokens;
    const Sentence& sentence = sentences_[i].sentences.front();
    Act act;
    std::size_t at = std::max(sentence.begin, outline_.nodes[i].content);
    if (const auto order = order_words().match(tokens, at);
        order && unit_begins_at(tokens, at + order.length)) {
      act.requested = *order.value;
      at += order.length;
    }
    static const PatternList k_things(
        {"các|những nội|nhiệm|giải|biện|chỉ|hoạt|phong|chế|mô|vấn", "từng nội|nhiệm|mục"});
    if (const auto subject = unit_phrase_at(tokens, at, sentence.end);
        subject && k_things.match(tokens, at) == 0) {
      act.who = std::string(outline_.nodes[i].text_of(subject->begin, subject->end));
      at = subject->end;
    }
    while (at < sentence.end && (tokens[at].is(":") || tokens[at].is(","))) ++at;
    if (at >= sentence.end || no_acts().match(tokens, at) > 0) return std::nullopt;
    const bool acts = predicate_words().match(tokens, at) > 0 || duty_verbs().match(tokens, at) ||
                      yearly_verbs().match(tokens, at);
    if (!acts) return std::nullopt;
    act.at = at;
    return act;
  }

  void paragraph(std::size_t i, const Act& act) {
    const Node& node = outline_.nodes[i];
    const Sentence& sentence = sentences_[i].sentences.front();
    Deadline duty = unspecified();
    if (const auto verb = duty_verbs().match(node.tokens, act.at)) duty.kind = *verb.value;
    duty.what = shortened(node.text_of(act.at, sentence.end));
    duty.who = act.who;
    duty.requested = act.requested;
    if (duty.who.empty()) {
      const Actor actor = actors_.around(i);
      duty.who = actor.who;
      duty.requested = actor.requested;
    }
    duty.helpers = helpers_in(node, sentence.begin, sentence.end);
    if (duty.kind == DeadlineKind::report)
      duty.to = recipient_in(node, sentence.begin, sentence.end, act.at);
    if (duty.to == duty.who) duty.to.clear();
    duty.quote = quote_of(node, sentence.begin, sentence.end);
    duties_.push_back(std::move(duty));
  }

  /// "… xây dựng kế hoạch triển khai và định kỳ báo cáo …": the plan has no date of its own.
  void plan_before_report(std::size_t i, const Act& act) {
    const Tokens& tokens = outline_.nodes[i].tokens;
    const Sentence& sentence = sentences_[i].sentences.front();
    static const PatternList k_plans({"xây dựng kế hoạch", "ban hành kế hoạch", "lập kế hoạch",
                                      "xây dựng chương trình", "triển khai kế hoạch"});
    const std::size_t plan = k_plans.find(tokens, act.at, sentence.end);
    std::size_t end = sentence.end;
    for (const Verb& verb : sentence.verbs) {
      if (verb.kind == DeadlineKind::report) end = std::min(end, verb.at);
    }
    if (plan >= end) return;
    paragraph(i, act);
    Deadline& duty = duties_.back();
    const Actor actor = actors_.actor_of(i, 0, end);
    if (!actor.who.empty()) duty.who = actor.who;
    duty.kind = DeadlineKind::task;
    duty.to.clear();
    duty.what = shortened(outline_.nodes[i].text_of(plan, end));
  }

  void row(std::size_t i, const Columns& columns) {
    const auto task = columns.find(TableColumn::task), lead = columns.find(TableColumn::lead);
    const Node& node = outline_.nodes[i];
    const auto& cells = node.paragraph.cells;
    if (task == columns.end() || lead == columns.end() || task->second >= cells.size() ||
        lead->second >= cells.size() || cells[lead->second].empty() ||
        cells[task->second].size() < k_least_bytes)
      return;
    Deadline duty = unspecified();
    duty.what = shortened(cells[task->second]);
    duty.who = cells[lead->second];
    if (const auto help = columns.find(TableColumn::helpers);
        help != columns.end() && help->second < cells.size())
      duty.helpers = cells[help->second];
    duty.quote = quote_of(node, 0, node.tokens.size());
    duties_.push_back(std::move(duty));
  }

  static Deadline unspecified() {
    Deadline duty;
    duty.due.form = DueForm::unspecified;
    duty.due.open = OpenDue::none;
    duty.rule = "khong-ghi-han";
    return duty;
  }

  const Outline& outline_;
  const std::vector<NodeSentences>& sentences_;
  const std::vector<NodeDues>& dated_;
  std::vector<bool> leads_;
  Actors actors_;
  TaskTables tables_;
  std::vector<Deadline> duties_;
};

}  // namespace

std::vector<Deadline> undated_duties_of(const Outline& outline,
                                        const std::vector<NodeSentences>& sentences,
                                        const std::vector<NodeDues>& dated) {
  return UndatedDuties(outline, sentences, dated).read();
}

}  // namespace dondoc::intake
