// The number or bullet an item of a document begins with: "II.", "2.1.", "a)", "-", "Điều 3.".
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dondoc::intake {

/// Outer to inner. Of two items the one with the smaller rank is the heading.
enum class MarkRank {
  none,
  annex,    ///< "PHỤ LỤC"
  part,     ///< "Phần I", "Chương II"
  letter,   ///< "A."
  roman,    ///< "I."
  article,  ///< "Điều 3."
  number,   ///< "1."
  second,   ///< "1.2."
  third,    ///< "1.2.3."
  item,     ///< "a)"
  dash,     ///< "-"
  plus,     ///< "+"
};

struct ListMark {
  MarkRank rank = MarkRank::none;
  std::string label;       ///< without its full stop or bracket: "II", "2.1", "a"; empty of bullets
  std::size_t length = 0;  ///< bytes, with the spaces behind it
};

ListMark list_mark_of(std::string_view text);

}  // namespace dondoc::intake
