#include "reports/summary_docx.h"

#include "reports/docx_figures.h"
#include "reports/docx_letter.h"
#include "reports/docx_package.h"

namespace dondoc {
namespace {

void add(pugi::xml_node body, const Paragraph& paragraph) {
  switch (paragraph.style) {
    case ParagraphStyle::body:
      return add_body_text(body, paragraph.text);
    case ParagraphStyle::subheading:
      return add_body_text(body, paragraph.text, true);
    case ParagraphStyle::item:
      return add_body_text(body, "- " + paragraph.text);
    case ParagraphStyle::detail:
      return add_body_text(body, "+ " + paragraph.text);
    case ParagraphStyle::blank:
      return add_line_to_write_on(body);
  }
}

void add_report(pugi::xml_node body, const SummaryDocument& document) {
  add_letter_head(body, document.head, document.draft ? "DỰ THẢO" : "");
  std::vector<std::string> notes;
  if (!document.amendment.empty()) notes.push_back(document.amendment);
  add_letter_title(body, document.title, document.subject, notes);
  add_addressees(body, document.addressees);
  for (const std::string& basis : document.basis) add_body_text(body, basis, false, true);
  add_body_text(body, document.opening);
  for (const DocumentSection& section : document.sections) {
    add_body_text(body, section.heading, true);
    for (const Paragraph& paragraph : section.paragraphs) add(body, paragraph);
  }
  add_body_text(body, document.closing);
  add_letter_foot(body, document.recipients, document.signature);
}

}  // namespace

std::string summary_docx(const SummaryInput& input, SmallCounts counts) {
  const SummaryDocument document = make_summary_document(input);
  return docx_package(document.subject, [&](pugi::xml_node body) {
    add_report(body, document);
    const bool has_annexes = has_figures(input.summary);
    add_section(body, Orientation::portrait, !has_annexes);
    if (has_annexes) add_figure_annexes(body, input, document.head, counts);
  });
}

}  // namespace dondoc
