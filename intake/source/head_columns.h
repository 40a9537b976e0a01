// A line with two things far apart: "Số: 57/KH-ĐTN        Quận 8, ngày 11 tháng 7 năm 2011". In the
// head of a document that is a table without borders. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// Lines with text in which the head of a document stands.
constexpr std::size_t k_head_lines = 15;

/// What stands between tabs or at least three spaces, from left to right; empty when it is one
/// thing only: nothing in between, a number before its text ("1.    Mục đích"), what a colon
/// announces.
std::vector<std::string> columns_of(std::string_view line);

/// "-", "+", "*", "–", "•".
bool is_bullet(std::string_view text);

/// "1.", "a)", "IV.", "1.2.3", "-", "•": what stands before an item.
bool is_item_mark(std::string_view text);

}  // namespace dondoc
