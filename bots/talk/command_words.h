// The words of the typed commands, folded (domain.md §5): which phrase at the start of a text means
// which act. Constant tables; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bots/talk/intent.h"
#include "bots/talk/said.h"

namespace dondoc::talk {

/// What may stand behind the phrase.
enum class Tail {
  courtesy,  ///< nothing but particles and forms of address: anything else makes it another
             ///< sentence
  sending,   ///< also how and when something was sent
  content,   ///< a reason, a date, a name, an amount
};

struct Phrase {
  std::string_view words;
  Act act;
  Tail tail;
};

struct FoundPhrase {
  const Phrase* phrase = nullptr;
  std::size_t length = 0;  ///< in words
};

/// The longest phrase at word `at`; a null phrase when there is none.
FoundPhrase phrase_of_command(const Utterance& text, std::size_t at);

/// "/quahan", "/viec_cua_toi": a command in one word.
const Phrase* slash_command(std::string_view folded_word);

/// "dạ", "em", "chị ơi", "ạ", "nhé": says nothing of its own.
bool is_courtesy(const Utterance& text, std::size_t at);
/// "báo cáo", "qua văn thư", "hôm qua": how and when a thing was sent.
bool is_about_sending(const Utterance& text, std::size_t at);

}  // namespace dondoc::talk
