#include "bots/understanding/pattern.h"

#include <array>
#include <cstdint>
#include <string>

#include "bots/understanding/compiled_rules.h"
#include "bots/understanding/phrase.h"

namespace dondoc::understanding {
namespace {

constexpr std::array<std::string_view, 12> k_kind_names = {
    "nothing", "ack",      "progress", "done",  "report", "extension",
    "blocked", "handover", "decline",  "query", "snooze", "none"};
static_assert(k_kind_names.size() == static_cast<std::size_t>(Kind::none) + 1);

constexpr auto k_light_words = std::to_array<std::string_view>(
    {"em",  "e",   "toi", "minh", "chi",   "c",   "anh", "a",    "chu",  "bac", "ad",
     "sep", "oi",  "nhe", "hen",  "thi",   "la",  "ma",  "cung", "luon", "deu", "ne",
     "nhi", "bot", "d/c", "chac", "admin", "tui", "vua", "lai",  "nghe"});

constexpr std::size_t k_none = static_cast<std::size_t>(-1);
constexpr int k_light_between = 3;

/// The words of a date or a name mean nothing of their own: "qua" in "hôm qua".
bool hides_words(MentionKind kind) {
  return kind == MentionKind::date || kind == MentionKind::past || kind == MentionKind::span ||
         kind == MentionKind::hours || kind == MentionKind::time || kind == MentionKind::person;
}

class Matcher {
 public:
  Matcher(const Utterance& text, const Mentions& mentions) : text_(text), mentions_(mentions) {
    words_.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const WordId* id = rules_.vocabulary.find(text.key(i));
      MatchedWord word;
      if (id != nullptr) word = {*id, rules_.natures[*id]};
      if (const Mention* mention = mentions.over(i)) {
        word.nature.light = word.nature.light || mention->kind == MentionKind::code;
        if (hides_words(mention->kind)) word.id = 0;
      }
      words_.push_back(word);
    }
    find_sets();
  }

  std::vector<RuleMatch> all() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (words_[at].id != 0) take(rules_.by_word[words_[at].id], at);
      if (const Mention* mention = mentions_.at(at))
        take(rules_.by_mention[static_cast<std::size_t>(mention->kind)], at);
    }
    return std::move(found_);
  }

 private:
  struct MatchedWord {
    WordId id = 0;  ///< 0 also for the words of a date or a name
    WordNature nature;
  };

  /// Of each word: the sets of which it or a word behind it is a member.
  void find_sets() {
    const std::size_t width = rules_.set_words;
    sets_.resize((text_.size() + 1) * width);
    sets_[text_.size() * width] = 1U << k_any_text;
    for (std::size_t at = text_.size(); at > 0; --at) {
      const auto behind = std::span(sets_).subspan(at * width, width);
      const auto here = std::span(sets_).subspan((at - 1) * width, width);
      const auto word = rules_.sets_of(words_[at - 1].id);
      for (std::size_t i = 0; i < width; ++i) here[i] = behind[i] | word[i];
      if (const Mention* mention = mentions_.at(at - 1)) {
        const auto kind = rules_.sets_of(mention->kind);
        for (std::size_t i = 0; i < width; ++i) here[i] |= kind[i];
      }
    }
  }

  void take(const std::vector<Candidate>& candidates, std::size_t at) {
    const auto sets = std::span(sets_).subspan(at * rules_.set_words, rules_.set_words);
    for (const Candidate& candidate : candidates) {
      if (!has_set(sets, candidate.needs[0]) || !has_set(sets, candidate.needs[1]) ||
          !has_set(sets, candidate.needs[2]))
        continue;
      const CompiledRule& rule = rules_.rules[candidate.rule];
      const std::size_t end = match(rules_.elements_of(rule), 0, at, true);
      if (end != k_none && end > at) found_.push_back({rule.rule, at, end});
    }
  }

  bool is_open(std::size_t at) const {
    return at == 0 || at > text_.size() || text_.words()[at - 1].mark == 0;
  }

  std::size_t match(std::span<const Element> elements, std::size_t e, std::size_t at,
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
      if (first || skipped == k_light_between || !words_[here].nature.light) break;
      ++here;
    }
    const bool skips = element.optional || (element.may_end && ends_at(at));
    return skips ? match(elements, e + 1, at, first) : k_none;
  }

  std::size_t past_words(std::span<const Element> elements, std::size_t e, std::size_t at) const {
    const Element& element = elements[e];
    const Mention* mention = element.mentions == 0 ? nullptr : mentions_.at(at);
    if (mention != nullptr && (element.mentions & bit_of(mention->kind)) != 0) {
      const std::size_t end = match(elements, e + 1, mention->end, false);
      if (end != k_none) return end;
    }
    if (!has_set(rules_.sets_of(words_[at].id), element.beginnings)) return k_none;
    for (const Alternative& one : rules_.alternatives_of(element)) {
      if (one.first != words_[at].id || !stands(one, at)) continue;
      const std::size_t end = match(elements, e + 1, at + one.count, false);
      if (end != k_none) return end;
    }
    return k_none;
  }

  bool stands(const Alternative& words, std::size_t at) const {
    const WordTest* tests = rules_.tests.data() + words.begin;
    if (at + words.count > text_.size()) return false;
    for (std::size_t i = 0; i < words.count; ++i) {
      const WordTest& test = tests[i];
      if (test.id != words_[at + i].id) return false;
      if (i > 0 && !is_open(at + i)) return false;
      const bool plain = text_.words()[at + i].plain;
      if (plain ? test.strict : test.accented != 0 && test.accented != text_.typed_key(at + i))
        return false;
    }
    return true;
  }

  std::size_t over_gap(std::span<const Element> elements, std::size_t e, std::size_t at) const {
    const Element& gap = elements[e];
    for (int skipped = 0; skipped <= gap.gap; ++skipped, at = behind(at)) {
      if (!is_open(at) && !(gap.over_commas && text_.words()[at - 1].mark == ',')) return k_none;
      const std::size_t end = match(elements, e + 1, at, gap.over_commas);
      if (end != k_none) return end;
      if (at >= text_.size() || words_[at].nature.turns) return k_none;
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
      if (!words_[i - 1].nature.begins_softly) return false;
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
      if (!called && !last_name && !words_[i].nature.ends_softly) return false;
    }
    return true;
  }

  const CompiledRules& rules_ = compiled_rules();
  const Utterance& text_;
  const Mentions& mentions_;
  std::vector<MatchedWord> words_;
  std::vector<std::uint64_t> sets_;  ///< CompiledRules::set_words for each word
  std::vector<RuleMatch> found_;
};

}  // namespace

std::string_view name_of(Kind kind) { return k_kind_names[static_cast<std::size_t>(kind)]; }

std::span<const std::string_view> light_words() { return k_light_words; }

bool is_light(std::string_view folded) {
  static const WordTable<bool> k_light = [] {
    WordTable<bool> made;
    for (std::string_view word : k_light_words) made.emplace(key_of(word), true);
    return made;
  }();
  return k_light.find(key_of(folded)) != nullptr;
}

std::vector<RuleMatch> find_rules(const Utterance& text, const Mentions& mentions) {
  return Matcher(text, mentions).all();
}

}  // namespace dondoc::understanding
