// Phrase: something to be said whose words are not chosen yet: a text of the message book and what
// fills it. So one refusal is told to one person in Vietnamese and to another in English, and a log
// keeps what was meant and not how it was worded. Values only.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

/// What fills one placeholder.
struct PhraseValue {
  enum class Kind {
    as_is,  ///< a name, a code, a date, what somebody wrote: the same in every language
    text,   ///< id of a text without placeholders, "P-08": "lý do" or "the reason"
    state,  ///< id of a state of an assignment: its label
  };
  std::string name;  ///< of the placeholder, "ma"
  std::string value;
  Kind kind = Kind::as_is;
  std::vector<PhraseValue> values{};  ///< of Kind::text: what fills that text
};

struct Phrase {
  std::string id;  ///< in the message book, "R-01"
  std::vector<PhraseValue> values;
};

}  // namespace dondoc
