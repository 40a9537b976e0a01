#include "reports/summary_text.h"

#include <algorithm>

#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr std::size_t k_width = 80;
constexpr std::size_t k_left_width = 38;
constexpr std::size_t k_right_width = k_width - k_left_width;

void add_lines(std::string& text, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) text += line + "\n";
}

std::vector<std::string> centred_lines(const std::vector<std::string>& texts, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& text : texts) {
    for (const std::string& line : wrapped(text, width - 2, "", ""))
      lines.push_back(centred(line, width));
  }
  return lines;
}

/// Two blocks side by side, the shorter one filled up with empty lines.
void add_columns(std::string& text, std::vector<std::string> left, std::vector<std::string> right) {
  const std::size_t height = std::max(left.size(), right.size());
  left.resize(height);
  right.resize(height);
  for (std::size_t i = 0; i < height; ++i) {
    const std::string line = padded(left[i], k_left_width) + right[i];
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
}

void add_paragraph(std::string& text, const Paragraph& paragraph) {
  switch (paragraph.style) {
    case ParagraphStyle::body:
      return add_lines(text, wrapped(paragraph.text, k_width, "    ", ""));
    case ParagraphStyle::subheading:
      return add_lines(text, wrapped(paragraph.text, k_width, "    ", ""));
    case ParagraphStyle::item:
      return add_lines(text, wrapped(paragraph.text, k_width, "    - ", "      "));
    case ParagraphStyle::detail:
      return add_lines(text, wrapped(paragraph.text, k_width, "      + ", "        "));
    case ParagraphStyle::blank:
      break;
  }
  std::string dots = "    ";
  for (std::size_t i = dots.size(); i < k_width; ++i) dots += "…";
  text += dots + "\n";
}

void add_section(std::string& text, const DocumentSection& section) {
  text += "\n";
  add_lines(text, wrapped(section.heading, k_width, "    ", ""));
  for (const Paragraph& paragraph : section.paragraphs) add_paragraph(text, paragraph);
}

/// As wide as its half of the page; a long name goes on below its own dash.
std::vector<std::string> recipient_lines(const SummaryDocument& document) {
  std::vector<std::string> lines{"Nơi nhận:"};
  for (const std::string& one : document.recipients) {
    for (std::string& line : wrapped(one, k_left_width - 2, "", "  "))
      lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> head_left(const LetterHead& head) {
  std::vector<std::string> lines;
  if (!head.superior.empty()) lines.push_back(head.superior);
  const std::string stars = stars_of(head.layout);
  lines.push_back(head.issuer);
  lines.push_back(stars.empty() ? "_______" : stars);
  lines.push_back(head.number);
  return lines;
}

std::vector<std::string> head_right(const LetterHead& head) {
  std::vector<std::string> lines = titles_of(head.layout);
  lines.emplace_back("_______________");
  lines.push_back(head.place_and_date);
  return lines;
}

/// "Kính gửi: X", or the names below each other.
std::vector<std::string> addressee_lines(const SummaryDocument& document) {
  const auto& names = document.addressees;
  if (names.size() == 1) return centred_lines({"Kính gửi: " + names.front()}, k_width);
  std::vector<std::string> lines{"    Kính gửi:"};
  for (const std::string& name : names) lines.push_back("        - " + name + ";");
  lines.back().back() = '.';
  return lines;
}

/// Room for the signature between the position and the name.
std::vector<std::string> signature_lines(const SummaryDocument& document) {
  std::vector<std::string> lines;
  for (const std::string& one : document.signature) {
    if (&one == &document.signature.back()) lines.insert(lines.end(), 3, "");
    for (std::string& line : centred_lines({one}, k_right_width)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::string summary_text(const SummaryInput& input) {
  return summary_text(make_summary_document(input));
}

std::string summary_text(const SummaryDocument& document) {
  std::string text = document.draft ? "DỰ THẢO\n\n" : "";
  add_columns(text, centred_lines(head_left(document.head), k_left_width),
              centred_lines(head_right(document.head), k_right_width));
  text += "\n" + centred(document.title, k_width) + "\n";
  add_lines(text, centred_lines({document.subject}, k_width));
  if (!document.amendment.empty()) text += centred(document.amendment, k_width) + "\n";
  text += centred("_______", k_width) + "\n\n";
  add_lines(text, addressee_lines(document));
  text += "\n";
  for (const std::string& one : document.basis) add_lines(text, wrapped(one, k_width, "    ", ""));
  add_lines(text, wrapped(document.opening, k_width, "    ", ""));
  for (const DocumentSection& section : document.sections) add_section(text, section);
  text += "\n";
  add_lines(text, wrapped(document.closing, k_width, "    ", ""));
  text += "\n";
  add_columns(text, recipient_lines(document), signature_lines(document));
  return text;
}

}  // namespace dondoc
