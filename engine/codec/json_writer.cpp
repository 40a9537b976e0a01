#include "engine/codec/json_writer.h"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <cmath>

namespace dondoc {
namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

/// Bytes that cannot simply be copied: controls, quote, backslash, and everything above ASCII.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < special.size(); ++byte)
    special[byte] = byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x80;
  return special;
}
constexpr auto k_special = special_bytes();

bool is_special(char c) { return k_special[static_cast<unsigned char>(c)]; }

void append_escape(std::string& out, char c) {
  constexpr std::string_view k_hex = "0123456789abcdef";
  switch (c) {
    case '"': out.append("\\\""); return;
    case '\\': out.append("\\\\"); return;
    case '\n': out.append("\\n"); return;
    case '\r': out.append("\\r"); return;
    case '\t': out.append("\\t"); return;
    default: break;
  }
  auto byte = static_cast<unsigned char>(c);
  out.append("\\u00");
  out += k_hex[byte >> 4U];
  out += k_hex[byte & 0xFU];
}

/// Length of the UTF-8 sequence that begins there; 0 when it is none.
std::size_t sequence_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t letter = 0;
  auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                 static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
  return length > 0 ? static_cast<std::size_t>(length) : 0;
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_special(text[at])) {
      ++at;
      continue;
    }
    bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (auto length = is_ascii ? 0 : sequence_at(text, at); length > 0) {
      at += length;
      continue;
    }
    out.append(text.substr(copied, at - copied));
    if (is_ascii) {
      append_escape(out, text[at]);
    } else {
      out.append(k_replacement);
    }
    copied = ++at;
  }
  out.append(text.substr(copied));
}

/// Room for any number.
class Digits {
 public:
  std::string_view of(auto value) {
    auto end = std::to_chars(room_.data(), room_.data() + room_.size(), value).ptr;
    return {room_.data(), static_cast<std::size_t>(end - room_.data())};
  }

 private:
  std::array<char, 32> room_;
};

char* append_two_digits(char* to, unsigned value) {
  *to++ = static_cast<char>('0' + value / 10);
  *to++ = static_cast<char>('0' + value % 10);
  return to;
}

}  // namespace

void JsonWriter::literal(std::string_view word) {
  separate();
  out_.append(word);
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_.append(name);
  out_.append("\":", 2);
  needs_comma_ = false;
}

void JsonWriter::free_key(std::string_view name) {
  text(name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  append_escaped(out_, value);
  out_ += '"';
}

void JsonWriter::whole(std::int64_t value) {
  Digits digits;
  literal(digits.of(value));
}

void JsonWriter::natural(std::uint64_t value) {
  Digits digits;
  literal(digits.of(value));
}

void JsonWriter::decimal(double value) {
  if (!std::isfinite(value)) return null();
  Digits digits;
  auto shortest = digits.of(value);
  literal(shortest);
  if (shortest.find_first_of(".e") == std::string_view::npos) out_.append(".0");
}

void JsonWriter::date(LocalDate value) {
  std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{value.days_since_1970()}}};
  int year = static_cast<int>(ymd.year());
  if (year < 0 || year > 9999) return text(value.iso());
  char digits[12];
  char* at = digits;
  *at++ = '"';
  at = append_two_digits(at, static_cast<unsigned>(year) / 100);
  at = append_two_digits(at, static_cast<unsigned>(year) % 100);
  *at++ = '-';
  at = append_two_digits(at, static_cast<unsigned>(ymd.month()));
  *at++ = '-';
  at = append_two_digits(at, static_cast<unsigned>(ymd.day()));
  *at++ = '"';
  literal({digits, static_cast<std::size_t>(at - digits)});
}

}  // namespace dondoc
