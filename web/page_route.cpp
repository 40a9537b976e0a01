#include "web/page_route.h"

#include <algorithm>

namespace dondoc {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Cuts the next part off, without its slash.
std::string_view next_part(std::string_view& rest) {
  rest.remove_prefix(1);
  const auto end = rest.find('/');
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(part.size());
  return part;
}

/// Bytes of the character that begins with `lead`; 0: none begins so.
std::size_t bytes_of_character(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Too long a form, a half of a surrogate pair, or beyond the last character.
bool is_forbidden_pair(unsigned char lead, unsigned char second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

bool is_continued(std::string_view rest) {
  return std::all_of(rest.begin(), rest.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

}  // namespace

std::string path_of(std::string_view pattern, const PathValues& values) {
  std::string path(pattern);
  for (const auto& [name, value] : values) {
    const std::string place = "{" + name + "}";
    path.replace(path.find(place), place.size(), percent_encoded(value));
  }
  return path;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (is_plain(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', k_digits[byte >> 4U], k_digits[byte & 15U]};
  }
  return out;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0)
      return std::nullopt;
    out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
    i += 2;
  }
  return out;
}

bool is_clean_text(std::string_view text) {
  while (!text.empty()) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = bytes_of_character(lead);
    if (lead == 0 || bytes == 0 || bytes > text.size()) return false;
    if (!is_continued(text.substr(1, bytes - 1))) return false;
    if (bytes > 1 && is_forbidden_pair(lead, static_cast<unsigned char>(text[1]))) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

std::optional<PathValues> match(std::string_view pattern, std::string_view path) {
  PathValues values;
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const std::string_view wanted = next_part(pattern);
    const std::string_view given = next_part(path);
    if (!wanted.starts_with('{')) {
      if (wanted != given) return std::nullopt;
      continue;
    }
    auto value = percent_decoded(given);
    if (!value || value->empty()) return std::nullopt;
    values[std::string(wanted.substr(1, wanted.size() - 2))] = std::move(*value);
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return values;
}

}  // namespace dondoc
