// How Word writes the number of an item (ECMA-376, 17.18.59 ST_NumberFormat). Pure; safe from any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// `format` is the name in the file: "decimal", "lowerLetter", "upperRoman" …; one that is not
/// known here counts as decimal. 27 in letters is "aa".
std::string number_in(std::string_view format, int number);

/// What stands for the sign of a bullet, which is often one of a symbol font: "-", "+" or "•".
std::string bullet_of(std::string_view sign);

}  // namespace dondoc
