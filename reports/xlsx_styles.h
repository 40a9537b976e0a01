// The looks a cell of a .xlsx can have, and their numbers. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "reports/xlsx_sheet.h"

namespace dondoc {

/// xl/styles.xml.
std::string styles_xml();

/// Times New Roman throughout; heads are bold and broken into lines.
int number_style(NumberForm form, bool bold);

/// What begins like a formula is marked as text, so that it stays text when somebody edits it.
int text_style(std::string_view text, bool bold, bool is_head);

}  // namespace dondoc
