// Printed lines into paragraphs: which line runs on in the next one.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/language/paragraph.h"

namespace dondoc::intake {

/// A line as cleaned; an empty text is a blank line.
struct PrintedLine {
  std::string text;
  std::size_t number = 0;
  bool whole = false;  ///< complete in itself: never joined (.docx)
};

/// Requires: lines in their order.
std::vector<Paragraph> joined(const std::vector<PrintedLine>& lines);

}  // namespace dondoc::intake
