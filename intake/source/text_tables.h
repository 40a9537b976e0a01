// Tables in texts: "| a | b |", and cells that stand below each other between lines of a lone "|"
// (web pages turned into text). Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// A row of a table and the lines it takes up; no cells: a ruler ("|---|---|").
struct TextRow {
  std::vector<std::string> cells;
  std::size_t lines = 1;
};

/// The row that begins with line `at`; none when that line begins no row.
std::optional<TextRow> text_row(const std::vector<std::string_view>& lines, std::size_t at);

}  // namespace dondoc
