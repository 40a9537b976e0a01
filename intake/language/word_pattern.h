// Patterns of words and tables of them: how the grammar's data is written.
//
// A pattern is words separated by spaces. `a|b` is one word of several, `a?` may be missing, `#` is
// a number (digits or a number word), `^a` is a word with a capital letter, `,` and other marks
// stand for themselves. Patterns are compared by key (token.h). Values only; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/language/token.h"

namespace dondoc::intake {

class WordPattern {
 public:
  explicit WordPattern(std::string_view pattern);

  /// How many tokens match from `at`; 0: none. The longest reading counts.
  std::size_t match(const Tokens& tokens, std::size_t at) const;

  /// Words a match can begin with; empty: any.
  const std::vector<std::string>& first_words() const { return first_words_; }

 private:
  struct Part {
    std::vector<std::string> words;
    bool optional = false;
    bool number = false;
    bool capital = false;
  };
  std::size_t match_from(std::size_t part, const Tokens& tokens, std::size_t at) const;
  static bool fits(const Part& part, const Token& token);

  std::vector<Part> parts_;
  std::vector<std::string> first_words_;
};

/// Patterns with a value each, found by their first word.
template <class Value>
class PatternTable {
 public:
  struct Row {
    std::string_view pattern;
    Value value;
  };
  struct Match {
    std::size_t length = 0;
    const Value* value = nullptr;
    explicit operator bool() const { return length > 0; }
  };

  explicit PatternTable(const std::vector<Row>& rows);

  /// The longest match at `at`; of equally long ones the earlier row.
  Match match(const Tokens& tokens, std::size_t at) const;

 private:
  struct Compiled {
    WordPattern pattern;
    Value value;
  };
  std::vector<Compiled> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
  std::vector<std::size_t> by_any_;
};

/// A list of patterns without values.
class PatternList {
 public:
  explicit PatternList(const std::vector<std::string_view>& patterns);

  std::size_t match(const Tokens& tokens, std::size_t at) const;
  /// The first place in [begin, end) where one matches; `end` when none does.
  std::size_t find(const Tokens& tokens, std::size_t begin, std::size_t end) const;

 private:
  PatternTable<char> table_;
};

// --- Inline ---

template <class Value>
PatternTable<Value>::PatternTable(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::size_t index = rows_.size();
    rows_.push_back({WordPattern(row.pattern), row.value});
    const auto& words = rows_.back().pattern.first_words();
    if (words.empty()) by_any_.push_back(index);
    for (const std::string& word : words) by_word_[word].push_back(index);
  }
}

template <class Value>
typename PatternTable<Value>::Match PatternTable<Value>::match(const Tokens& tokens,
                                                               std::size_t at) const {
  Match best;
  if (at >= tokens.size()) return best;
  const auto consider = [&](const std::vector<std::size_t>& candidates) {
    for (std::size_t index : candidates) {
      const std::size_t length = rows_[index].pattern.match(tokens, at);
      if (length > best.length) best = {length, &rows_[index].value};
    }
  };
  const auto found = by_word_.find(tokens[at].key);
  if (found != by_word_.end()) consider(found->second);
  consider(by_any_);
  return best;
}

}  // namespace dondoc::intake
