// Numbers as people type them (domain.md §3): "1.245", "10,350", "92,5", "3k", "2tr5", "7 triệu
// 500", "1 tỷ 200 triệu". Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dondoc::understanding {

/// Three digits after a single mark are thousands ("1.245", "10,350"); one or two are decimals
/// ("92,5").
struct FoundNumber {
  double value = 0;
  std::int64_t whole = 0;  ///< the value, when `is_whole`
  bool is_whole = false;
  bool is_percent = false;  ///< "60%", "60 phần trăm"
  bool is_part = false;     ///< touches a "/": "2/3", "27/11"
  bool has_unit = false;    ///< "triệu", "k"
  bool negative = false;
  std::size_t begin = 0;  ///< in the folded text
  std::size_t end = 0;
};

/// Every number in a folded text (fold(), vietnamese.h), in order. Digits inside words ("b20-07")
/// are not numbers.
std::vector<FoundNumber> find_numbers(std::string_view folded);

/// Whether a folded word is what is counted in a plan: "cuoc", "lop", "xa", …
bool is_counted_word(std::string_view folded);

}  // namespace dondoc::understanding
