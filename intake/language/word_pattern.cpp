#include "intake/language/word_pattern.h"

#include <algorithm>

namespace dondoc::intake {
namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(by);
    if (const auto part = text.substr(0, end); !part.empty()) parts.push_back(part);
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

WordPattern::WordPattern(std::string_view pattern) {
  for (std::string_view written : split(pattern, ' ')) {
    Part part;
    if (written.size() > 1 && written.back() == '?') {
      part.optional = true;
      written.remove_suffix(1);
    }
    if (written.size() > 1 && written.front() == '^') {
      part.capital = true;
      written.remove_prefix(1);
    }
    part.number = written == "#";
    if (!part.number) {
      for (std::string_view word : split(written, '|')) part.words.push_back(key_of(word));
    }
    parts_.push_back(std::move(part));
  }
  for (const Part& part : parts_) {
    if (part.number) {
      first_words_.clear();
      return;
    }
    first_words_.insert(first_words_.end(), part.words.begin(), part.words.end());
    if (!part.optional) return;
  }
}

bool WordPattern::fits(const Part& part, const Token& token) {
  if (part.capital && !token.capital) return false;
  if (part.number) return token.value >= 0;
  return std::find(part.words.begin(), part.words.end(), token.key) != part.words.end();
}

std::size_t WordPattern::match_from(std::size_t part, const Tokens& tokens, std::size_t at) const {
  if (part == parts_.size()) return at;
  std::size_t best = 0;
  if (at < tokens.size() && fits(parts_[part], tokens[at]))
    best = match_from(part + 1, tokens, at + 1);
  if (parts_[part].optional) best = std::max(best, match_from(part + 1, tokens, at));
  return best;
}

std::size_t WordPattern::match(const Tokens& tokens, std::size_t at) const {
  const std::size_t end = match_from(0, tokens, at);
  return end > at ? end - at : 0;
}

namespace {

std::vector<PatternTable<char>::Row> rows_of(const std::vector<std::string_view>& patterns) {
  std::vector<PatternTable<char>::Row> rows;
  for (std::string_view pattern : patterns) rows.push_back({pattern, 0});
  return rows;
}

}  // namespace

PatternList::PatternList(const std::vector<std::string_view>& patterns)
    : table_(rows_of(patterns)) {}

std::size_t PatternList::match(const Tokens& tokens, std::size_t at) const {
  return table_.match(tokens, at).length;
}

std::size_t PatternList::find(const Tokens& tokens, std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    if (match(tokens, at) > 0) return at;
  }
  return end;
}

}  // namespace dondoc::intake
