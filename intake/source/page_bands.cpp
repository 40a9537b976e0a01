#include "intake/source/page_bands.h"

#include <algorithm>
#include <utility>

namespace dondoc {
namespace {

/// Boxes of lines set solid overlap a little.
bool overlaps(const PageBand& band, const PageLine& line) {
  constexpr double k_solid = 0.25;
  const double common = std::min(band.bottom, line.bottom) - std::max(band.top, line.top);
  return common > k_solid * std::min(band.bottom - band.top, line.height());
}

}  // namespace

std::vector<Blank> merged(std::vector<Blank> strips) {
  std::sort(strips.begin(), strips.end(),
            [](const Blank& a, const Blank& b) { return a.left < b.left; });
  std::vector<Blank> whole;
  for (const Blank& strip : strips) {
    if (whole.empty() || strip.left > whole.back().right)
      whole.push_back(strip);
    else
      whole.back().right = std::max(whole.back().right, strip.right);
  }
  return whole;
}

std::vector<Blank> between(const std::vector<Blank>& strips) {
  std::vector<Blank> blanks;
  for (std::size_t i = 1; i < strips.size(); ++i)
    blanks.push_back({strips[i - 1].right, strips[i].left});
  return blanks;
}

std::vector<PageBand> bands_of(const std::vector<PageLine>& lines) {
  std::vector<PageBand> bands;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (bands.empty() || !overlaps(bands.back(), line))
      bands.push_back({i, i, line.top, line.bottom, 0, {}});
    PageBand& band = bands.back();
    band.last = i + 1;
    band.top = std::min(band.top, line.top);
    band.bottom = std::max(band.bottom, line.bottom);
    band.em = std::max(band.em, line.em);
    for (const PageWord& word : line.words) band.printed.push_back({word.left, word.right});
  }
  for (PageBand& band : bands) band.printed = merged(std::move(band.printed));
  return bands;
}

}  // namespace dondoc
