#include "intake/source/docx_paragraph.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "intake/source/code_points.h"
#include "intake/source/number_formats.h"
#include "intake/source/xml_part.h"

namespace dondoc {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "PAGE", "TOC" …: the first word of a field's instruction.
std::string_view first_word(std::string_view instruction) {
  const auto begin = instruction.find_first_not_of(" \t\r\n");
  if (begin == instruction.npos) return {};
  instruction.remove_prefix(begin);
  return instruction.substr(0, instruction.find_first_of(" \t\r\n\\"));
}

bool is_hidden_kind(std::string_view instruction) {
  return is_one_of(first_word(instruction), {"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"});
}

}  // namespace

std::string DocxNotes::mark_of(std::string_view id, bool is_endnote) {
  auto& marks = known[is_endnote ? 1 : 0];
  if (const auto found = marks.find(id); found != marks.end())
    return references[found->second].mark;
  const auto number = static_cast<int>(marks.size()) + 1;
  marks.emplace(id, references.size());
  std::string mark = "[" + number_in(is_endnote ? "lowerRoman" : "decimal", number) + "]";
  references.push_back({is_endnote, std::string(id), mark});
  return mark;
}

pugi::xml_node chosen_branch(const pugi::xml_node& alternatives) {
  const pugi::xml_node choice = child_of(alternatives, "Choice");
  return choice && choice.first_child() ? choice : child_of(alternatives, "Fallback");
}

DocxParagraph DocxParagraphReader::read(const pugi::xml_node& paragraph) {
  paragraph_ = {};
  const pugi::xml_node mark = child_of(child_of(paragraph, "pPr"), "rPr");
  paragraph_.runs_on = static_cast<bool>(child_of(mark, "del"));
  visit_children(paragraph);
  return std::move(paragraph_);
}

bool DocxParagraphReader::hides(const Field& field) const {
  return hides_ && field.shows_result && is_hidden_kind(field.instruction);
}

bool DocxParagraphReader::is_hidden() const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [this](const Field& field) { return hides(field); });
}

void DocxParagraphReader::add(std::string_view text) {
  if (!is_hidden()) paragraph_.text += text;
}

void DocxParagraphReader::visit_children(const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) visit(child);
}

void DocxParagraphReader::visit(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (is_one_of(name, {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt"})) return;
  if (name == "r") return visit_run(node);
  if (name == "t") return add(node.text().get());  // of a formula
  if (name == "AlternateContent") return visit_children(chosen_branch(node));
  if (is_one_of(name, {"drawing", "pict", "object"})) return find_boxes(node);
  if (name == "fldSimple" && hides_ && is_hidden_kind(value_of(node, "instr"))) return;
  visit_children(node);
}

void DocxParagraphReader::visit_run(const pugi::xml_node& run) {
  const pugi::xml_node properties = child_of(run, "rPr");
  if (is_on(child_of(properties, "vanish"))) return;
  const bool is_capital = is_on(child_of(properties, "caps"));
  for (const pugi::xml_node& node : run.children()) {
    const std::string_view name = local_name(node);
    if (name == "t")
      add(is_capital ? upper_case(node.text().get()) : std::string(node.text().get()));
    else if (name == "tab" || name == "ptab")
      add("\t");
    else if (name == "br" || name == "cr")
      add("\n");
    else if (name == "noBreakHyphen")
      add("-");
    else if (name == "softHyphen")
      add("\u00AD");  // which in a font for TCVN3 is a letter
    else if (name == "sym")
      add_symbol(node);
    else if (name == "fldChar")
      field_sign(node);
    else if (name == "instrText" && !fields_.empty()) {
      constexpr std::size_t k_kind = 100;  // only its kind matters
      if (fields_.back().instruction.size() < k_kind)
        fields_.back().instruction += node.text().get();
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      add(notes_.mark_of(value_of(node, "id"), name == "endnoteReference"));
    } else if (!is_one_of(name, {"rPr", "delText", "instrText", "delInstrText"})) {
      visit(node);
    }
  }
}

void DocxParagraphReader::field_sign(const pugi::xml_node& node) {
  constexpr std::size_t k_nested = 50;
  const std::string_view kind = value_of(node, "fldCharType");
  if (kind == "begin" && fields_.size() < k_nested) fields_.emplace_back();
  if (kind == "separate" && !fields_.empty()) fields_.back().shows_result = true;
  if (kind == "end" && !fields_.empty()) fields_.pop_back();
}

void DocxParagraphReader::add_symbol(const pugi::xml_node& node) {
  const std::string_view code = value_of(node, "char");
  std::uint32_t value = 0;
  const auto read = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (read.ec == std::errc{} && value >= 0x20) add(utf8_of(std::u32string(1, value)));
}

void DocxParagraphReader::find_boxes(const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "txbxContent")
      paragraph_.boxes.push_back(child);
    else if (name == "AlternateContent")
      find_boxes(chosen_branch(child));
    else if (name == "textpath")
      paragraph_.drawn_words.emplace_back(value_of(child, "string"));
    else
      find_boxes(child);
  }
}

}  // namespace dondoc
