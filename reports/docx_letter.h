// The blocks that papers of an office have in common, as Decree 30/2020 lays them out (appendix I;
// domain.md §2.5): head in two columns, title, addressees, paragraphs, foot. Pure; safe from any
// thread.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "reports/docx_text.h"
#include "reports/letter_head.h"

namespace dondoc {

/// `mark`: "DỰ THẢO", or empty.
void add_letter_head(pugi::xml_node body, const LetterHead& head, const std::string& mark);

/// The kind of paper, what it is about, notes below it in italics, and the rule.
void add_letter_title(pugi::xml_node body, const std::string& title, const std::string& subject,
                      const std::vector<std::string>& notes);

/// "Kính gửi: X", or the names below each other.
void add_addressees(pugi::xml_node body, const std::vector<std::string>& names);

/// Justified, the first line indented.
void add_body_text(pugi::xml_node body, const std::string& text, bool bold = false,
                   bool italic = false);

/// A line of dots over the whole width.
void add_line_to_write_on(pugi::xml_node body);

/// Recipients at the left, the signature at the right.
void add_letter_foot(pugi::xml_node body, const std::vector<std::string>& recipients,
                     const std::vector<std::string>& signature);

}  // namespace dondoc
