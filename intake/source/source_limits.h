// What a plan document may hold at most. 200 pages are the promise of the product; the others are
// what 200 dense pages need several times over, so that only a file made to harm meets them.
#pragma once

#include <chrono>
#include <cstddef>

namespace dondoc::source_limits {

constexpr std::size_t file_bytes = 20 * 1024 * 1024;
constexpr std::size_t pages = 200;  ///< .pdf; the other formats have no pages of their own
/// Of the text that comes out: a dense page in Vietnamese has about 5,000 bytes.
constexpr std::size_t text_bytes = 4 * 1024 * 1024;
constexpr std::size_t blocks = 50'000;  ///< 250 lines a page
constexpr std::size_t columns = 100;    ///< of a table
constexpr std::size_t table_cells =
    400'000;  ///< of all tables: rows of empty cells cost memory too

/// .docx: what one part may unpack to, and how many tags it may have (a node takes some 80 bytes).
constexpr std::size_t part_bytes = 32 * 1024 * 1024;
constexpr std::size_t part_tags = 3'000'000;
constexpr std::size_t xml_depth = 250;     ///< Word nests some 20 levels a table
constexpr std::size_t header_parts = 100;  ///< headers and footers looked through for markings

constexpr std::size_t page_words = 10'000;  ///< .pdf: a page of figures has some 2,000
/// .pdf: looked at after each page. 200 pages take some 2 seconds; a page that draws itself over
/// and over can take any time, and a file has 200 chances.
constexpr std::chrono::seconds reading_time{60};

}  // namespace dondoc::source_limits
