#include "engine/text/split_text.h"

#include <utf8proc.h>

#include <cstdint>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr std::string_view k_white = " \t\r\n\v\f";

bool is_blank(std::int32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x3000;
}
bool ends_sentence(std::int32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(k_white);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(k_white) - first + 1);
}

struct CodePoint {
  std::int32_t value = 0xFFFD;
  std::size_t bytes = 1;
};

CodePoint read(std::string_view text) {
  CodePoint point;
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (bytes > 0) point = {value, static_cast<std::size_t>(bytes)};
  return point;
}

std::size_t units_of(const CodePoint& point, TextUnit unit) {
  return unit == TextUnit::utf16 && point.value > 0xFFFF ? 2 : 1;
}

/// Byte offsets of the last place of each kind where a part may end; 0: none.
struct Places {
  std::size_t paragraph = 0, line = 0, sentence = 0, blank = 0, character = 0, code_point = 0;

  std::size_t best() const {
    for (const std::size_t place : {paragraph, line, sentence}) {
      if (place > 0) return place;
    }
    return word_end();
  }
  std::size_t word_end() const {
    for (const std::size_t place : {blank, character}) {
      if (place > 0) return place;
    }
    return code_point;
  }
};

/// Walks over what fits and notes the places.
class Walk {
 public:
  Walk(std::string_view text, std::size_t most, TextUnit unit)
      : text_(text), most_(most), unit_(unit) {}

  /// True when all of it fits. What follows the last unit that fits is looked at as well: a blank
  /// there makes the end of the part as good a place as any.
  bool all_fits() {
    while (at_ < text_.size()) {
      const CodePoint next = read(text_.substr(at_));
      if (at_ > 0) note(next.value);
      const std::size_t units = units_of(next, unit_);
      if (units_ + units > most_) return false;
      units_ += units;
      at_ += next.bytes;
      last_ = next.value;
    }
    return true;
  }
  const Places& places() const { return places_; }

 private:
  /// What may be cut in front of `next`.
  void note(std::int32_t next) {
    places_.code_point = at_;
    if (utf8proc_grapheme_break_stateful(last_, next, &grapheme_)) places_.character = at_;
    if (!is_blank(next)) return;
    places_.blank = at_;
    const bool ends_paragraph = text_.substr(at_).starts_with("\n\n");
    // The white space at the place counts: it would be part of the line.
    if (units_ + (ends_paragraph ? 2 : 1) < most_ / 2) return;
    if (ends_paragraph) places_.paragraph = at_;
    if (next == '\n') places_.line = at_;
    if (ends_sentence(last_)) places_.sentence = at_;
  }

  std::string_view text_;
  std::size_t most_;
  TextUnit unit_;
  std::size_t at_ = 0, units_ = 0;
  std::int32_t last_ = 0;
  utf8proc_int32_t grapheme_ = 0;
  Places places_;
};

}  // namespace

std::vector<std::string> split_text(std::string_view text, std::size_t most, TextUnit unit) {
  CHECK(most >= 2);
  std::vector<std::string> parts;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    Walk walk(text, most, unit);
    const std::size_t length = walk.all_fits() ? text.size() : walk.places().best();
    CHECK(length > 0);
    const std::string_view part = trimmed(text.substr(0, length));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(length);
  }
  return parts;
}

std::string cut_kindly(std::string_view text, std::size_t most, TextUnit unit) {
  CHECK(most >= 2);
  if (Walk(text, most, unit).all_fits()) return std::string(text);
  Walk walk(text, most - 1, unit);
  CHECK(!walk.all_fits());
  return std::string(trimmed(text.substr(0, walk.places().word_end()))) + "…";
}

}  // namespace dondoc
