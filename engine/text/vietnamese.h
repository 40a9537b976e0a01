// Vietnamese text: normal form, folding for typed commands, capitals, numbers as offices write them
// (domain.md §2.5). Pure functions; safe from any thread. Text is UTF-8; a byte that is not part of
// valid UTF-8 counts as U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dondoc {

/// Unicode normal form C: keyboards type "ế" as one, two or three code points. Each invalid byte
/// becomes U+FFFD.
std::string nfc(std::string_view text);

/// For comparing what people type: lower case, without diacritics, "đ" as "d", every run of spaces
/// one space, none at the ends: "  VIỆC  của Tôi" → "viec cua toi". Full-width letters become
/// ordinary ones, invisible characters vanish.
std::string fold(std::string_view text);

/// Every letter as a small one, diacritics kept: "CHƯA" → "chưa".
std::string lower_case(std::string_view text);

/// The text with its first letter as a capital: "đồng chí" → "Đồng chí". Unchanged when it does not
/// begin with a letter.
std::string capitalised(std::string_view text);

/// "1.245", "-15.000.000".
std::string thousands(std::int64_t value);

/// Rounded to two places, no zeros at the end: "92,5", "1.245", "0,33".
/// Requires: `value` is finite (CHECKed).
std::string decimal(double value);

/// "03", "15": numbers below ten in official prose.
std::string two_digits(int value);

/// Code points.
std::size_t characters(std::string_view text);

/// UTF-16 code units: how Telegram counts.
std::size_t utf16_units(std::string_view text);

}  // namespace dondoc
