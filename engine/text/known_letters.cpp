#include "engine/text/known_letters.h"

namespace dondoc {
namespace {

struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t bytes = 0;  ///< 0: not valid, or of four bytes
};

std::uint32_t low_bits(char c) { return static_cast<unsigned char>(c) & 0x3FU; }
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Decoded first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && text.size() >= 2 && continues(text[1]))
    return {(lead & 0x1FU) << 6U | low_bits(text[1]), 2};
  if ((lead & 0xF0U) == 0xE0 && text.size() >= 3 && continues(text[1]) && continues(text[2])) {
    const std::uint32_t value = (lead & 0x0FU) << 12U | low_bits(text[1]) << 6U | low_bits(text[2]);
    if (value >= 0x800) return {value, 3};
  }
  return {};
}

std::string encoded(std::uint32_t c) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0U | c >> 6U), byte(0x80U | (c & 0x3FU))};
  return {byte(0xE0U | c >> 12U), byte(0x80U | (c >> 6U & 0x3FU)), byte(0x80U | (c & 0x3FU))};
}

}  // namespace

std::optional<std::uint32_t> KnownLetters::place_of(std::uint32_t c) {
  if (c < k_latin_end) return c;
  if (c >= k_vietnamese && c < k_vietnamese_end) return k_latin_end + (c - k_vietnamese);
  if (c >= k_marks && c < k_marks_end)
    return k_latin_end + (k_vietnamese_end - k_vietnamese) + (c - k_marks);
  return std::nullopt;
}

KnownLetters::KnownLetters(LetterRule rule) {
  for (std::uint32_t c = 0; c < k_marks_end; ++c) {
    const auto place = place_of(c);
    if (!place) continue;
    const std::string text = rule(encoded(c));
    Entry& entry = entries_[*place];
    if (text.size() > sizeof entry.text) continue;
    text.copy(entry.text, text.size());
    entry.length = static_cast<std::uint8_t>(text.size());
    entry.known = true;
  }
}

std::optional<std::string> KnownLetters::apply(std::string_view text) const {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded c = first_of(text);
    const auto place = c.bytes == 0 ? std::nullopt : place_of(c.code_point);
    if (!place || !entries_[*place].known) return std::nullopt;
    const Entry& entry = entries_[*place];
    if (entry.length == 1) {
      out.push_back(entry.text[0]);
    } else {
      out.append(entry.text, entry.length);
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

}  // namespace dondoc
