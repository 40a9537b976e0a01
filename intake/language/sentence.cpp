#include "intake/language/sentence.h"

#include <algorithm>

#include "intake/language/duty_words.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_quote_max = 80, k_bracket_max = 250, k_citation_max = 24,
                      k_unnumbered_max = 14;

class Cutter {
 public:
  explicit Cutter(const Node& node) : node_(node), tokens_(node.tokens) {
    result_.quoted.assign(tokens_.size(), false);
    result_.cited.assign(tokens_.size(), false);
    result_.depth.assign(tokens_.size(), 0);
  }

  NodeSentences cut() {
    mark_quotes();
    mark_brackets();
    mark_citations();
    split();
    place_times();
    place_verbs();
    return std::move(result_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].is(word);
  }

  void mark_quotes() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool curly = is(at, "“");
      if (!curly && !is(at, "\"") && !is(at, "«")) continue;
      const std::size_t end = std::min(at + k_quote_max, tokens_.size());
      for (std::size_t close = at + 1; close < end; ++close) {
        if (!(is(close, "”") || is(close, "\"") || is(close, "»") || (!curly && is(close, "“"))))
          continue;
        std::fill(result_.quoted.begin() + static_cast<std::ptrdiff_t>(at),
                  result_.quoted.begin() + static_cast<std::ptrdiff_t>(close) + 1, true);
        at = close;
        break;
      }
    }
  }

  /// A bracket that is never closed opens nothing.
  void mark_brackets() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!is(at, "(") && !is(at, "[")) continue;
      int open = 0;
      for (std::size_t close = at; close < std::min(at + k_bracket_max, tokens_.size()); ++close) {
        if (is(close, "(") || is(close, "[")) ++open;
        if ((is(close, ")") || is(close, "]")) && --open == 0) {
          for (std::size_t i = at; i <= close; ++i) ++result_.depth[i];
          break;
        }
      }
    }
  }

  /// From "số 172/KH-UBND", or a kind of document, to the date that belongs to it.
  void mark_citations() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool numbered = is(at, "số") && at + 2 < tokens_.size() &&
                            tokens_[at + 1].kind == TokenKind::number &&
                            (is(at + 2, "/") || is(at + 2, "-") || is(at + 3, "/"));
      if (numbered) {
        cite(at, k_citation_max, Numbered::yes);
      } else if (document_kinds().match(tokens_, at) > 0 && tokens_[at].capital) {
        cite(at, k_unnumbered_max, Numbered::no);
      }
    }
  }

  enum class Numbered { yes, no };

  /// Without a number only a date that goes on like a title: "Luật … ngày 19/6/2015 của Quốc hội".
  void cite(std::size_t from, std::size_t reach, Numbered numbered) {
    const std::size_t end = std::min(from + reach, tokens_.size());
    for (std::size_t at = from; at < end; ++at) {
      if (is(at, ";") || is(at, ":") || limits_time(at)) return;
      if (!is(at, "ngày") && !(is(at, "năm") && at > from + 1)) continue;
      if (is(at, "năm")) continue;
      if (at > 0 && is_limit(at - 1)) return;
      const auto point = point_at(tokens_, at, Bare::refused);
      if (!point || !point->day || !point->month) continue;
      const bool titled = is(point->end, "của") || is(point->end, "về") || is(point->end, "quy");
      if (numbered == Numbered::no && !titled) return;
      std::fill(result_.cited.begin() + static_cast<std::ptrdiff_t>(from),
                result_.cited.begin() + static_cast<std::ptrdiff_t>(point->end), true);
      return;
    }
  }

  bool is_limit(std::size_t at) const {
    return is(at, "trước") || is(at, "hết") || is(at, "nhất") || is(at, "đến") || is(at, "từ");
  }
  bool limits_time(std::size_t at) const { return is(at, "trước") || is(at, "chậm"); }

  void split() {
    std::size_t begin = past_number(node_.content), opened = begin;
    for (std::size_t at = begin; at < tokens_.size(); ++at) {
      if (result_.depth[at] > 0) continue;
      const bool stop = (is(at, ".") || is(at, "!") || is(at, "?")) && ends_at(at);
      if (!stop && !is(at, ";")) continue;
      if (at > begin) result_.sentences.push_back({begin, at, opened, {}, {}});
      begin = past_number(at + 1);
      if (stop) opened = begin;
    }
    if (begin < tokens_.size())
      result_.sentences.push_back({begin, tokens_.size(), opened, {}, {}});
  }

  /// "(1) Tham mưu …; (2) Tổng hợp …" within a paragraph.
  std::size_t past_number(std::size_t at) const {
    const bool number = is(at, "(") && is(at + 2, ")") && tokens_[at + 1].key.size() <= 2;
    return number ? at + 3 : at;
  }

  /// A full stop ends a sentence before a capital; "TT. Tỉnh ủy" and "15.000" do not.
  bool ends_at(std::size_t at) const {
    if (at + 1 >= tokens_.size()) return true;
    const Token& next = tokens_[at + 1];
    if (next.begin == tokens_[at].end && next.kind != TokenKind::mark) return false;
    if (next.is("/") || next.is(".")) return false;
    if (at > 0 && tokens_[at - 1].capital && tokens_[at - 1].key.size() <= 2 &&
        tokens_[at - 1].kind == TokenKind::word)
      return false;
    return next.kind != TokenKind::word || next.capital;
  }

  void place_times() {
    for (TimeExpression& time : time_expressions(tokens_)) {
      for (Sentence& sentence : result_.sentences) {
        if (time.begin < sentence.begin || time.begin >= sentence.end) continue;
        time.end = std::min(time.end, sentence.end);
        sentence.times.push_back(std::move(time));
        break;
      }
    }
  }

  void place_verbs() {
    for (Sentence& sentence : result_.sentences) {
      for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
        if (result_.quoted[at] || result_.cited[at]) continue;
        const auto verb = duty_verbs().match(tokens_, at);
        if (!verb) continue;
        if (is_noun(at, verb.length)) continue;
        sentence.verbs.push_back({at, at + verb.length, *verb.value});
        at += verb.length - 1;
      }
    }
  }

  /// "báo cáo viên", "Báo cáo số 5", "Sở Xây dựng", "cơ quan báo cáo".
  bool is_noun(std::size_t at, std::size_t length) const {
    if (is(at + length, "viên") && is(at, "báo")) return true;
    const bool proper = tokens_[at].capital && at > 0 && tokens_[at - 1].kind == TokenKind::word &&
                        tokens_[at - 1].capital;
    return proper;
  }

  const Node& node_;
  const Tokens& tokens_;
  NodeSentences result_;
};

}  // namespace

NodeSentences sentences_of(const Node& node) { return Cutter(node).cut(); }

DeadlineKind kind_at(const Sentence& sentence, std::size_t at) {
  const Verb* best = nullptr;
  const auto weight = [](DeadlineKind kind) { return kind == DeadlineKind::task ? 0 : 1; };
  for (const Verb& verb : sentence.verbs) {
    if (verb.at > at && best != nullptr && weight(best->kind) > 0) break;
    if (best == nullptr || weight(verb.kind) >= weight(best->kind)) best = &verb;
  }
  return best == nullptr ? DeadlineKind::task : best->kind;
}

}  // namespace dondoc::intake
