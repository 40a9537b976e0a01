// Tables of spelling: abbreviations and the spelling of chats, and the words typing errors are put
// right to. Constant; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc::understanding {

/// The words meant by an abbreviation, or empty: "kp" → "kinh phi". `typed` distinguishes "CA"
/// (công an) from "ca" and "hđ" from "hd".
std::string_view meant_by(std::string_view folded, std::string_view typed);

/// The frequent word that differs from `folded` by one error of typing, or empty.
std::string_view nearly(std::string_view folded);

}  // namespace dondoc::understanding
