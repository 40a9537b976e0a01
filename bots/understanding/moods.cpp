#include "bots/understanding/moods.h"

#include <algorithm>
#include <array>
#include <string>

#include "bots/understanding/slot_words.h"

namespace dondoc::understanding {
namespace {

bool ends_sentence(char mark) {
  return mark == '.' || mark == ';' || mark == '!' || mark == '?' || mark == '\n';
}

bool tells_state(const Said& said) {
  return said.kind == Kind::done || said.kind == Kind::progress || said.kind == Kind::ack ||
         (said.kind == Kind::report && !said.nil);
}

/// Words at the end of a clause that do not decide whether it asks.
bool trails(const Utterance& text, std::size_t at) {
  static const PhraseList k_words = {"vay", "the", "do",  "voi", "day", "ta",  "luon", "nao",
                                     "nha", "a",   "nua", "co",  "ban", "ong", "ba",   "di"};
  return is_light(text.folded(at)) || text.any_at(at, k_words) > 0;
}

/// "tui không", "bên em không": denies, does not ask.
bool is_own(std::string_view word) {
  static constexpr std::array<std::string_view, 9> k_own = {"tui", "toi", "em",  "minh", "e",
                                                            "xa",  "chi", "anh", "hoi"};
  return std::find(k_own.begin(), k_own.end(), word) != k_own.end();
}

}  // namespace

bool is_said_back(std::string_view raw, const Utterance& text) {
  static constexpr std::array<std::string_view, 3> k_open = {"\"", "“", "«"};
  static constexpr std::array<std::string_view, 3> k_close = {"\"", "”", "»"};
  const auto first = raw.find_first_not_of(" \t\n");
  const auto last = raw.find_last_not_of(" \t\n.");
  if (first == raw.npos || last == raw.npos || last <= first + 4) return false;
  const std::string_view core = raw.substr(first, last - first + 1);
  for (std::size_t i = 0; i < k_open.size(); ++i) {
    const bool quoted = core.starts_with(k_open[i]) && core.ends_with(k_close[i]) &&
                        core.find(k_close[i], k_open[i].size()) + k_close[i].size() == core.size();
    if (quoted) return true;
  }
  // Design of the messages: the code in brackets, the due date, the buttons.
  const auto bracket = raw.find('[');
  if (bracket == raw.npos || raw.find(']', bracket) == raw.npos) return false;
  static const PhraseList k_marks = {
      "kinh nhac",  "kinh gui",         "hom nay la han",  "la han",       "qua han",
      "gui ve",     "de nghi xac nhan", "bao so lieu",     "den han",      "da ghi nhan",
      "vuong mac",  "mau bao cao",      "xin gia han bao", "han",          "tiep nhan khong thuoc",
      "con 1 ngay", "con 3 ngay",       "con 7 ngay",      "dang lam mau", "gui hom nay"};
  return text.count_of(k_marks) >= 3 || (text.count_of(k_marks) >= 2 && text.size() > 9);
}

Moods::Moods(const Utterance& text) : text_(text) { cut(); }

void Moods::cut() {
  std::size_t sentence = 0;
  Clause clause;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char mark = text_.words()[i].mark;
    if (mark == 0 && i + 1 < text_.size()) continue;
    clause.end = i + 1;
    clause.sentence = sentence;
    hear(clause);
    clauses_.push_back(clause);
    if (ends_sentence(mark)) ++sentence;
    clause = {};
    clause.begin = i + 1;
  }
}

void Moods::hear(Clause& clause) const {
  for (std::size_t end = clause.end, steps = 0; end > clause.begin && steps < 5; --end, ++steps) {
    const std::size_t at = end - 1;
    const bool accented = !text_.words()[at].plain;
    const bool doubts =
        accented && text_.could_be(at, "à") && at > clause.begin && text_.folded(at - 1) == "roi";
    const bool asking = text_.folded(at) == "nhi" || text_.could_be(at, "hả") || doubts ||
                        (accented && text_.could_be(at, "hở"));
    if (asking) {
      clause.asks = true;
      return;
    }
    if (text_.phrase_at(at, "khong") > 0 && at > clause.begin) {
      const std::string& before = text_.folded(at - 1);
      clause.requests = before == "duoc";
      clause.asks = !clause.requests && !is_own(before);
      return;
    }
    if (!trails(text_, at)) return;
  }
}

const Moods::Clause& Moods::clause_of(std::size_t word) const {
  for (const Clause& clause : clauses_) {
    if (word < clause.end) return clause;
  }
  return none_;
}

/// Where "thì" stands shortly behind `at` in the same clause; npos when it does not.
std::size_t Moods::then_behind(std::size_t at) const {
  for (std::size_t i = at; i < text_.size() && i < at + 4; ++i) {
    if (i > 0 && text_.words()[i - 1].mark != 0) break;
    if (text_.folded(i) == "thi" && (text_.words()[i].plain || text_.could_be(i, "thì"))) return i;
  }
  return std::string::npos;
}

/// "xong rồi thì nộp ở đâu", "muốn xin gia hạn thì gọi ai", "hoàn thành thì báo lại".
bool Moods::is_supposed(const Said& said, const std::vector<Said>& acts) const {
  const bool may_be = tells_state(said) || said.kind == Kind::extension ||
                      said.kind == Kind::snooze || said.kind == Kind::blocked;
  if (!may_be || said.end == 0) return false;
  const std::size_t then = then_behind(said.end);
  if (then == std::string::npos) return false;
  const std::size_t sentence = clause_of(said.begin).sentence;
  const bool asked = std::any_of(acts.begin(), acts.end(), [&](const Said& other) {
    return other.kind == Kind::query && other.begin >= then &&
           clause_of(other.begin).sentence == sentence;
  });
  if (asked) return true;
  return said.kind == Kind::done;
}

/// "xong rồi nộp ở đâu?": the mark asks the question that is there, not a second one.
bool Moods::is_asked_beside(const Said& said, const std::vector<Said>& acts) const {
  if (said.kind != Kind::query || said.rule.starts_with("query.")) return false;
  const std::size_t sentence = clause_of(said.begin).sentence;
  return std::any_of(acts.begin(), acts.end(), [&](const Said& other) {
    return other.kind == Kind::query && other.rule.starts_with("query.") &&
           clause_of(other.begin).sentence == sentence;
  });
}

bool Moods::asks_in(std::size_t sentence) const {
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
    return clause.sentence == sentence && clause.asks;
  });
}

bool Moods::has_within(const Said& said, const PhraseList& phrases) const {
  for (std::size_t i = said.begin; i < said.end; ++i) {
    if (text_.any_at(i, phrases) > 0) return true;
  }
  return false;
}

void Moods::ask(std::vector<Said>& acts) const {
  const auto is_asked_elsewhere = [&](const Said& said) {
    return std::any_of(acts.begin(), acts.end(), [&](const Said& other) {
      return &other != &said && other.kind == Kind::query &&
             clause_of(other.begin).begin == clause_of(said.begin).begin;
    });
  };
  for (Said& said : acts) {
    const Clause& clause = clause_of(said.begin);
    const bool rumour =
        said.rule == "none.heard" || said.rule == "none.said_by" || said.rule == "none.granted";
    if (rumour && asks_in(clause.sentence)) {
      said.kind = Kind::query;
      said.query = has_within(said, {"gia han", "lui", "doi han"}) ? "due_date" : "status";
    }
    if (!clause.asks) continue;
    if (tells_state(said) && !is_asked_elsewhere(said)) {
      said.kind = Kind::query;
      said.query = "status";
      said.values.clear();
    } else if (said.kind == Kind::extension) {
      const bool wants =
          text_.any_at(clause.begin, {"cho", "xin"}) > 0 ||
          std::any_of(text_.words().begin() + static_cast<std::ptrdiff_t>(clause.begin),
                      text_.words().begin() + static_cast<std::ptrdiff_t>(clause.end),
                      [](const Word& word) {
                        return word.folded == "cho" || word.folded == "xin" ||
                               word.folded == "khong";
                      });
      if (wants) continue;
      said.kind = Kind::query;
      said.query = "due_date";
    }
  }
}

/// "xã Xuân Thới Sơn được gia hạn tới 30/11": told, not asked for.
bool Moods::is_granted(const Said& said) const {
  if (said.kind != Kind::extension) return false;
  const Clause& clause = clause_of(said.begin);
  bool granted = false;
  for (std::size_t i = clause.begin; i < clause.end; ++i) {
    if (text_.any_at(i, {"xin", "cho", "de nghi", "mong", "nho", "kinh"}) > 0) return false;
    granted = granted || text_.phrase_at(i, "duoc gia han") > 0 ||
              text_.phrase_at(i, "duoc lui han") > 0 || text_.phrase_at(i, "duoc doi han") > 0;
  }
  return granted;
}

/// "có tiền thì xong lâu rồi", "máy mà không hư thì em gửi hôm qua rồi": it is not so, and why.
void Moods::regret(Said& said) const {
  if (said.kind != Kind::done) return;
  const Clause& clause = clause_of(said.begin);
  std::size_t then = clause.begin;
  while (then < said.end && text_.folded(then) != "thi") ++then;
  if (then >= said.end || then == clause.begin) return;
  bool would = text_.any_at(clause.begin, {"co", "duoc", "du", "gia", "phai chi"}) > 0;
  for (std::size_t i = clause.begin; i < then; ++i) {
    would = would || (i > clause.begin && text_.could_be(i, "mà"));
  }
  if (!would) return;
  Said held;
  held.kind = Kind::blocked;
  held.confidence = 0.6;
  held.rule = said.rule;
  held.begin = said.begin;
  held.end = said.end;
  held.reason = text_.typed(clause.begin, then);
  held.category = category_in(text_, clause.begin, then);
  said = std::move(held);
}

void Moods::apply(std::vector<Said>& acts) const {
  std::erase_if(acts, [&](const Said& said) { return is_granted(said); });
  std::vector<Said> meant;
  for (const Said& said : acts) {
    if (!is_supposed(said, acts) && !is_asked_beside(said, acts)) meant.push_back(said);
  }
  acts = std::move(meant);
  for (Said& said : acts) regret(said);
}

}  // namespace dondoc::understanding
