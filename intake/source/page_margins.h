// What is printed on every page and is no part of the text: running headers and footers, page
// numbers; and the footnotes below the text. Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "intake/source/page_lines.h"

namespace dondoc {

/// Takes them out of the pages' lines and returns their texts. A line goes when it stands among the
/// first or last two of its page and, digits aside, so does the same on at least three pages and
/// half of all (unless its page has hardly more); or when it is a lone number there that counts on
/// with the pages.
/// The head of a table is repeated as well: of lines in columns the first stays.
std::vector<std::string> take_margins(std::vector<std::vector<PageLine>>& pages);

/// Takes the footnotes out: small lines at the foot of the page, the first of which begins with a
/// mark. One text a note.
std::vector<std::string> take_footnotes(std::vector<PageLine>& lines, double text_em);

/// What most lines of a document have.
struct UsualLine {
  double em = 0;
  double room = 0;  ///< above it, in a paragraph
};
UsualLine usual_line(const std::vector<std::vector<PageLine>>& pages);

}  // namespace dondoc
