// Patterns: the small language the rules of meaning are written in, and finding them in a text.
// A pattern is a row of elements with single spaces between them:
//   xong            a word, folded; with diacritics ("hạn") it must have been typed so, or plainly
//   =thay           a word that has no diacritics ("thay", but not "thấy"), or was typed plainly
//   !bão            a word that must have been typed with its diacritics
//   gui|nop|da_gui  one of several; "_" joins the words of one
//   <gui>           a class of words (word_classes.cpp), or what was found: <num> <date> <past>
//   … xong?           may be missing ~  ~5           up to three (five) words between, none of them
//   a negation or a mark ^  $            the clause begins, ends here; words of courtesy do not
//   count
// Words of courtesy ("em", "chị", "ạ") may stand between any two elements. Constant once made; safe
// from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/mentions.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// What a rule takes its match for.
enum class Kind : std::uint8_t {
  nothing,  ///< swallows words that would be misread
  ack,
  progress,
  done,
  report,
  extension,
  blocked,
  handover,
  decline,
  query,
  snooze,
  none,  ///< said, but nothing to act on: greetings, thanks, stories
};

std::string_view name_of(Kind kind);

/// One line of the tables: the heavier match wins where two overlap.
struct Rule {
  std::string_view name;
  Kind kind;
  int weight;  ///< 1..100; also the confidence in percent
  std::string_view pattern;
  std::string_view slots = {};  ///< "kind=due_date", "category=funds stage=trình_ký"
};

struct RuleMatch {
  const Rule* rule = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// All matches of all rules (rules.h) in a text whose mentions were found.
std::vector<RuleMatch> find_rules(const Utterance& text, const Mentions& mentions);

/// "em", "chị", "ạ", "thì": says nothing of its own.
bool is_light(std::string_view folded);
std::span<const std::string_view> light_words();

/// Compiles every rule; the faults found in them, empty when there are none. For tests.
std::vector<std::string> faults_of_rules();

}  // namespace dondoc::understanding
