#include "intake/source/page_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "intake/source/clean_text.h"
#include "intake/source/head_columns.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

// In em.
constexpr double k_wide_gap = 1.5;  ///< wider than any space within a justified line, as a rule
constexpr double k_lone_gap = 2.8;  ///< enough for a band alone
constexpr double k_few_gap = 1.0;   ///< enough for two or three lines
constexpr double k_four_gap = 0.5;
/// A space is 0.25 to 0.32: the same words below each other ("Trước ngày") make no gutter.
constexpr double k_gap = 0.36;
constexpr double k_row_room = 1.3;  ///< between bands of a table; a blank line is more
constexpr double k_head_room = 2.8;
// In points.
constexpr double k_gutter = 4;  ///< cells have a margin of 5.4 each, by Word's default
constexpr double k_aligned = 4;
constexpr double k_centred = 12;
constexpr std::size_t k_head_bands = 14;
// A page has some 60 bands; one made to harm has thousands, and looking at them costs their square.
constexpr std::size_t k_bands_most = 300;
constexpr std::size_t k_bands_looked_at_again = 50;
constexpr std::size_t k_head_begins = 2;

using Blanks = std::vector<Blank>;

bool is_free(const PageBand& band, const Blank& gutter) {
  return std::none_of(band.printed.begin(), band.printed.end(), [&](const Blank& strip) {
    return strip.left < gutter.right && gutter.left < strip.right;
  });
}

/// Whether the band leaves free enough of the gutter: it may narrow or part it.
bool leaves_free(const PageBand& band, const Blank& gutter) {
  double end = gutter.left;
  for (const Blank& strip : band.printed) {
    if (strip.right <= gutter.left || strip.left >= gutter.right) continue;
    if (strip.left - end >= k_gutter) return true;
    end = std::max(end, strip.right);
  }
  return gutter.right - end >= k_gutter;
}

class ColumnFinder {
 public:
  ColumnFinder(const std::vector<PageLine>& lines, const std::vector<PageBand>& bands,
               const PageBefore& before)
      : lines_(lines), bands_(bands), before_(before) {}

  std::vector<PageColumns> run() {
    for (std::size_t at = 0; at < bands_.size();) {
      PageColumns columns = columns_at(at);
      if (columns.gutters.empty() && is_carried(at)) {
        before_.columns.clear();
        columns = columns_at(at);
      }
      const bool is_long = columns.last - at > k_bands_looked_at_again;
      const bool is_found = !columns.gutters.empty();
      at = is_found || is_long ? columns.last : at + 1;
      if (!is_found) continue;
      free_from_ = at;
      found_.push_back(std::move(columns));
    }
    return std::move(found_);
  }

 private:
  /// Without gutters: the bands looked at are no table.
  PageColumns columns_at(std::size_t at) const {
    PageColumns columns{at, at + (is_carried(at) ? 0 : 1), {}};
    columns.gutters = gutters_of(columns);
    if (columns.gutters.empty()) return columns;
    while (columns.last < bands_.size() && take(columns, columns.last)) {
    }
    while (columns.first > free_from_ && take(columns, columns.first - 1)) {
    }
    columns.gutters.clear();
    if (columns.first == columns.last) return columns;
    const Blanks gutters = gutters_of(columns);
    for (const Blank& gutter : gutters)
      if (!follows_bullets(columns, gutters, gutter)) columns.gutters.push_back(gutter);
    if (!columns.gutters.empty() && !is_table(columns)) columns.gutters.clear();
    return columns;
  }

  bool in_head(std::size_t band) const { return before_.page == 0 && band < k_head_bands; }

  /// A table of the page before may go on with this band.
  bool is_carried(std::size_t first) const { return first == 0 && before_.columns.size() > 1; }

  /// Near enough to the band above.
  bool is_near(std::size_t band) const {
    if (band == 0) return true;
    const double room = bands_[band].top - bands_[band - 1].bottom;
    return room < (in_head(band) ? k_head_room : k_row_room) * bands_[band].em;
  }

  /// The strips that stay free in these bands; in a long table a few may cross them (cells merged
  /// over columns). The fewer bands there are, the wider a gutter must be.
  Blanks gutters_of(const PageColumns& columns) const {
    Blanks gutters;
    const double width = least_gutter(columns);
    for (const Blank& blank : blanks_of(columns, (columns.last - columns.first) / 10))
      if (blank.width() >= width) gutters.push_back(blank);
    if (gutters.size() >= source_limits::columns) gutters.clear();
    return gutters;
  }

  double least_gutter(const PageColumns& columns) const {
    if (is_carried(columns.first)) return k_gutter;
    const double em = bands_[columns.first].em;
    const std::size_t lines = bands_[columns.last - 1].last - bands_[columns.first].first;
    const bool is_one_line = lines == 1;
    if (is_one_line) return k_wide_gap * em;
    // Lines that overlap in height are no paragraph: a strip that all of them leave free is one.
    if (columns.last == columns.first + 1) return std::max(k_gutter, k_gap * em);
    if (lines < 4) return k_few_gap * em;
    if (lines < 5) return k_four_gap * em;
    return std::max(k_gutter, k_gap * em);
  }

  /// Where at most so many of the bands have words, between places where more have.
  Blanks blanks_of(const PageColumns& columns, std::size_t most) const {
    struct Edge {
      double at;
      int change;
    };
    std::vector<Edge> edges;
    const auto add = [&](const Blanks& strips) {
      for (const Blank& strip : strips) {
        edges.push_back({strip.left, 1});
        edges.push_back({strip.right, -1});
      }
    };
    if (is_carried(columns.first)) add(before_.columns);
    for (std::size_t i = columns.first; i < columns.last; ++i) add(bands_[i].printed);
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
      return a.at != b.at ? a.at < b.at : a.change > b.change;
    });
    Blanks blanks;
    std::size_t depth = 0;
    std::optional<double> begin;
    for (const Edge& edge : edges) {
      const std::size_t next = edge.change > 0 ? depth + 1 : depth - 1;
      if (depth <= most && next > most && begin) blanks.push_back({*begin, edge.at});
      if (depth > most && next <= most) begin = edge.at;
      depth = next;
    }
    return blanks;
  }

  /// Takes the band beside the columns in when it stands in them.
  bool take(PageColumns& columns, std::size_t at) const {
    if (columns.last - columns.first >= k_bands_most) return false;
    const PageBand& band = bands_[at];
    const bool is_below = at == columns.last;
    if (!is_near(is_below ? at : columns.first)) return false;
    Blanks free;
    for (const Blank& gutter : columns.gutters)
      if (leaves_free(band, gutter)) free.push_back(gutter);
    // A band across all columns ends them; one across some is a cell merged over these.
    if (free.empty() || free.size() * 2 < columns.gutters.size()) return false;
    const auto only = only_column(band, free);
    // What stands above a table begins where its first column does; of a head it may be the issuer.
    if (only && !is_below && (before_.page > 0 || at >= k_head_begins)) return false;
    if (only && (free.size() < columns.gutters.size() || !fits(columns, band, *only))) return false;
    PageColumns more = columns;
    (is_below ? more.last : more.first) = is_below ? at + 1 : at;
    more.gutters = gutters_of(more);
    if (more.gutters.empty()) return false;
    columns = std::move(more);
    return true;
  }

  /// The only column a band has words in; none when there are several.
  static std::optional<std::size_t> only_column(const PageBand& band, const Blanks& gutters) {
    std::set<std::size_t> taken;
    for (const Blank& strip : band.printed) taken.insert(column_at(strip.middle(), gutters));
    return taken.size() == 1 ? std::optional(*taken.begin()) : std::nullopt;
  }

  /// A band in one column belongs there when it begins where others do, or is centred as they are:
  /// a title below a head is centred on the page.
  bool fits(const PageColumns& columns, const PageBand& band, std::size_t column) const {
    if (is_carried(columns.first)) {
      return std::any_of(before_.columns.begin(), before_.columns.end(),
                         [&](const Blank& strip) { return is_within(band, strip); });
    }
    std::size_t begin_alike = 0;
    std::size_t centred_alike = 0;
    std::size_t all = 0;
    const double centre = (band.left() + band.right()) / 2;
    for (std::size_t i = columns.first; i < columns.last; ++i) {
      std::optional<Blank> own;
      for (const Blank& strip : bands_[i].printed) {
        if (column_at(strip.middle(), columns.gutters) != column) continue;
        own = own ? Blank{own->left, strip.right} : strip;
      }
      if (!own) continue;
      ++all;
      if (std::abs(own->left - band.left()) < k_aligned) ++begin_alike;
      if (std::abs(own->middle() - centre) < k_centred) ++centred_alike;
    }
    return begin_alike > 1 || (begin_alike == 1 && all < 3) || centred_alike * 2 >= all;
  }

  static bool is_within(const PageBand& band, const Blank& strip) {
    return band.left() > strip.left - k_aligned && band.right() < strip.right + k_aligned;
  }

  bool is_table(const PageColumns& columns) const {
    if (is_carried(columns.first)) return true;
    std::size_t side_by_side = 0;
    bool is_list = columns.gutters.size() == 1;
    for (std::size_t i = columns.first; i < columns.last; ++i) {
      if (!only_column(bands_[i], columns.gutters)) ++side_by_side;
      for (std::size_t line = bands_[i].first; line < bands_[i].last && is_list; ++line) {
        const std::string first = clean_text(cells_of(lines_[line], columns.gutters)[0]);
        is_list = first.empty() || is_item_mark(first);
      }
    }
    if (is_list) return false;  // "1.    Mục đích"
    if (side_by_side >= 2) return true;
    const PageBand& band = bands_[columns.first];
    return columns.gutters.size() == 1 && is_free(band, columns.gutters[0]) &&
           columns.gutters[0].width() > k_lone_gap * band.em;
  }

  /// "-" in front of each line of a cell makes no column.
  bool follows_bullets(const PageColumns& columns, const Blanks& gutters,
                       const Blank& gutter) const {
    const std::size_t column = column_at(gutter.left, gutters);
    for (std::size_t band = columns.first; band < columns.last; ++band) {
      for (std::size_t line = bands_[band].first; line < bands_[band].last; ++line) {
        const std::string cell = clean_text(cells_of(lines_[line], gutters)[column]);
        if (!cell.empty() && !is_bullet(cell)) return false;
      }
    }
    return true;
  }

  const std::vector<PageLine>& lines_;
  const std::vector<PageBand>& bands_;
  PageBefore before_;
  std::size_t free_from_ = 0;
  std::vector<PageColumns> found_;
};

}  // namespace

std::size_t column_at(double place, const std::vector<Blank>& gutters) {
  return static_cast<std::size_t>(
      std::count_if(gutters.begin(), gutters.end(),
                    [&](const Blank& gutter) { return gutter.middle() < place; }));
}

std::vector<std::string> cells_of(const PageLine& line, const std::vector<Blank>& gutters) {
  const auto column = [&](const PageWord& word) {
    return column_at((word.left + word.right) / 2, gutters);
  };
  std::vector<std::string> cells(gutters.size() + 1);
  for (std::size_t first = 0; first < line.words.size();) {
    std::size_t last = first;
    while (last < line.words.size() && column(line.words[last]) == column(line.words[first]))
      ++last;
    cells[column(line.words[first])] = text_of(line, first, last);
    first = last;
  }
  return cells;
}

std::vector<PageColumns> columns_on(const std::vector<PageLine>& lines,
                                    const std::vector<PageBand>& bands, const PageBefore& before) {
  return ColumnFinder(lines, bands, before).run();
}

std::vector<Blank> strips_of(const PageColumns& columns, const std::vector<PageBand>& bands) {
  std::vector<std::optional<Blank>> strips(columns.gutters.size() + 1);
  for (std::size_t i = columns.first; i < columns.last; ++i) {
    for (const Blank& printed : bands[i].printed) {
      auto& strip = strips[column_at(printed.middle(), columns.gutters)];
      if (!strip) strip = printed;
      strip = Blank{std::min(strip->left, printed.left), std::max(strip->right, printed.right)};
    }
  }
  std::vector<Blank> found;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const double left = i == 0 ? columns.gutters[0].left : columns.gutters[i - 1].right;
    found.push_back(strips[i].value_or(Blank{left, left}));
  }
  return found;
}

}  // namespace dondoc
