// Which lines of a page stand in columns with each other (see page_tables.h). Pure; safe from any
// thread.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/source/page_tables.h"

namespace dondoc {

/// The lines that stand in columns, without rows.
std::vector<PageTable> columns_on(const std::vector<PageLine>& lines, std::size_t page);

/// In which column a word stands: how many gutters are left of its middle.
std::size_t column_of(const PageWord& word, const std::vector<Gutter>& gutters);

/// The text of one line by column.
std::vector<std::string> cells_of(const PageLine& line, const std::vector<Gutter>& gutters);

}  // namespace dondoc
