#include "intake/source/code_points.h"

#include <utf8proc.h>

namespace dondoc {

std::u32string code_points_of(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
  const auto* end = next + utf8.size();
  while (next < end) {
    utf8proc_int32_t value = 0xFFFD;
    const auto length = utf8proc_iterate(next, end - next, &value);
    out += length > 0 ? static_cast<char32_t>(value) : char32_t{0xFFFD};
    next += length > 0 ? length : 1;
  }
  return out;
}

std::string upper_case(std::string_view utf8) {
  std::u32string text = code_points_of(utf8);
  for (char32_t& c : text)
    c = static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
  return utf8_of(text);
}

std::string utf8_of(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    const bool is_valid = c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
    utf8proc_uint8_t encoded[4];
    const auto length =
        utf8proc_encode_char(is_valid ? static_cast<utf8proc_int32_t>(c) : 0xFFFD, encoded);
    out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
  }
  return out;
}

}  // namespace dondoc
