#include "bots/telegram/split_text.h"

#include <utf8proc.h>

#include <algorithm>

#include "engine/check.h"

namespace dondoc::telegram {
namespace {

constexpr std::string_view k_blanks = " \t\r\n\v\f";

bool is_blank(std::int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == 0x3000; }
bool ends_sentence(std::int32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(k_blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(k_blanks) - first + 1);
}

struct CodePoint {
  std::int32_t value = 0xFFFD;
  std::size_t bytes = 1;
  std::size_t units() const { return value > 0xFFFF ? 2 : 1; }
};

CodePoint read(std::string_view text) {
  CodePoint point;
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (bytes > 0) point = {value, static_cast<std::size_t>(bytes)};
  return point;
}

/// Byte offsets of the last place of each kind where a part may end; 0: none.
struct Places {
  std::size_t paragraph = 0, line = 0, sentence = 0, blank = 0, character = 0, code_point = 0;

  std::size_t best() const {
    for (const std::size_t place : {paragraph, line, sentence, blank, character}) {
      if (place > 0) return place;
    }
    return code_point;
  }
};

/// Walks over what fits and notes the places.
class Walk {
 public:
  Walk(std::string_view text, std::size_t most_units) : text_(text), most_(most_units) {}

  /// Bytes of the next part: all when all of it fits.
  std::size_t length() {
    while (at_ < text_.size()) {
      const CodePoint next = read(text_.substr(at_));
      note(next);
      if (units_ + next.units() > most_) return places_.best();
      units_ += next.units();
      at_ += next.bytes;
      before_last_ = last_;
      last_ = next.value;
    }
    return text_.size();
  }

 private:
  /// What may be cut in front of `next`.
  void note(const CodePoint& next) {
    if (at_ == 0) return;
    places_.code_point = at_;
    if (utf8proc_grapheme_break_stateful(last_, next.value, &grapheme_)) places_.character = at_;
    const bool half_full = units_ >= most_ / 2;
    if (next.value == '\n' && half_full) {
      places_.line = at_;
    } else if (last_ == '\n' && before_last_ == '\n' && half_full) {
      places_.paragraph = at_;
    } else if (is_blank(next.value)) {
      places_.blank = at_;
      if (half_full && ends_sentence(last_)) places_.sentence = at_;
    }
  }

  std::string_view text_;
  std::size_t most_;
  std::size_t at_ = 0, units_ = 0;
  std::int32_t last_ = 0, before_last_ = 0;
  utf8proc_int32_t grapheme_ = 0;
  Places places_;
};

}  // namespace

std::vector<std::string_view> split_text(std::string_view text, std::size_t most_units) {
  CHECK(most_units >= 2);
  std::vector<std::string_view> parts;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t length = Walk(text, most_units).length();
    CHECK(length > 0);
    const std::string_view part = trimmed(text.substr(0, length));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(length);
  }
  return parts;
}

}  // namespace dondoc::telegram
