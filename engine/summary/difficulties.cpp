#include "engine/summary/difficulties.h"

#include <algorithm>
#include <array>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

/// Words a denial is made of, folded; one with any other word says something.
constexpr auto k_words_of_denial = std::to_array<std::string_view>({
    "a",    "bao",  "cao",  "che",  "chua", "co",    "da",   "de",    "don", "em",
    "gi",   "han",  "k",    "kho",  "khan", "khong", "kien", "ko",    "mac", "nao",
    "nghi", "phat", "sinh", "thay", "thua", "va",    "vi",   "vuong",
});
constexpr auto k_denials = std::to_array<std::string_view>({"khong", "ko", "k", "chua"});

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '1' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool asks_for_difficulties(const Field& field) {
  if (field.type != FieldType::text) return false;
  std::string label = fold(field.label);
  return label.find("kho khan") != std::string::npos ||
         label.find("vuong mac") != std::string::npos;
}

bool names_no_difficulty(std::string_view answer) {
  std::string words = difficulty_key(answer);
  if (words.empty()) return true;
  bool denies = false;
  for (std::size_t from = 0; from < words.size();) {
    std::size_t end = std::min(words.find(' ', from), words.size());
    std::string_view word = std::string_view(words).substr(from, end - from);
    if (!contains(k_words_of_denial, word)) return false;
    denies = denies || contains(k_denials, word);
    from = end + 1;
  }
  return denies;
}

std::string difficulty_key(std::string_view answer) {
  std::string key = fold(answer);
  std::replace_if(
      key.begin(), key.end(), [](char c) { return !is_word_byte(c); }, ' ');
  return fold(key);
}

}  // namespace dondoc
