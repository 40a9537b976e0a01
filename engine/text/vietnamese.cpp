#include "engine/text/vietnamese.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <utility>

#include "engine/check.h"
#include "engine/text/known_letters.h"

namespace dondoc {
namespace {

constexpr utf8proc_int32_t k_replacement = 0xFFFD;

struct CodePoint {
  utf8proc_int32_t value = k_replacement;
  std::size_t bytes = 1;
};

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// Requires: `text` is not empty.
CodePoint first_of(std::string_view text) {
  utf8proc_int32_t value = -1;
  auto length =
      utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &value);
  if (length <= 0) return {};
  return {value, static_cast<std::size_t>(length)};
}

template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  while (!text.empty()) {
    CodePoint c = first_of(text);
    visit(c.value);
    text.remove_prefix(c.bytes);
  }
}

void append(std::string& out, utf8proc_int32_t value) {
  utf8proc_uint8_t encoded[4];
  auto length = utf8proc_encode_char(value, encoded);
  out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string valid(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](utf8proc_int32_t c) { append(out, c); });
  return out;
}

struct Free {
  void operator()(utf8proc_uint8_t* p) const {
    std::free(p);
  }  // NOLINT: utf8proc allocates with malloc
};

std::string mapped(const std::string& valid_text, unsigned options) {
  utf8proc_uint8_t* raw = nullptr;
  auto length = utf8proc_map(bytes_of(valid_text), static_cast<utf8proc_ssize_t>(valid_text.size()),
                             &raw, static_cast<utf8proc_option_t>(options));
  std::unique_ptr<utf8proc_uint8_t, Free> owned(raw);
  CHECK(length >= 0);
  return {reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(length)};
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string spaces_collapsed(std::string text) {
  if (std::none_of(text.begin(), text.end(), is_space)) return text;
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// "đ" has no decomposition; "ð" is what some keyboards give for it.
std::string d_without_stroke(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text,
                  [&](utf8proc_int32_t c) { append(out, c == 0x0111 || c == 0x00F0 ? 'd' : c); });
  return out;
}

std::string folded(std::string_view text) {
  constexpr unsigned options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                               UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  return d_without_stroke(mapped(valid(text), options));
}

std::string composed(std::string_view text) {
  return mapped(valid(text), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

/// Code points that stand for themselves in normal form C, whatever stands beside them; of others
/// something is made that no table takes.
std::string composed_already(std::string_view code_point) {
  constexpr std::string_view k_not_known = "-----";
  const utf8proc_int32_t c = first_of(code_point).value;
  const bool stands_alone = utf8proc_get_property(c)->combining_class == 0 && c != 0x034F;
  return std::string(stands_alone && composed(code_point) == code_point ? code_point : k_not_known);
}

std::string lowered(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](utf8proc_int32_t c) { append(out, utf8proc_tolower(c)); });
  return out;
}

/// Puts the dots into a run of digits.
std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += '.';
    out += digits[i];
  }
  return out;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  if (auto same = letter_by_letter<composed_already>(text)) return *std::move(same);
  return composed(text);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return spaces_collapsed(lower_ascii(text));
  // No mark is left after folding, so that neighbours do not matter.
  if (auto quickly = letter_by_letter<folded>(text)) return spaces_collapsed(*std::move(quickly));
  return spaces_collapsed(folded(text));
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  CodePoint first = first_of(text);
  std::string out;
  out.reserve(text.size() + 1);
  append(out, utf8proc_toupper(first.value));
  out += text.substr(first.bytes);
  return out;
}

std::string lower_case(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  if (auto quickly = letter_by_letter<lowered>(text)) return *std::move(quickly);
  return lowered(text);
}

std::string thousands(std::int64_t value) {
  std::string digits = fmt::format("{}", value);
  if (value < 0) return "-" + grouped(std::string_view(digits).substr(1));
  return grouped(digits);
}

std::string decimal(double value) {
  CHECK(std::isfinite(value));
  std::string text = fmt::format("{:.2f}", std::fabs(value));
  std::string whole = text.substr(0, text.size() - 3);
  std::string places = text.substr(text.size() - 2);
  while (!places.empty() && places.back() == '0') places.pop_back();
  bool is_zero = whole == "0" && places.empty();
  std::string out = value < 0 && !is_zero ? "-" : "";
  out += grouped(whole);
  if (!places.empty()) out += "," + places;
  return out;
}

std::string two_digits(int value) { return fmt::format("{:02}", value); }

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  each_code_point(text, [&](utf8proc_int32_t) { ++count; });
  return count;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t count = 0;
  each_code_point(text, [&](utf8proc_int32_t c) { count += c > 0xFFFF ? 2 : 1; });
  return count;
}

}  // namespace dondoc
