#include "bots/understanding/features.h"

#include <algorithm>
#include <array>

#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

/// A text as a row of names: words folded, values by what they are, marks by themselves.
struct Token {
  std::string_view name;
  WordKey key = 0;
};

constexpr std::array<std::string_view, 10> k_values = {"<num>",  "<pct>",     "<frac>",  "<date>",
                                                       "<past>", "<span>",    "<hours>", "<time>",
                                                       "<code>", "<document>"};

std::string_view name_of(const Mention& mention) {
  const auto place = static_cast<std::size_t>(mention.kind);
  if (mention.kind == MentionKind::number && mention.money) return "<money>";
  return place < k_values.size() ? k_values[place] : "<person>";
}

Token token(std::string_view name) { return {name, key_of(name)}; }

std::string_view mark_name(char mark) {
  switch (mark) {
    case '?':
      return "?";
    case '!':
      return "!";
    case ',':
      return ",";
    case ':':
      return ":";
    default:
      return ".";
  }
}

std::vector<Token> tokens_of(const Utterance& text, const Mentions& mentions) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() * 2 + 2);
  for (std::size_t i = 0; i < text.size();) {
    std::size_t last = i;
    if (const Mention* mention = mentions.at(i)) {
      tokens.push_back(token(name_of(*mention)));
      last = std::max(mention->end, i + 1) - 1;
    } else if (!text.folded(i).empty()) {
      tokens.push_back({text.folded(i), text.key(i)});
    }
    if (text.words()[last].mark != 0) tokens.push_back(token(mark_name(text.words()[last].mark)));
    i = last + 1;
  }
  return tokens;
}

/// Calls `visit(kind of feature, tokens…)` for each feature; the same for learning and for reading.
template <typename Visit>
void each_feature(const Utterance& text, const Mentions& mentions, Visit visit) {
  const std::vector<Token> tokens = tokens_of(text, mentions);
  const Token edge = token("^");
  visit('s', edge, Token{}, Token{});
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token next = i + 1 < tokens.size() ? tokens[i + 1] : edge;
    if (i == 0) visit('w', edge, tokens[0], Token{});
    visit('w', tokens[i], Token{}, Token{});
    visit('w', tokens[i], next, Token{});
    if (i + 2 < tokens.size()) visit('w', tokens[i], next, tokens[i + 2]);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.typed_key(i) != text.key(i) && mentions.over(i) == nullptr)
      visit('a', Token{text.words()[i].typed, text.typed_key(i)}, Token{}, Token{});
  }
}

WordKey feature_key(char kind, const Token& a, const Token& b, const Token& c) {
  WordKey key = joined(key_of(std::string_view(&kind, 1)), a.key);
  if (b.key != 0) key = joined(key, b.key);
  if (c.key != 0) key = joined(key, c.key);
  return key;
}

std::string feature_name(char kind, const Token& a, const Token& b, const Token& c) {
  std::string name(1, kind);
  // In small letters, as the key is made.
  for (const Token* one : {&a, &b, &c}) {
    if (one->key != 0) name += " " + (kind == 'a' ? lower_case(one->name) : std::string(one->name));
  }
  return name;
}

}  // namespace

WordKey key_of_feature(std::string_view name) {
  WordKey key = key_of(name.substr(0, 1));
  name.remove_prefix(std::min<std::size_t>(2, name.size()));
  while (!name.empty()) {
    const auto space = std::min(name.find(' '), name.size());
    key = joined(key, key_of(name.substr(0, space)));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  return key;
}

std::vector<std::string> features_of(const Utterance& text, const Mentions& mentions) {
  std::vector<std::string> features;
  each_feature(text, mentions, [&](char kind, const Token& a, const Token& b, const Token& c) {
    features.push_back(feature_name(kind, a, b, c));
  });
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::vector<WordKey> feature_keys_of(const Utterance& text, const Mentions& mentions) {
  std::vector<WordKey> keys;
  keys.reserve(text.size() * 4 + 8);
  each_feature(text, mentions, [&](char kind, const Token& a, const Token& b, const Token& c) {
    keys.push_back(feature_key(kind, a, b, c));
  });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace dondoc::understanding
