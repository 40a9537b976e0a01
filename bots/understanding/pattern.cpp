#include "bots/understanding/pattern.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "bots/understanding/rules.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

constexpr std::array<std::string_view, 12> k_kind_names = {
    "nothing", "ack",      "progress", "done",  "report", "extension",
    "blocked", "handover", "decline",  "query", "snooze", "none"};
static_assert(k_kind_names.size() == static_cast<std::size_t>(Kind::none) + 1);

struct MentionName {
  std::string_view name;
  MentionKind kind;
};
constexpr std::array<MentionName, 11> k_mention_names = {{{"num", MentionKind::number},
                                                          {"pct", MentionKind::percent},
                                                          {"frac", MentionKind::fraction},
                                                          {"date", MentionKind::date},
                                                          {"past", MentionKind::past},
                                                          {"span", MentionKind::span},
                                                          {"hours", MentionKind::hours},
                                                          {"time", MentionKind::time},
                                                          {"code", MentionKind::code},
                                                          {"doc", MentionKind::document},
                                                          {"person", MentionKind::person}}};
static_assert(k_mention_names.size() == static_cast<std::size_t>(MentionKind::person) + 1);

constexpr std::size_t k_none = static_cast<std::size_t>(-1);
constexpr int k_gap = 3;
constexpr int k_light_between = 3;

using WordId = std::uint16_t;  // 0: no word of any rule

struct WordTest {
  WordId id = 0;
  std::string accented;  ///< empty: any diacritics
  bool strict = false;   ///< a plainly typed word is not it
};
using Alternative = std::vector<WordTest>;

enum class Shape : std::uint8_t { words, gap, start, end };

struct Element {
  Shape shape = Shape::words;
  bool optional = false;
  bool over_commas = false;
  int gap = 0;
  std::uint32_t mentions = 0;  ///< by MentionKind: 1 << kind
  bool may_end = false;        ///< "$" is one of the alternatives
  std::vector<Alternative> alternatives;
};

struct Compiled {
  const Rule* rule = nullptr;
  std::vector<Element> elements;
};

/// Which words rules may begin with; in the order of the tables.
struct Index {
  std::unordered_map<std::string, WordId> vocabulary;
  std::vector<Compiled> rules;
  std::vector<std::vector<std::uint16_t>> by_word;  ///< by WordId
  std::array<std::vector<std::uint16_t>, k_mention_names.size()> by_mention;
  std::vector<std::string> faults;
};

bool is_accented(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::uint32_t bit(MentionKind kind) { return 1U << static_cast<unsigned>(kind); }

class Compiler {
 public:
  Index compile() {
    for (const WordClass& one : word_classes()) classes_[std::string(one.name)] = one.words;
    for (auto table : {rules_of_state(), rules_of_requests(), rules_of_persons(),
                       rules_of_questions(), rules_of_promises(), rules_of_small_talk()}) {
      for (const Rule& rule : table) add(rule);
    }
    index_.by_word.resize(index_.vocabulary.size() + 1);
    for (std::size_t i = 0; i < index_.rules.size(); ++i) enter(i);
    return std::move(index_);
  }

 private:
  void add(const Rule& rule) {
    Compiled compiled{&rule, {}};
    std::string_view rest = rule.pattern;
    while (!rest.empty()) {
      const auto space = std::min(rest.find(' '), rest.size());
      if (space > 0) compiled.elements.push_back(element(rule, rest.substr(0, space)));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    if (compiled.elements.empty() || rule.weight < 1 || rule.weight > 100)
      fault(rule, "empty, or its weight");
    index_.rules.push_back(std::move(compiled));
  }

  void fault(const Rule& rule, std::string_view what) {
    index_.faults.push_back(std::string(rule.name) + ": " + std::string(what) + ": " +
                            std::string(rule.pattern));
  }

  Element element(const Rule& rule, std::string_view text) {
    Element made;
    if (text == "^" || text == "$") {
      made.shape = text == "^" ? Shape::start : Shape::end;
      return made;
    }
    if (text.front() == '~' || text == "...") {
      made.shape = Shape::gap;
      made.over_commas = text == "...";
      made.gap = made.over_commas ? 12 : text.size() > 1 ? text[1] - '0' : k_gap;
      return made;
    }
    if (text.back() == '?') {
      made.optional = true;
      text.remove_suffix(1);
    }
    alternatives(rule, text, made);
    return made;
  }

  void alternatives(const Rule& rule, std::string_view text, Element& made) {
    while (!text.empty()) {
      const auto bar = std::min(text.find('|'), text.size());
      const std::string_view one = text.substr(0, bar);
      if (one.size() > 2 && one.front() == '<' && one.back() == '>') {
        named(rule, one.substr(1, one.size() - 2), made);
      } else if (one == "$") {
        made.may_end = true;
      } else if (!one.empty()) {
        made.alternatives.push_back(words(one));
      }
      text.remove_prefix(std::min(bar + 1, text.size()));
    }
    if (made.alternatives.empty() && made.mentions == 0) fault(rule, "an element without words");
  }

  void named(const Rule& rule, std::string_view name, Element& made) {
    for (const MentionName& known : k_mention_names) {
      if (known.name != name) continue;
      made.mentions |= bit(known.kind);
      return;
    }
    auto found = classes_.find(std::string(name));
    if (found == classes_.end()) return fault(rule, "no such class");
    alternatives(rule, found->second, made);
  }

  Alternative words(std::string_view text) {
    Alternative made;
    while (!text.empty()) {
      const auto joint = std::min(text.find('_'), text.size());
      const std::string_view word = text.substr(0, joint);
      WordTest test;
      const bool exact = word.starts_with('=');
      test.strict = word.starts_with('!');
      const std::string_view typed = exact || test.strict ? word.substr(1) : word;
      test.id = id_of(fold(typed));
      if (exact || is_accented(typed)) test.accented = typed;
      made.push_back(std::move(test));
      text.remove_prefix(std::min(joint + 1, text.size()));
    }
    return made;
  }

  WordId id_of(std::string folded) {
    const auto next = static_cast<WordId>(index_.vocabulary.size() + 1);
    return index_.vocabulary.emplace(std::move(folded), next).first->second;
  }

  /// Under every word or mention the rule may begin with.
  void enter(std::size_t rule) {
    const auto number = static_cast<std::uint16_t>(rule);
    for (const Element& element : index_.rules[rule].elements) {
      if (element.shape == Shape::start) continue;
      if (element.shape != Shape::words) {
        fault(*index_.rules[rule].rule, "begins with a gap or an end");
        return;
      }
      for (const MentionName& known : k_mention_names) {
        if ((element.mentions & bit(known.kind)) != 0)
          index_.by_mention[static_cast<std::size_t>(known.kind)].push_back(number);
      }
      for (const Alternative& one : element.alternatives) {
        auto& list = index_.by_word[one.front().id];
        if (list.empty() || list.back() != number) list.push_back(number);
      }
      if (!element.optional) return;
    }
  }

  Index index_;
  std::unordered_map<std::string, std::string_view> classes_;
};

const Index& index() {
  static const Index made = Compiler().compile();
  return made;
}

/// A gap may not step over these: they turn the meaning.
bool is_hard(std::string_view word) {
  static constexpr std::array<std::string_view, 5> k_hard = {"chua", "khong", "neu", "nhung",
                                                             "chang"};
  return std::find(k_hard.begin(), k_hard.end(), word) != k_hard.end();
}

bool ends_softly(std::string_view word) {
  static const std::unordered_set<std::string_view> k_soft = {
      "vay", "ha",  "ta",   "do",  "day", "ne",   "voi", "di",   "luon", "nhi", "the", "thoi",
      "nua", "het", "gium", "dum", "la",  "tron", "xiu", "chut", "ca",   "roi", "nay"};
  return is_light(word) || k_soft.count(word) > 0;
}

bool begins_softly(std::string_view word) {
  static const std::unordered_set<std::string_view> k_soft = {"da",   "vang", "u",   "ok",  "thua",
                                                              "a",    "roi",  "bao", "cao", "kinh",
                                                              "hien", "gio",  "nay", "ben", "tai"};
  return is_light(word) || k_soft.count(word) > 0;
}

/// The words of a date or a name mean nothing of their own: "qua" in "hôm qua".
bool hides_words(MentionKind kind) {
  return kind == MentionKind::date || kind == MentionKind::past || kind == MentionKind::span ||
         kind == MentionKind::hours || kind == MentionKind::time || kind == MentionKind::person;
}

class Matcher {
 public:
  Matcher(const Utterance& text, const Mentions& mentions)
      : text_(text), mentions_(mentions), ids_(text.size()) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto found = index().vocabulary.find(text.folded(i));
      ids_[i] = found == index().vocabulary.end() ? WordId{0} : found->second;
      const Mention* mention = mentions.over(i);
      light_.push_back(is_light(text.folded(i)) ||
                       (mention != nullptr && mention->kind == MentionKind::code));
      if (mention != nullptr && hides_words(mention->kind)) ids_[i] = 0;
    }
  }

  std::vector<RuleMatch> all() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (ids_[at] != 0) take(index().by_word[ids_[at]], at);
      if (const Mention* mention = mentions_.at(at))
        take(index().by_mention[static_cast<std::size_t>(mention->kind)], at);
    }
    return std::move(found_);
  }

 private:
  void take(const std::vector<std::uint16_t>& rules, std::size_t at) {
    for (std::uint16_t number : rules) {
      const Compiled& rule = index().rules[number];
      const std::size_t end = match(rule.elements, 0, at, true);
      if (end != k_none && end > at) found_.push_back({rule.rule, at, end});
    }
  }

  bool is_open(std::size_t at) const {
    return at == 0 || at > text_.size() || text_.words()[at - 1].mark == 0;
  }

  std::size_t match(const std::vector<Element>& elements, std::size_t e, std::size_t at,
                    bool first) const {
    if (e == elements.size()) return at;
    const Element& element = elements[e];
    switch (element.shape) {
      case Shape::start:
        return begins_at(at) ? match(elements, e + 1, at, true) : k_none;
      case Shape::end:
        return ends_at(at) ? match(elements, e + 1, at, first) : k_none;
      case Shape::gap:
        return over_gap(elements, e, at);
      case Shape::words:
        break;
    }
    std::size_t here = at;
    for (int skipped = 0; here < text_.size() && (first || is_open(here)); ++skipped) {
      const std::size_t end = past_words(elements, e, here);
      if (end != k_none) return end;
      if (first || skipped == k_light_between || !light_[here]) break;
      ++here;
    }
    const bool skips = element.optional || (element.may_end && ends_at(at));
    return skips ? match(elements, e + 1, at, first) : k_none;
  }

  std::size_t past_words(const std::vector<Element>& elements, std::size_t e,
                         std::size_t at) const {
    const Element& element = elements[e];
    const Mention* mention = element.mentions == 0 ? nullptr : mentions_.at(at);
    if (mention != nullptr && (element.mentions & bit(mention->kind)) != 0) {
      const std::size_t end = match(elements, e + 1, mention->end, false);
      if (end != k_none) return end;
    }
    for (const Alternative& one : element.alternatives) {
      if (!stands(one, at)) continue;
      const std::size_t end = match(elements, e + 1, at + one.size(), false);
      if (end != k_none) return end;
    }
    return k_none;
  }

  bool stands(const Alternative& words, std::size_t at) const {
    if (at + words.size() > text_.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (ids_[at + i] != words[i].id) return false;
      if (i > 0 && !is_open(at + i)) return false;
      if (words[i].strict && text_.words()[at + i].plain) return false;
      if (!words[i].accented.empty() && !text_.could_be(at + i, words[i].accented)) return false;
    }
    return true;
  }

  std::size_t over_gap(const std::vector<Element>& elements, std::size_t e, std::size_t at) const {
    const Element& gap = elements[e];
    for (int skipped = 0; skipped <= gap.gap; ++skipped, at = behind(at)) {
      if (!is_open(at) && !(gap.over_commas && text_.words()[at - 1].mark == ',')) return k_none;
      const std::size_t end = match(elements, e + 1, at, gap.over_commas);
      if (end != k_none) return end;
      if (at >= text_.size() || is_hard(text_.folded(at))) return k_none;
    }
    return k_none;
  }

  /// Behind word `at`; a name or a date counts as one word.
  std::size_t behind(std::size_t at) const {
    const Mention* mention = mentions_.over(at);
    return mention != nullptr && hides_words(mention->kind) ? mention->end : at + 1;
  }

  bool begins_at(std::size_t at) const {
    for (std::size_t i = at; i > 0; --i) {
      if (text_.words()[i - 1].mark != 0) return true;
      if (!begins_softly(text_.folded(i - 1))) return false;
    }
    return true;
  }

  bool ends_at(std::size_t at) const {
    for (std::size_t i = at; i < text_.size() && is_open(i); ++i) {
      const Mention* mention = mentions_.over(i);
      const bool called = mention != nullptr && mention->kind == MentionKind::person;
      const bool last_name = i + 1 == text_.size() && i > at &&
                             text_.words()[i].typed != text_.words()[i].folded &&
                             text_.words()[i].typed[0] >= 'A' && text_.words()[i].typed[0] <= 'Z';
      if (!called && !last_name && !ends_softly(text_.folded(i))) return false;
    }
    return true;
  }

  const Utterance& text_;
  const Mentions& mentions_;
  std::vector<WordId> ids_;
  std::vector<bool> light_;
  std::vector<RuleMatch> found_;
};

}  // namespace

std::string_view name_of(Kind kind) { return k_kind_names[static_cast<std::size_t>(kind)]; }

bool is_light(std::string_view folded) {
  static const std::unordered_set<std::string_view> k_light = {
      "em",  "e",   "toi", "minh", "chi",   "c",   "anh", "a",    "chu",  "bac", "ad",
      "sep", "oi",  "nhe", "hen",  "thi",   "la",  "ma",  "cung", "luon", "deu", "ne",
      "nhi", "bot", "d/c", "chac", "admin", "tui", "vua", "lai",  "nghe"};
  return k_light.count(folded) > 0;
}

std::vector<RuleMatch> find_rules(const Utterance& text, const Mentions& mentions) {
  return Matcher(text, mentions).all();
}

std::vector<std::string> faults_of_rules() { return index().faults; }

}  // namespace dondoc::understanding
