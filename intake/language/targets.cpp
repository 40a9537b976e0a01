#include <algorithm>

#include "engine/text/vietnamese.h"
#include "intake/language/deadlines.h"
#include "intake/language/figure_words.h"
#include "intake/language/figures.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_most = 300;
constexpr std::size_t k_what_bytes = 140;

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

class TargetReader {
 public:
  TargetReader(const Outline& outline, const std::vector<NodeSentences>& sentences)
      : outline_(outline), sentences_(sentences) {}

  std::vector<ReadTarget> read() {
    for (std::size_t i = 0; i < outline_.nodes.size() && targets_.size() < k_most; ++i) {
      const Node& node = outline_.nodes[i];
      if (node.zone != Zone::body || node.paragraph.kind == ParagraphKind::footnote) continue;
      const bool aims = below_aims(i);
      for (const Sentence& sentence : sentences_[i].sentences) scan(i, sentence, aims);
    }
    return std::move(targets_);
  }

 private:
  bool below_aims(std::size_t i) const {
    for (std::size_t up = outline_.nodes[i].parent; up != k_no_node;
         up = outline_.nodes[up].parent) {
      const Node& above = outline_.nodes[up];
      if (above.text().size() < 200 &&
          aim_headings().find(above.tokens, above.content, above.tokens.size()) <
              above.tokens.size())
        return true;
    }
    return false;
  }

  void scan(std::size_t i, const Sentence& sentence, bool aims) {
    const Node& node = outline_.nodes[i];
    const NodeSentences& all = sentences_[i];
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      if (all.quoted[at] || all.cited[at]) continue;
      const auto number = number_at(node.tokens, at);
      if (!number) continue;
      if (is(node.tokens, number->end, "%")) {
        if (aimed(node, sentence, at, aims))
          add(i, sentence, at, *number, "%", number->end + 1, "chi-tieu-phan-tram");
      } else if (const std::size_t unit = counted(node, sentence, at, number->end, aims)) {
        add(i, sentence, at, *number, node.text_of(number->end, number->end + unit),
            number->end + unit, "chi-tieu-so-luong");
      }
      at = number->end - 1;
    }
  }

  /// A percentage that is striven for, and not how things stand.
  bool aimed(const Node& node, const Sentence& sentence, std::size_t at, bool aims) const {
    const bool striving = [&] {
      static const PatternList k_striving({"phấn đấu", "mục tiêu", "chỉ tiêu"});
      return k_striving.find(node.tokens, sentence.opened, sentence.end) < sentence.end;
    }();
    if (aims || striving) return true;
    const bool exact = is(node.tokens, at + 1, ",");  // "97,8%" tells how things stand
    if (exact) return false;
    if (state_words().find(node.tokens, sentence.opened, sentence.end) < sentence.end) return false;
    if (is(node.tokens, at, "100")) return true;
    const std::size_t from = at > sentence.begin + 4 ? at - 4 : sentence.begin;
    return aim_words().find(node.tokens, from, at) < at;
  }

  /// "Tổ chức 03 cuộc": how many tokens name what is counted; 0: no target.
  static std::size_t counted(const Node& node, const Sentence& sentence, std::size_t at,
                             std::size_t behind, bool aims) {
    if (node.tokens[at].kind != TokenKind::number) return 0;
    const std::size_t unit = counted_nouns().match(node.tokens, behind);
    if (unit == 0) return 0;
    if (is(node.tokens, behind + unit, "/")) return 0;
    static const PatternList k_no_targets(
        {"trực thuộc", "trên", "đầu", "sau", "nêu trên", "này", "nói trên", "trước"});
    if (k_no_targets.match(node.tokens, behind + unit) > 0) return 0;
    if (is(node.tokens, behind, "lần") || is(node.tokens, behind, "điểm")) return 0;
    std::size_t before = at;
    for (std::size_t reach = 1; reach <= 3 && at >= sentence.begin + reach; ++reach) {
      if (bounds().match(node.tokens, at - reach) == reach) before = at - reach;
    }
    const bool bounded = before != at;
    if (state_words().find(node.tokens, sentence.opened, at) < at) return 0;
    for (std::size_t reach = 1; reach <= 4 && before >= sentence.begin + reach; ++reach) {
      if (counting_verbs().match(node.tokens, before - reach) == reach)
        return aims || bounded || !is(node.tokens, before - reach, "có")
                   ? (serves(node, sentence, before - reach) ? unit : 0)
                   : 0;
    }
    const bool listed =
        at > sentence.begin && (is(node.tokens, at - 1, ",") || is(node.tokens, at - 1, "và"));
    return aims && (bounded || listed || at == sentence.begin) ? unit : 0;
  }

  /// "ở 15 xã, phường" counts only behind "duy trì", "triển khai", "xây dựng".
  static bool serves(const Node& node, const Sentence& sentence, std::size_t verb) {
    if (!is(node.tokens, verb, "ở")) return true;
    static const PatternList k_kept({"duy trì", "triển khai", "xây dựng", "thực hiện", "tổ chức"});
    return k_kept.find(node.tokens, sentence.begin, verb) < verb;
  }

  void add(std::size_t i, const Sentence& sentence, std::size_t at, const WrittenNumber& number,
           std::string_view unit, std::size_t behind, std::string_view rule) {
    const Node& node = outline_.nodes[i];
    ReadTarget target;
    target.value = number.value;
    target.unit = std::string(unit);
    target.rule = std::string(rule);
    target.quote = quote_of(node, sentence.begin, sentence.end);
    target.by = year_by(i, sentence, at);
    target.what = what_of(node, sentence, at, behind);
    if (!repeated(target)) targets_.push_back(std::move(target));
  }

  /// What follows the figure; what stands before it when nothing follows ("… đạt 60%").
  static std::string what_of(const Node& node, const Sentence& sentence, std::size_t at,
                             std::size_t behind) {
    std::size_t end = behind;
    while (end < sentence.end && !is(node.tokens, end, ";") && !number_before_percent(node, end))
      ++end;
    std::string_view text = node.text_of(behind, end);
    if (end - behind < 2 || is(node.tokens, behind, ",")) text = node.text_of(sentence.begin, at);
    if (text.size() > k_what_bytes) {
      const auto space = text.rfind(' ', k_what_bytes);
      text = text.substr(0, space == text.npos ? k_what_bytes : space);
    }
    while (!text.empty() && std::string_view(" ,.;:(").find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    while (!text.empty() && std::string_view(" ,.;:(").find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    return std::string(text);
  }

  static bool number_before_percent(const Node& node, std::size_t at) {
    const auto number = number_at(node.tokens, at);
    return number && is(node.tokens, number->end, "%");
  }

  /// "đến năm 2030", "năm 2025" nearest to the figure, or of the headings above.
  std::string year_by(std::size_t i, const Sentence& sentence, std::size_t at) const {
    const Node& node = outline_.nodes[i];
    std::size_t nearest = 0;
    std::string year = year_in(node, sentence.opened, sentence.end, at, nearest);
    if (!year.empty()) return year;
    for (std::size_t up = node.parent; up != k_no_node; up = outline_.nodes[up].parent) {
      const Node& above = outline_.nodes[up];
      year = year_in(above, 0, above.tokens.size(), above.tokens.size(), nearest);
      if (!year.empty()) return year;
    }
    return {};
  }

  static std::string year_in(const Node& node, std::size_t begin, std::size_t end, std::size_t at,
                             std::size_t& nearest) {
    std::string year;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!is(node.tokens, i, "năm")) continue;
      const long value = node.tokens[i + 1].value;
      if (value < 2000 || value > 2100) continue;
      const std::size_t distance = i > at ? i - at : at - i;
      if (!year.empty() && distance >= nearest) continue;
      nearest = distance;
      year = std::to_string(value);
    }
    return year;
  }

  /// The same aim told again: "ít nhất 50% xã, phường không ma túy vào năm 2030".
  bool repeated(const ReadTarget& target) const {
    return std::any_of(targets_.begin(), targets_.end(), [&](const ReadTarget& other) {
      if (other.value != target.value || other.unit != target.unit) return false;
      if (other.by != target.by && !other.by.empty() && !target.by.empty()) return false;
      constexpr std::size_t k_same_aim = 75, k_told_again = 60;
      return alike(other.what, target.what, k_same_aim) ||
             (other.value != 100 && !other.by.empty() &&
              alike(other.quote.text, target.what, k_told_again));
    });
  }

  /// Whether `percent` of the words `b` begins with stand in `a`.
  static bool alike(std::string_view a, std::string_view b, std::size_t percent) {
    const Tokens left = tokens_of(a), right = tokens_of(b);
    std::size_t words = 0, shared = 0;
    for (const Token& token : right) {
      if (token.kind != TokenKind::word) continue;
      if (++words > 14) break;
      shared += std::any_of(left.begin(), left.end(),
                            [&](const Token& other) { return other.key == token.key; });
    }
    return words > 0 && shared * 100 >= words * percent;
  }

  const Outline& outline_;
  const std::vector<NodeSentences>& sentences_;
  std::vector<ReadTarget> targets_;
};

}  // namespace

std::optional<WrittenNumber> number_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::number || tokens[at].value < 0)
    return std::nullopt;
  const auto touches = [&](std::size_t i) {
    return i > 0 && i < tokens.size() && tokens[i - 1].end == tokens[i].begin;
  };
  if (at >= 2 && touches(at) &&
      (is(tokens, at - 1, ".") || is(tokens, at - 1, ",") || is(tokens, at - 1, "/")) &&
      touches(at - 1) && tokens[at - 2].kind == TokenKind::number)
    return std::nullopt;
  WrittenNumber number{static_cast<double>(tokens[at].value), at + 1};
  while (is(tokens, number.end, ".") && touches(number.end) && touches(number.end + 1) &&
         tokens[number.end + 1].kind == TokenKind::number &&
         tokens[number.end + 1].key.size() == 3) {
    number.value = number.value * 1000 + static_cast<double>(tokens[number.end + 1].value);
    number.end += 2;
  }
  if (is(tokens, number.end, ",") && touches(number.end) && touches(number.end + 1) &&
      tokens[number.end + 1].kind == TokenKind::number) {
    double part = static_cast<double>(tokens[number.end + 1].value);
    for (std::size_t i = 0; i < tokens[number.end + 1].key.size(); ++i) part /= 10;
    number.value += part;
    number.end += 2;
  }
  return number;
}

std::vector<ReadTarget> targets_of(const Outline& outline,
                                   const std::vector<NodeSentences>& sentences) {
  return TargetReader(outline, sentences).read();
}

}  // namespace dondoc::intake
