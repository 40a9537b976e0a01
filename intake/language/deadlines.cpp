#include "intake/language/deadlines.h"

#include <algorithm>

#include "engine/text/vietnamese.h"
#include "intake/language/deadline_rules.h"
#include "intake/language/due_finding.h"
#include "intake/language/duty_words.h"
#include "intake/language/recipient.h"
#include "intake/language/task_table.h"
#include "intake/language/unit_phrase.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_most = 5'000;
constexpr std::size_t k_quote_bytes = 700, k_what_bytes = 220;

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

class Reader {
 public:
  Reader(const Outline& outline, const std::vector<NodeSentences>& sentences,
         const DateFrame& frame)
      : outline_(outline),
        sentences_(sentences),
        frame_(frame),
        actors_(outline, sentences),
        tables_(outline) {}

  std::vector<Deadline> read(std::vector<NodeDues>& in_node) {
    in_node.assign(outline_.nodes.size(), NodeDues::none);
    for (std::size_t i = 0; i < outline_.nodes.size() && deadlines_.size() < k_most; ++i) {
      const Node& node = outline_.nodes[i];
      if (node.zone != Zone::body && node.zone != Zone::grounds) continue;
      const std::size_t before = deadlines_.size();
      if (node.paragraph.kind == ParagraphKind::table_row) {
        if (const Columns* columns = tables_.columns_of(i)) row(i, *columns);
      } else {
        for (std::size_t s = 0; s < sentences_[i].sentences.size(); ++s) sentence(i, s);
      }
      in_node[i] = dues_since(before);
    }
    return std::move(deadlines_);
  }

 private:
  const Node& node(std::size_t i) const { return outline_.nodes[i]; }

  NodeDues dues_since(std::size_t before) const {
    if (deadlines_.size() == before) return NodeDues::none;
    const auto first = deadlines_.begin() + static_cast<std::ptrdiff_t>(before);
    const bool reports = std::all_of(first, deadlines_.end(), [](const Deadline& one) {
      return one.kind == DeadlineKind::report;
    });
    return reports ? NodeDues::reports : NodeDues::others;
  }

  // --- sentences ---

  void sentence(std::size_t i, std::size_t s) {
    const Sentence& sentence = sentences_[i].sentences[s];
    if (sentence.times.empty()) return;
    TimeContext context{node(i), sentences_[i], sentence, frame_};
    context.label_end = label_end(i, s);
    context.whole_is_time = below_time_heading(i, s);
    context.report_above = report_above(i);
    std::vector<FoundDue> found = dated_dues(context);
    if (node(i).zone == Zone::grounds) keep_orders(found, context);
    const bool has_date = !found.empty();
    if (node(i).zone == Zone::body && !is_heading(i)) add_open_due(context, has_date, found);
    for (const FoundDue& one : found) add(i, s, context, one);
  }

  /// "Điều 4. Báo cáo đột xuất" with the duty below it.
  bool is_heading(std::size_t i) const {
    const bool leads = i + 1 < outline_.nodes.size() && node(i + 1).parent == i;
    return leads && node(i).text().size() < 60;
  }

  /// In the grounds only an order with a limit counts: "… yêu cầu … báo cáo trước ngày 15/12".
  void keep_orders(std::vector<FoundDue>& found, const TimeContext& context) const {
    std::erase_if(found, [&](const FoundDue& one) {
      const TimeExpression& time = context.sentence.times[one.time];
      const bool limit = time.limit == Limit::before || one.rule == "cham-nhat";
      const auto end = end_of(one.due);
      return !limit || (end && frame_.signed_on && *end < *frame_.signed_on);
    });
  }

  /// Behind "Thời gian thực hiện:" of the sentence, or the whole of it below such a heading.
  std::size_t label_end(std::size_t i, std::size_t s) const {
    const Node& n = node(i);
    const Sentence& sentence = sentences_[i].sentences[s];
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      const std::size_t length = time_labels().match(n.tokens, at);
      if (length == 0) continue;
      const std::size_t end = at + length;
      if (is(n.tokens, end, ":") || (is(n.tokens, end, "-") && at == sentence.begin))
        return end + 1;
      if (at == sentence.begin && time_begins(sentence, end)) return end;
      if (at == sentence.begin && is(n.tokens, at, "thời")) {
        if (const std::size_t colon = colon_near(n, end, sentence.end)) return colon + 1;
      }
      at = end - 1;
    }
    if (goes_on_after_label(n, sentence)) return sentence.begin;
    return 0;
  }

  /// "Thời gian thu thập thông tin:": a label may say of what.
  static std::size_t colon_near(const Node& n, std::size_t from, std::size_t end) {
    constexpr std::size_t k_words_most = 7;
    for (std::size_t at = from; at < std::min(end, from + k_words_most); ++at) {
      if (is(n.tokens, at, ":")) return at;
      if (n.tokens[at].kind == TokenKind::mark || n.tokens[at].kind == TokenKind::number) return 0;
    }
    return 0;
  }

  /// "I. THỜI GIAN" and below it "Từ ngày … đến ngày … trên phạm vi toàn tỉnh."
  bool below_time_heading(std::size_t i, std::size_t s) const {
    constexpr std::size_t k_heading_bytes = 60;
    const Sentence& sentence = sentences_[i].sentences[s];
    const std::size_t begin = std::max(sentence.begin, node(i).content);
    if (s > 0 || node(i).parent == k_no_node || !time_begins(sentence, begin)) return false;
    const Node& above = node(node(i).parent);
    return above.text().size() < k_heading_bytes &&
           time_labels().match(above.tokens, above.content) > 0;
  }

  /// "Tiến độ: phê duyệt tháng 5; lựa chọn nhà thầu tháng 6 - 7": what the `;` parts, each ending
  /// with its time.
  static bool goes_on_after_label(const Node& n, const Sentence& sentence) {
    if (sentence.opened >= sentence.begin || sentence.times.empty()) return false;
    std::size_t end = sentence.times.back().end;
    while (end < sentence.end && (is(n.tokens, end, ".") || is(n.tokens, end, ";"))) ++end;
    if (end < sentence.end) return false;
    for (std::size_t at = sentence.opened; at < sentence.begin; ++at) {
      const std::size_t length = time_labels().match(n.tokens, at);
      if (length > 0 && is(n.tokens, at + length, ":")) return true;
    }
    return false;
  }

  static bool time_begins(const Sentence& sentence, std::size_t at) {
    return std::any_of(sentence.times.begin(), sentence.times.end(),
                       [&](const TimeExpression& time) { return time.begin == at; });
  }

  /// A lead-in or heading that speaks of reporting: "… báo cáo … như sau:", "Chế độ báo cáo".
  bool report_above(std::size_t i) const {
    for (std::size_t up = node(i).parent; up != k_no_node; up = node(up).parent) {
      const Node& above = node(up);
      static const PatternList k_reports({"báo cáo"});
      const bool leads = above.text().ends_with(":") || above.text().size() < 160;
      if (leads &&
          k_reports.find(above.tokens, above.content, above.tokens.size()) < above.tokens.size())
        return true;
      if (!above.text().ends_with(":")) return false;
    }
    return false;
  }

  // --- building ---

  void add(std::size_t i, std::size_t s, const TimeContext& context, const FoundDue& found) {
    const Node& n = node(i);
    const Sentence& sentence = context.sentence;
    const TimeExpression& time = sentence.times[found.time];
    Deadline deadline;
    deadline.due = found.due;
    deadline.due.rule = std::string(n.text_of(time.begin, time.end));
    deadline.rule = std::string(found.rule);
    const bool label_line = context.label_end > 0 && label_leads(n, sentence);
    const auto [from, to] = clause_of(context, time);
    deadline.quote = quote_of(n, from, to);
    const Actor actor = actors_.actor_of(i, s, time.begin);
    deadline.who = actor.who;
    deadline.requested = actor.requested;
    deadline.helpers = actor.helpers;
    if (label_line && (s > 0 || sentence.verbs.size() <= 1)) {
      describe_by_context(i, s, deadline);
    } else {
      deadline.kind = kind_at(sentence, time.begin);
      deadline.what = what_of(n, sentence, time);
    }
    if (context.report_above && deadline.kind == DeadlineKind::task && sentence.verbs.empty())
      deadline.kind = DeadlineKind::report;
    if (deadline.to.empty()) deadline.to = recipient_of(i, s, from, to, time.begin);
    if (deadline.to == deadline.who) deadline.to.clear();
    if (deadline.quote.text.size() < 12) deadline.quote = quote_of(n, 0, n.tokens.size());
    const bool twofold = two_duties(n, sentence, time) && found.due.form != DueForm::every;
    if (twofold) {
      Deadline first = deadline;
      first.kind = DeadlineKind::task;
      first.to.clear();
      deadlines_.push_back(std::move(first));
      deadline.kind = DeadlineKind::report;
    }
    deadlines_.push_back(std::move(deadline));
  }

  struct Clause {
    std::size_t begin, end;
  };

  /// The sentence, or the bracket within it that is a duty of its own: "(báo cáo hàng tháng gửi về
  /// …)".
  static Clause clause_of(const TimeContext& context, const TimeExpression& time) {
    const Sentence& sentence = context.sentence;
    const auto& depth = context.all.depth;
    if (depth[time.begin] == 0) return {sentence.begin, sentence.end};
    std::size_t begin = time.begin, end = time.begin;
    while (begin > sentence.begin && depth[begin - 1] > 0) --begin;
    while (end < sentence.end && depth[end] > 0) ++end;
    for (const Verb& verb : sentence.verbs) {
      if (verb.at > begin && verb.at < end && verb.kind == DeadlineKind::report)
        return {begin + 1, end - 1};
    }
    return {sentence.begin, sentence.end};
  }

  static bool label_leads(const Node& n, const Sentence& sentence) {
    return time_labels().match(n.tokens, sentence.begin) > 0;
  }

  /// "hoàn thành việc A và báo cáo B trước ngày C": both by then.
  static bool two_duties(const Node& n, const Sentence& sentence, const TimeExpression& time) {
    std::size_t done = sentence.end;
    for (const Verb& verb : sentence.verbs) {
      if (verb.at >= time.begin) break;
      if (is(n.tokens, verb.at, "hoàn") && is(n.tokens, verb.at + 1, "thành")) done = verb.end;
      const bool report = verb.kind == DeadlineKind::report && is(n.tokens, verb.at, "báo") &&
                          verb.at > 0 && is(n.tokens, verb.at - 1, "và");
      const bool own_time =
          std::any_of(sentence.times.begin(), sentence.times.end(), [&](const TimeExpression& one) {
            return one.form == TimeForm::points && one.begin >= done && one.end <= verb.at;
          });
      if (report && !own_time && done < verb.at && verb.at - done >= 4) return true;
    }
    return false;
  }

  /// From the verb of the duty to the time or the recipient.
  std::string what_of(const Node& n, const Sentence& sentence, const TimeExpression& time) const {
    std::size_t begin = sentence.begin;
    const Verb* verb = nullptr;
    for (const Verb& one : sentence.verbs) {
      if (one.at < time.begin || verb == nullptr) verb = &one;
    }
    if (verb != nullptr)
      begin = sends(n, *verb) ? first_before(sentence, *verb).at : organised(n, sentence, *verb).at;
    std::size_t end = begin < time.begin ? time.begin : sentence.end;
    if (end <= begin) end = sentence.end;
    if (begin == time.begin) begin = std::min(time.end, sentence.end);
    return shortened(n.text_of(begin, end));
  }

  /// ", gửi về Hội LHPN huyện": what is sent stands before the comma.
  static bool sends(const Node& n, const Verb& verb) {
    static const PatternList k_sends({"gửi|nộp về|cho|đến|tới|lên?", "báo cáo? về|cho|lên"});
    const auto length = k_sends.match(n.tokens, verb.at);
    if (length == 0 || verb.at == 0) return false;
    if (!is(n.tokens, verb.at - 1, ",") && !is(n.tokens, verb.at - 1, "và")) return false;
    return length > 1 || unit_begins_at(n.tokens, verb.at + length);
  }

  /// "Tổ chức điểm trao quà": what is organised may have a verb in its name.
  static const Verb& organised(const Node& n, const Sentence& sentence, const Verb& verb) {
    for (const Verb& one : sentence.verbs) {
      if (one.at >= verb.at) break;
      const bool organises = is(n.tokens, one.at, "tổ") && is(n.tokens, one.at + 1, "chức");
      const bool is_one_phrase = std::none_of(
          n.tokens.begin() + static_cast<std::ptrdiff_t>(one.end),
          n.tokens.begin() + static_cast<std::ptrdiff_t>(verb.at), [](const Token& token) {
            return token.kind == TokenKind::mark || token.is("và") || token.is("để");
          });
      if (organises && is_one_phrase) return one;
    }
    return verb;
  }

  /// The first verb from which no other time parts `last`.
  static const Verb& first_before(const Sentence& sentence, const Verb& last) {
    std::size_t from = sentence.begin;
    for (const TimeExpression& time : sentence.times) {
      if (time.end <= last.at) from = time.end;
    }
    for (const Verb& one : sentence.verbs) {
      if (one.at >= from) return one.at < last.at ? one : last;
    }
    return last;
  }

  /// A line that only says when: the duty stands in the sentence before it, or in the item above.
  void describe_by_context(std::size_t i, std::size_t s, Deadline& deadline) const {
    std::size_t about = i, which = s;
    if (s > 0) {
      which = s - 1;
    } else {
      about = node(i).parent;
      const bool bullet =
          node(i).mark.rank == MarkRank::dash || node(i).mark.rank == MarkRank::plus;
      const bool beside = !bullet && i > 0 && node(i - 1).parent == node(i).parent;
      if (about == k_no_node || beside || node(about).text().size() < 12) about = i > 0 ? i - 1 : i;
      which = 0;
      if (sentences_[about].sentences.empty()) return;
      if (node(about).zone != Zone::body) return;
    }
    const auto& sentences = sentences_[about].sentences;
    const Sentence& sentence = sentences[which];
    const Node& above = node(about);
    deadline.kind = kind_at(sentence, sentence.end);
    deadline.what = shortened(above.text_of(sentence.begin, sentence.end));
    const Sentence& own = sentences_[i].sentences[s];
    if (!own.verbs.empty() && own.verbs.front().kind != DeadlineKind::task)
      deadline.kind = own.verbs.front().kind;
    const std::size_t from = about == i ? sentence.begin : 0;
    deadline.to = recipient_in(above, from, about == i ? sentence.end : above.tokens.size(),
                               above.tokens.size());
    if (about == i) deadline.quote = quote_of(above, sentence.begin, own.end);
  }

  std::string recipient_of(std::size_t i, std::size_t s, std::size_t from, std::size_t end,
                           std::size_t at) const {
    const Sentence& sentence = sentences_[i].sentences[s];
    std::string to = recipient_in(node(i), from, end, at);
    if (to.empty()) to = recipient_in(node(i), sentence.begin, sentence.end, at);
    if (to.empty()) to = recipient_in(node(i), sentence.opened, sentence.end, at);
    for (std::size_t up = node(i).parent; to.empty() && up != k_no_node; up = node(up).parent) {
      const Node& above = node(up);
      if (!above.text().ends_with(":")) break;
      to = recipient_in(above, above.content, above.tokens.size(), above.tokens.size());
    }
    return to;
  }

  // --- tables ---

  void row(std::size_t i, const Columns& columns) {
    const auto time_column = columns.find(TableColumn::time);
    if (time_column == columns.end()) return;
    const Node& n = node(i);
    const CellRange cell = cell_range(n, time_column->second);
    if (cell.begin >= cell.end) return;
    Sentence sentence{cell.begin, cell.end, cell.begin, {}, {}};
    for (const Sentence& part : sentences_[i].sentences) {
      for (const TimeExpression& time : part.times) {
        if (time.begin >= cell.begin && time.begin < cell.end) {
          sentence.times.push_back(time);
          sentence.times.back().end = std::min(time.end, cell.end);
        }
      }
    }
    if (sentence.times.empty() || n.tokens[cell.begin].kind == TokenKind::number) {
      auto unnamed = unnamed_times(n, cell);  // "25 hằng tháng"
      if (!unnamed.empty() && !unnamed.front().lone_day) sentence.times = std::move(unnamed);
    }
    if (sentence.times.empty()) return lone_year(i, columns, cell);
    TimeContext context{n, sentences_[i], sentence, frame_};
    context.whole_is_time = true;
    std::vector<FoundDue> found = dated_dues(context);
    if (found.empty()) add_open_due(context, false, found);
    if (found.size() == 1) take_half_of_year(n, cell, sentence, found.front());
    for (const FoundDue& one : found) add_row(i, columns, sentence, one);
  }

  /// "02/2025", "25/3 - 27/3": in such a cell numbers need no name.
  static std::vector<TimeExpression> unnamed_times(const Node& n, const CellRange& cell) {
    Tokens part(1);
    part.front().key = ":";
    part.front().kind = TokenKind::mark;
    part.insert(part.end(), n.tokens.begin() + static_cast<std::ptrdiff_t>(cell.begin),
                n.tokens.begin() + static_cast<std::ptrdiff_t>(cell.end));
    std::vector<TimeExpression> times = time_expressions(part);
    for (TimeExpression& time : times) {
      time.begin += cell.begin - 1;
      time.end += cell.begin - 1;
    }
    return times;
  }

  /// "6 tháng đầu năm" alone in the cell: by the end of June.
  void take_half_of_year(const Node& n, const CellRange& cell, const Sentence& sentence,
                         FoundDue& found) const {
    static const PatternList k_half({"trong? 6|06|sáu tháng đầu|cuối năm"});
    if (k_half.match(n.tokens, cell.begin) != cell.end - cell.begin) return;
    TimeExpression half = sentence.times[found.time];
    Point point;
    point.quarter = is(n.tokens, cell.end - 2, "đầu") ? 2 : 4;
    half.points = {point};
    half.form = TimeForm::points;
    const auto dues = dues_of(half, frame_);
    if (!dues.empty()) found.due = dues.front();
  }

  /// "2026" alone in the cell.
  void lone_year(std::size_t i, const Columns& columns, const CellRange& cell) {
    const Tokens& tokens = node(i).tokens;
    if (cell.end - cell.begin != 1 || tokens[cell.begin].value < 1990 ||
        tokens[cell.begin].value > 2100)
      return;
    Sentence sentence{cell.begin, cell.end, cell.begin, {}, {}};
    TimeExpression year;
    year.begin = cell.begin;
    year.end = cell.end;
    Point point;
    point.year = static_cast<int>(tokens[cell.begin].value);
    year.points = {point};
    sentence.times.push_back(year);
    for (StatedDue& due : dues_of(year, frame_))
      add_row(i, columns, sentence, {std::move(due), 0, "bang-nam"});
  }

  void add_row(std::size_t i, const Columns& columns, const Sentence& sentence,
               const FoundDue& found) {
    const Node& n = node(i);
    const TimeExpression& time = sentence.times[found.time];
    const auto cell = [&](TableColumn column) -> std::string {
      const auto at = columns.find(column);
      return at != columns.end() && at->second < n.paragraph.cells.size()
                 ? n.paragraph.cells[at->second]
                 : "";
    };
    Deadline deadline;
    deadline.due = found.due;
    deadline.due.rule = std::string(n.text_of(time.begin, time.end));
    deadline.rule = "bang:" + std::string(found.rule);
    deadline.what = shortened(cell(TableColumn::task));
    deadline.who = cell(TableColumn::lead);
    deadline.helpers = cell(TableColumn::helpers);
    deadline.to = cell(TableColumn::recipient);
    deadline.quote = quote_of(n, 0, n.tokens.size());
    if (const auto at = columns.find(TableColumn::task); at != columns.end()) {
      const CellRange range = cell_range(n, at->second);
      Sentence task{range.begin, range.end, range.begin, {}, {}};
      for (const Sentence& part : sentences_[i].sentences) {
        for (const Verb& verb : part.verbs) {
          if (verb.at >= range.begin && verb.at < range.end) task.verbs.push_back(verb);
        }
      }
      deadline.kind = kind_at(task, range.end);
      if (deadline.to.empty() && deadline.kind == DeadlineKind::report)
        deadline.to = recipient_in(n, range.begin, range.end, range.end);
    }
    if (const auto at = columns.find(TableColumn::note);
        deadline.to.empty() && at != columns.end()) {
      const CellRange note = cell_range(n, at->second);
      deadline.to = recipient_in(n, note.begin, note.end, note.begin);
    }
    deadlines_.push_back(std::move(deadline));
  }

  const Outline& outline_;
  const std::vector<NodeSentences>& sentences_;
  const DateFrame& frame_;
  Actors actors_;
  TaskTables tables_;
  std::vector<Deadline> deadlines_;
};

}  // namespace

Quote quote_of(const Node& node, std::size_t begin, std::size_t end) {
  std::string_view text = node.text_of(begin, end);
  if (text.size() > k_quote_bytes) {
    const auto space = text.rfind(' ', k_quote_bytes);
    text = text.substr(0, space == text.npos ? k_quote_bytes : space);
  }
  Quote quote;
  quote.text = std::string(text);
  quote.line = begin < node.tokens.size() ? node.paragraph.line_at(node.tokens[begin].begin) : 0;
  return quote;
}

std::string shortened(std::string_view text) {
  if (text.size() > k_what_bytes) {
    const auto space = text.rfind(' ', k_what_bytes);
    text = text.substr(0, space == text.npos ? k_what_bytes : space);
  }
  while (!text.empty() && std::string_view(" ,:;.-(").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  while (!text.empty() && std::string_view(" ,:;.-)").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return std::string(text);
}

std::vector<Deadline> deadlines_of(const Outline& outline,
                                   const std::vector<NodeSentences>& sentences,
                                   const DateFrame& frame, std::vector<NodeDues>& in_node) {
  return Reader(outline, sentences, frame).read(in_node);
}

}  // namespace dondoc::intake
