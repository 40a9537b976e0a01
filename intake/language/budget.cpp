#include <algorithm>
#include <cmath>

#include "intake/language/deadlines.h"
#include "intake/language/figure_words.h"
#include "intake/language/figures.h"

namespace dondoc::intake {
namespace {

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

class BudgetReader {
 public:
  BudgetReader(const Outline& outline, const std::vector<NodeSentences>& sentences)
      : outline_(outline), sentences_(sentences), actors_(outline, sentences) {}

  std::vector<BudgetLine> read() {
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
      const Node& node = outline_.nodes[i];
      if (node.zone != Zone::body) continue;
      for (std::size_t s = 0; s < sentences_[i].sentences.size(); ++s) scan(i, s);
    }
    return std::move(lines_);
  }

 private:
  struct Amount {
    std::size_t at, end;
    std::int64_t vnd;
  };

  void scan(std::size_t i, std::size_t s) {
    const Node& node = outline_.nodes[i];
    const Sentence& sentence = sentences_[i].sentences[s];
    const auto amounts = amounts_in(node, sentence);
    if (amounts.empty() || !budgets(i, sentence)) return;
    for (std::size_t a = 0; a < amounts.size(); ++a) {
      if (is_factor(node, amounts, a) || is_rate(node, amounts[a].end)) continue;
      add(i, s, amounts[a]);
    }
  }

  static std::vector<Amount> amounts_in(const Node& node, const Sentence& sentence) {
    std::vector<Amount> amounts;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      const auto number = number_at(node.tokens, at);
      if (!number) continue;
      const auto unit = money_units().match(node.tokens, number->end);
      if (!unit) {
        at = number->end - 1;
        continue;
      }
      const double vnd = number->value * static_cast<double>(*unit.value);
      const std::size_t end = number->end + unit.length;
      if (vnd >= 1000 && vnd < 1e17) amounts.push_back({at, end, std::llround(vnd)});
      at = end - 1;
    }
    return amounts;
  }

  /// The sentence or what stands above it speaks of money to be spent.
  bool budgets(std::size_t i, const Sentence& sentence) const {
    const Node& node = outline_.nodes[i];
    if (no_budget_words().find(node.tokens, sentence.opened, sentence.end) < sentence.end)
      return false;
    if (money_words().find(node.tokens, 0, sentence.end) < sentence.end) return true;
    for (std::size_t up = node.parent; up != k_no_node; up = outline_.nodes[up].parent) {
      const Node& above = outline_.nodes[up];
      if (money_words().find(above.tokens, 0, above.tokens.size()) < above.tokens.size())
        return true;
    }
    return false;
  }

  /// "1.500.000.000 đồng/năm x 05 năm = 7.500.000.000 đồng": the product is the amount.
  static bool is_factor(const Node& node, const std::vector<Amount>& amounts, std::size_t a) {
    if (a + 1 >= amounts.size()) return false;
    bool times = false, equals = false;
    for (std::size_t at = amounts[a].end; at < amounts[a + 1].at; ++at) {
      times = times || is(node.tokens, at, "x") || is(node.tokens, at, "×");
      equals = equals || is(node.tokens, at, "=");
    }
    return times && equals;
  }

  /// "300.000 đồng/người": what each gets.
  static bool is_rate(const Node& node, std::size_t end) {
    static const PatternList k_rates(
        {"/ người|hộ|suất|tháng|ngày|học|cháu|em|trường|nhà|ha|đại|đồng|lượt|buổi|xã|đơn|lớp"});
    return k_rates.match(node.tokens, end) > 0;
  }

  void add(std::size_t i, std::size_t s, const Amount& amount) {
    const Node& node = outline_.nodes[i];
    const Sentence& sentence = sentences_[i].sentences[s];
    BudgetLine line;
    line.amount_vnd = amount.vnd;
    line.who = actors_.actor_of(i, s, amount.at).who;
    line.part_of_total = is_part(i, sentence, amount.at);
    const auto [from, to] = part_around(node, sentence, amount);
    line.quote = quote_of(node, from, to);
    line.what = what_of(node, from, amount.at);
    if (node.parent != k_no_node) line.heading = std::string(outline_.nodes[node.parent].text());
    line.rule = line.part_of_total ? "kinh-phi-trong-do" : "kinh-phi";
    lines_.push_back(std::move(line));
  }

  bool is_part(std::size_t i, const Sentence& sentence, std::size_t at) const {
    const Node& node = outline_.nodes[i];
    static const PatternList k_parts({"trong đó", "gồm", "bao gồm", "cụ thể"});
    if (k_parts.find(node.tokens, sentence.opened, at) < at && !lines_.empty()) return true;
    if (sentences_[i].depth[at] > 0 && !lines_.empty()) return true;
    for (std::size_t up = node.parent; up != k_no_node && !lines_.empty();
         up = outline_.nodes[up].parent) {
      const Node& above = outline_.nodes[up];
      if (above.text().ends_with(":") &&
          k_parts.find(above.tokens, 0, above.tokens.size()) < above.tokens.size() &&
          has_amount(above))
        return true;
    }
    return false;
  }

  static bool has_amount(const Node& node) {
    for (std::size_t at = 0; at < node.tokens.size(); ++at) {
      const auto number = number_at(node.tokens, at);
      if (number && money_units().match(node.tokens, number->end)) return true;
    }
    return false;
  }

  struct Range {
    std::size_t begin, end;
  };
  /// From the mark or "và" before the amount to the mark behind it.
  Range part_around(const Node& node, const Sentence& sentence, const Amount& amount) const {
    std::size_t begin = amount.at, end = amount.end;
    const auto ends = [&](std::size_t at) {
      return is(node.tokens, at, "(") || is(node.tokens, at, ";") || is(node.tokens, at, ")");
    };
    while (begin > sentence.begin && !ends(begin - 1) &&
           !(money_units().match(node.tokens, begin - 1) && begin < amount.at))
      --begin;
    while (begin < amount.at && (is(node.tokens, begin, "và") || is(node.tokens, begin, ",") ||
                                 is(node.tokens, begin, "đồng")))
      ++begin;
    while (end < sentence.end && node.tokens[end].kind != TokenKind::mark &&
           !is(node.tokens, end, "và"))
      ++end;
    return {begin, end};
  }

  static std::string what_of(const Node& node, std::size_t from, std::size_t at) {
    std::string_view text = node.text_of(from, at);
    while (!text.empty() && std::string_view(" ,.;:(").find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    return std::string(text);
  }

  const Outline& outline_;
  const std::vector<NodeSentences>& sentences_;
  Actors actors_;
  std::vector<BudgetLine> lines_;
};

}  // namespace

std::vector<BudgetLine> budget_of(const Outline& outline,
                                  const std::vector<NodeSentences>& sentences) {
  return BudgetReader(outline, sentences).read();
}

}  // namespace dondoc::intake
