// A PDF written by hand: words at given places in one font whose letters have their Unicode values.
// For tests only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::sample {

class PdfSample {
 public:
  /// Points; A4 upright.
  static constexpr double k_width = 595;
  static constexpr double k_height = 842;

  PdfSample& page();
  /// A line whose first letter stands at `left` and whose base is `down` points below the upper
  /// edge.
  PdfSample& put(double left, double down, std::string_view text, double size = 14);
  /// The same, with its middle at `middle`.
  PdfSample& centre(double middle, double down, std::string_view text, double size = 14);
  /// On a page that lies on its side: places are as on a sheet 842 wide and 595 high, whose lines
  /// run up (or down) the upright page.
  enum class Running { up, down };
  PdfSample& put_turned(double left, double down, std::string_view text, Running running);
  /// Lines below each other, 17 points apart; returns where the next one would stand.
  double lines(double left, double down, const std::vector<std::string>& texts);

  std::string bytes() const;

  static double width_of(std::string_view text, double size);

 private:
  std::vector<std::string> contents_;
};

/// A PDF of these objects, numbered from 1, with its table of places; the first is the catalogue.
std::string pdf_of(const std::vector<std::string>& objects, std::string_view trailer = "");

}  // namespace dondoc::sample
