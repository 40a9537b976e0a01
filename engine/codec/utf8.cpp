#include "engine/codec/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace dondoc {

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t letter = 0;
    const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    auto length = utf8proc_iterate(next, static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
    if (length <= 0) return at;
    at += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
}

}  // namespace dondoc
