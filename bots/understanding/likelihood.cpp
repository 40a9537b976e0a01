#include "bots/understanding/likelihood.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

#include "bots/understanding/weights.h"
#include "bots/understanding/word_key.h"
#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_kinds = k_told_apart.size();

/// A text as a row of names: words folded, values by what they are, marks by themselves.
struct Token {
  std::string_view name;
  WordKey key = 0;
};

constexpr std::array<std::string_view, 10> k_values = {
    "<num>", "<pct>", "<frac>", "<date>", "<past>", "<span>", "<hours>", "<time>", "<code>",
    "<document>"};

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

WordKey key_of_name(std::string_view name) {
  WordKey key = key_of(name.substr(0, 1));
  name.remove_prefix(std::min<std::size_t>(2, name.size()));
  while (!name.empty()) {
    const auto space = std::min(name.find(' '), name.size());
    key = joined(key, key_of(name.substr(0, space)));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  return key;
}

Likelihood shares_of(std::array<double, k_kinds> sums) {
  const double highest = *std::max_element(sums.begin(), sums.end());
  double all = 0;
  for (double& sum : sums) all += sum = std::exp(sum - highest);
  for (double& sum : sums) sum /= all;
  return {sums};
}

using Row = std::array<std::int8_t, k_kinds>;

/// The file as a table: a line is a feature, a tab, and a number a kind, in sixteenths.
class Weights {
 public:
  explicit Weights(std::string_view file) {
    while (!file.empty()) {
      const auto end = std::min(file.find('\n'), file.size());
      if (end > 0 && file.front() != '#') add(file.substr(0, end));
      file.remove_prefix(std::min(end + 1, file.size()));
    }
  }

  const Row* find(WordKey feature) const {
    const auto* place = places_.find(feature);
    return place == nullptr ? nullptr : &rows_[*place];
  }

 private:
  void add(std::string_view line) {
    const auto tab = line.find('\t');
    CHECK(tab != line.npos);
    Row row{};
    const char* at = line.data() + tab + 1;
    for (std::int8_t& weight : row) {
      int value = 0;
      const auto read = std::from_chars(at, line.data() + line.size(), value);
      CHECK(read.ec == std::errc());
      weight = static_cast<std::int8_t>(value);
      at = read.ptr == line.data() + line.size() ? read.ptr : read.ptr + 1;
    }
    places_.emplace(key_of_name(line.substr(0, tab)), static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(row);
  }

  WordTable<std::uint32_t> places_;
  std::vector<Row> rows_;
};

const Weights& weights() {
  static const Weights all(weights_file());
  return all;
}

}  // namespace

double Likelihood::of(Kind kind) const {
  const auto found = std::find(k_told_apart.begin(), k_told_apart.end(), kind);
  return found == k_told_apart.end()
             ? 0
             : shares[static_cast<std::size_t>(found - k_told_apart.begin())];
}

Kind Likelihood::likeliest() const {
  return likeliest_but([](Kind) { return false; });
}

Kind Likelihood::likeliest_but(const std::function<bool(Kind)>& ruled_out) const {
  Kind best = Kind::none;
  double most = -1;
  for (std::size_t i = 0; i < k_kinds; ++i) {
    if (shares[i] <= most || ruled_out(k_told_apart[i])) continue;
    most = shares[i];
    best = k_told_apart[i];
  }
  return best;
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

Likelihood likelihood_of(const std::vector<std::string>& features, const WeightsOf& weights_of) {
  std::array<double, k_kinds> sums{};
  for (const std::string& feature : features) {
    const auto* row = weights_of(feature);
    for (std::size_t i = 0; row != nullptr && i < k_kinds; ++i) sums[i] += (*row)[i];
  }
  return shares_of(sums);
}

Likelihood likelihood_of(const Utterance& text, const Mentions& mentions) {
  std::array<int, k_kinds> sums{};
  std::vector<WordKey> seen;  // each feature counts once
  each_feature(text, mentions, [&](char kind, const Token& a, const Token& b, const Token& c) {
    const WordKey key = feature_key(kind, a, b, c);
    const Row* row = weights().find(key);
    if (row == nullptr || std::find(seen.begin(), seen.end(), key) != seen.end()) return;
    seen.push_back(key);
    for (std::size_t i = 0; i < k_kinds; ++i) sums[i] += (*row)[i];
  });
  std::array<double, k_kinds> scaled{};
  for (std::size_t i = 0; i < k_kinds; ++i) scaled[i] = sums[i] / 16.0;
  return shares_of(scaled);
}

}  // namespace dondoc::understanding
