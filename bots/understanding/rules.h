// The tables of rules (pattern.h), one file a theme, and the classes of words they share. Whoever
// knows the language can change them without knowing the program: tests/understanding says what
// breaks. Constant; safe from any thread.
#pragma once

#include <span>
#include <string_view>

#include "bots/understanding/pattern.h"

namespace dondoc::understanding {

/// A class of words: `<gui>` in a pattern stands for its words.
struct WordClass {
  std::string_view name;
  std::string_view words;  ///< alternatives, as in a pattern
};

std::span<const WordClass> word_classes();    // word_classes.cpp
std::span<const Rule> rules_of_state();       // rules_state.cpp: done, progress, acknowledged
std::span<const Rule> rules_of_requests();    // rules_requests.cpp: extension, blocked
std::span<const Rule> rules_of_persons();     // rules_persons.cpp: handover, decline
std::span<const Rule> rules_of_questions();   // rules_questions.cpp
std::span<const Rule> rules_of_promises();    // rules_promises.cpp: snooze
std::span<const Rule> rules_of_small_talk();  // rules_small_talk.cpp: none, and what is swallowed

}  // namespace dondoc::understanding
