// Words of a text in the form in which they are compared: small letters, one place for the tone
// mark (hoà = hòa), one letter for one sound (quí = quý). Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::intake {

enum class TokenKind { word, number, mark };

struct Token {
  std::string key;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  TokenKind kind = TokenKind::word;
  bool capital = false;  ///< of a word: begins with a capital letter
  long value = -1;       ///< of a number with at most nine digits, or of a number word ("hai")

  bool is(std::string_view word) const { return key == word; }
};

using Tokens = std::vector<Token>;

/// Letters and digits make words and numbers, every other visible character is a mark of its own.
Tokens tokens_of(std::string_view text);

/// The key of one word or of several, separated by one space: "Uỷ ban" → "ủy ban".
std::string key_of(std::string_view text);

enum class LetterCase { none, small, capital, all_capitals };

/// By the first letter, and whether (nearly) every letter is a capital: "CT-TTg" may stand in a
/// title.
LetterCase letter_case(std::string_view text);

/// "IV" → 4; 0 when it is no Roman number up to twenty.
int roman(std::string_view key);

}  // namespace dondoc::intake
