#include "intake/source/clean_text.h"

#include <algorithm>
#include <optional>

#include "engine/text/vietnamese.h"
#include "intake/source/code_points.h"
#include "intake/source/vietnamese_letters.h"

namespace dondoc {
namespace {

bool is_space(char32_t c) {
  return c == U'\t' || c == U' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x85 ||
         c == U'\v' || c == U'\f' || c == U'\r';
}

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x034F || c == 0x061C ||
         c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xFFF0 && c <= 0xFFFB) || c == 0xFFFE || c == 0xFFFF || c >= 0xE0000;
}

/// Symbol fonts put their signs at U+F020 and after; of these a document uses bullets.
std::optional<char32_t> symbol(char32_t c) {
  if (c < 0xE000 || c > 0xF8FF) return std::nullopt;
  if (c == 0xF02D || c == 0xF0BE) return U'-';
  if (c == 0xF02B) return U'+';
  return c >= 0xF06C && c <= 0xF0FF ? U'•' : U' ';
}

bool is_like_d(char32_t c) { return c == 0xD0 || c == 0x189 || c == 0xF0 || c == 0x256; }

char32_t d_of(char32_t c) { return c == 0xD0 || c == 0x189 ? U'Đ' : U'đ'; }

bool is_abbreviation(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) {
    const auto letter = vietnamese_letter(c);
    return letter && letter->capital;
  });
}

void set_d_right(std::u32string& text) {
  const auto is_letter = [](char32_t c) {
    return is_like_d(c) || vietnamese_letter(c).has_value() || (c >= U'a' && c <= U'z') ||
           (c >= U'A' && c <= U'Z');
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = text.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::any_of(first, last, is_like_d)) {
      std::u32string word(first, last);
      std::replace_if(
          word.begin(), word.end(), [](char32_t c) { return c == 0xD0 || c == 0x189; }, d_of(0xD0));
      std::replace_if(
          word.begin(), word.end(), [](char32_t c) { return c == 0xF0 || c == 0x256; }, d_of(0xF0));
      if (is_syllable(word) || is_abbreviation(word)) std::copy(word.begin(), word.end(), first);
    }
    if (at == begin) ++at;
  }
}

class Tidied {
 public:
  void add(char32_t c) {
    if (c == U'\n') {
      trim();
      if (!text_.empty() && text_.back() != U'\n') text_ += c;
    } else if (!is_space(c)) {
      text_ += c;
    } else if (!text_.empty() && text_.back() != U' ' && text_.back() != U'\n') {
      text_ += U' ';
    }
  }

  std::u32string take() {
    trim();
    while (!text_.empty() && text_.back() == U'\n') text_.pop_back();
    return std::move(text_);
  }

 private:
  void trim() {
    if (!text_.empty() && text_.back() == U' ') text_.pop_back();
  }

  std::u32string text_;
};

bool is_clean_ascii(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7F || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return text.empty() || before != ' ';
}

}  // namespace

std::string clean_text(std::string_view utf8) {
  if (is_clean_ascii(utf8)) return std::string(utf8);
  Tidied tidied;
  // Before composing: a zero-width character between a letter and its mark keeps them apart.
  for (const char32_t c : code_points_of(utf8)) {
    if (c == 0x2010 || c == 0x2011) {
      tidied.add(U'-');
    } else if (const auto sign = symbol(c)) {
      tidied.add(*sign);
    } else if (c == U'\n' || is_space(c) || !is_invisible(c)) {
      tidied.add(c);
    }
  }
  std::u32string text = code_points_of(nfc(utf8_of(tidied.take())));
  set_d_right(text);
  return utf8_of(text);
}

}  // namespace dondoc
