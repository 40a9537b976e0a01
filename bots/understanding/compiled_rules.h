// The rules (rules.h) as numbers: every word of theirs has one, and of every element is known which
// words it can begin with, so that a text is held only against the rules all of whose words it has.
// Made once at first use; constant, safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/mentions.h"
#include "bots/understanding/pattern.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

using WordId = std::uint16_t;  ///< 0: a word of no rule
using SetId = std::uint16_t;
inline constexpr SetId k_any_text = 0;  ///< the set every text has a member of

inline constexpr std::size_t k_mention_kinds = static_cast<std::size_t>(MentionKind::person) + 1;

constexpr std::uint16_t bit_of(MentionKind kind) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

struct WordTest {
  WordId id = 0;
  bool strict = false;   ///< a plainly typed word is not it
  WordKey accented = 0;  ///< as it must have been typed, unless plainly; 0: any diacritics
};

/// One of several that may stand for an element: words in a row.
struct Alternative {
  WordId first = 0;  ///< of its first test
  std::uint16_t count = 0;
  std::uint32_t begin = 0;  ///< in CompiledRules::tests
};

enum class Shape : std::uint8_t { words, gap, start, end };

struct Element {
  Shape shape = Shape::words;
  bool optional = false;
  bool over_commas = false;
  bool may_end = false;  ///< "$" is one of the alternatives
  std::uint8_t gap = 0;
  std::uint16_t mentions = 0;      ///< bit_of their kinds
  SetId beginnings = 0;            ///< the set of words and mentions it can begin with
  std::uint32_t alternatives = 0;  ///< the first, in CompiledRules::alternatives
  std::uint32_t count = 0;         ///< of alternatives
};

struct CompiledRule {
  const Rule* rule = nullptr;
  std::uint32_t begin = 0;  ///< of its elements, in CompiledRules::elements
  std::uint32_t end = 0;
};

/// A rule where it may begin. Of each of the sets the text must have a member from there on: the
/// rarest the rule asks for, the last one again when it asks for fewer.
struct Candidate {
  std::uint16_t rule = 0;  ///< in CompiledRules::rules
  std::array<SetId, 3> needs{};
};

/// What gaps, ends and beginnings of clauses ask of a word.
struct WordNature {
  bool light = false;          ///< "em", "ạ": may stand between any two elements
  bool turns = false;          ///< "chưa": no gap steps over it
  bool ends_softly = false;    ///< may stand behind the end of a clause
  bool begins_softly = false;  ///< and before its beginning
};

/// Sets by number, one bit each.
using SetBits = std::vector<std::uint64_t>;

struct CompiledRules {
  WordTable<WordId> vocabulary;
  std::vector<WordNature> natures;  ///< by WordId
  std::vector<WordTest> tests;
  std::vector<Alternative> alternatives;
  std::vector<Element> elements;
  std::vector<CompiledRule> rules;                 ///< in the order of the tables
  std::size_t set_words = 0;                       ///< 64-bit words in each row of the two below
  SetBits sets_of_word;                            ///< a row by WordId: the sets it is in
  SetBits sets_of_mention;                         ///< a row by MentionKind
  std::vector<std::vector<Candidate>> by_word;     ///< rules that may begin with it
  std::vector<std::vector<Candidate>> by_mention;  ///< the same by MentionKind
  std::vector<std::string> faults;

  std::span<const Element> elements_of(const CompiledRule& rule) const {
    return std::span(elements).subspan(rule.begin, rule.end - rule.begin);
  }
  std::span<const Alternative> alternatives_of(const Element& element) const {
    return std::span(alternatives).subspan(element.alternatives, element.count);
  }
  std::span<const std::uint64_t> sets_of(WordId word) const {
    return std::span(sets_of_word).subspan(word * set_words, set_words);
  }
  std::span<const std::uint64_t> sets_of(MentionKind kind) const {
    return std::span(sets_of_mention)
        .subspan(static_cast<std::size_t>(kind) * set_words, set_words);
  }
};

inline bool has_set(std::span<const std::uint64_t> sets, SetId set) {
  return (sets[set / 64U] >> (set % 64U) & 1U) != 0;
}

const CompiledRules& compiled_rules();

}  // namespace dondoc::understanding
