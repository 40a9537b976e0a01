#include "intake/source/number_formats.h"

#include <fmt/format.h>

namespace dondoc {
namespace {

std::string in_letters(int number, char first) {
  constexpr int k_letters = 26;
  constexpr int k_longest = 30;
  const auto times = static_cast<std::size_t>((number - 1) / k_letters + 1);
  if (number < 1 || times > k_longest) return std::to_string(number);
  return std::string(times, static_cast<char>(first + (number - 1) % k_letters));
}

std::string in_roman(int number) {
  struct Numeral {
    int value;
    std::string_view letters;
  };
  constexpr Numeral k_numerals[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                    {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                    {5, "V"},    {4, "IV"},   {1, "I"}};
  if (number < 1 || number >= 4000) return std::to_string(number);
  std::string roman;
  for (const Numeral& numeral : k_numerals) {
    for (; number >= numeral.value; number -= numeral.value) roman += numeral.letters;
  }
  return roman;
}

std::string small(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

std::string number_in(std::string_view format, int number) {
  if (format == "none") return {};
  if (format == "lowerLetter") return in_letters(number, 'a');
  if (format == "upperLetter") return in_letters(number, 'A');
  if (format == "upperRoman") return in_roman(number);
  if (format == "lowerRoman") return small(in_roman(number));
  if (format == "decimalZero") return fmt::format("{:02}", number);
  return std::to_string(number);
}

std::string bullet_of(std::string_view sign) {
  if (sign == "-" || sign == "–" || sign == "—" || sign == "\uF02D" || sign == "\uF0BE") return "-";
  if (sign == "+" || sign == "\uF02B") return "+";
  return sign == "*" ? "*" : "•";
}

}  // namespace dondoc
