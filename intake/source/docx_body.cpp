#include "intake/source/docx_body.h"

#include <algorithm>
#include <utility>

#include "intake/source/head_columns.h"
#include "intake/source/source_limits.h"
#include "intake/source/xml_part.h"

namespace dondoc {
namespace {

bool is_wrapper(std::string_view name) {
  return name == "customXml" || name == "ins" || name == "moveTo" || name == "smartTag" ||
         name == "sdtContent";
}

/// The table of contents that Word puts into a box of its own.
bool is_contents(const pugi::xml_node& box) {
  const pugi::xml_node part = child_of(child_of(box, "sdtPr"), "docPartObj");
  return value_of(child_of(part, "docPartGallery"), "val") == "Table of Contents";
}

/// Rows of a table and cells of a row can stand in boxes and in revisions.
void collect(const pugi::xml_node& parent, std::string_view name,
             std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node& child : parent.children()) {
    const std::string_view local = local_name(child);
    if (local == name)
      found.push_back(child);
    else if (local == "sdt")
      collect(child_of(child, "sdtContent"), name, found);
    else if (is_wrapper(local))
      collect(child, name, found);
    else if (local == "AlternateContent")
      collect(chosen_branch(child), name, found);
  }
}

std::vector<pugi::xml_node> rows_of(const pugi::xml_node& table) {
  std::vector<pugi::xml_node> rows;
  collect(table, "tr", rows);
  std::erase_if(rows, [](const pugi::xml_node& row) {
    return static_cast<bool>(child_of(child_of(row, "trPr"), "del"));
  });
  return rows;
}

std::vector<pugi::xml_node> cells_of(const pugi::xml_node& row) {
  std::vector<pugi::xml_node> cells;
  collect(row, "tc", cells);
  return cells;
}

/// Columns, from a number in the file that can be anything.
std::size_t columns(const pugi::xml_node& properties, std::string_view name, int otherwise) {
  const int number = number_of(child_of(properties, name), "val", otherwise);
  constexpr int k_most = static_cast<int>(source_limits::columns);
  return static_cast<std::size_t>(std::clamp(number, otherwise, k_most));
}

/// The second and further cells of one merged over rows (or, in old files, over columns).
bool continues_merge(const pugi::xml_node& cell_properties) {
  for (const std::string_view kind : {"vMerge", "hMerge"}) {
    const pugi::xml_node merge = child_of(cell_properties, kind);
    if (merge && value_of(merge, "val") != "restart") return true;
  }
  return false;
}

bool has_text(std::string_view text) { return text.find_first_not_of(" \t\n\r") != text.npos; }

}  // namespace

void DocxBodyReader::read(const pugi::xml_node& parent) {
  walk(parent, nullptr);
  if (has_text(carried_)) emit(std::exchange(carried_, {}), false);
}

void DocxBodyReader::walk(const pugi::xml_node& parent, Cell* cell) {
  for (const pugi::xml_node& node : parent.children()) {
    if (over_limit_) return;
    visit(node, cell);
  }
}

void DocxBodyReader::visit(const pugi::xml_node& node, Cell* cell) {
  const std::string_view name = local_name(node);
  if (name == "p") return read_paragraph(node, cell);
  if (name == "tbl" && cell != nullptr) return cell->behind.push_back(node);
  if (name == "tbl") return read_table(node);
  if (name == "sdt" && !is_contents(node)) return walk(child_of(node, "sdtContent"), cell);
  if (name == "AlternateContent") return walk(chosen_branch(node), cell);
  if (is_wrapper(name)) walk(node, cell);
}

void DocxBodyReader::read_paragraph(const pugi::xml_node& node, Cell* cell) {
  std::string label = numbering_.next_label(child_of(node, "pPr"));
  DocxParagraph paragraph = paragraphs_.read(node);
  std::string text = std::exchange(carried_, {}) + paragraph.text;
  for (std::string& words : paragraph.drawn_words) drawn_words_.push_back(std::move(words));
  const bool is_item = !label.empty() && has_text(text);
  if (is_item) text = label + " " + text;
  count(text.size(), 0);
  if (paragraph.runs_on) {
    carried_ = std::move(text);
  } else if (cell != nullptr) {
    if (has_text(text)) cell->text.append(cell->text.empty() ? "" : "\n").append(text);
  } else if (has_text(text)) {
    emit(std::move(text), is_item);
  }
  for (const pugi::xml_node& box : paragraph.boxes) {
    if (cell != nullptr)
      cell->behind.push_back(box);
    else
      walk(box, nullptr);
  }
}

void DocxBodyReader::emit(std::string text, bool is_item) {
  const auto first = text.find_first_not_of(" \t\n\r");
  const auto last = text.find_last_not_of(" \t\n\r");
  const std::string_view inner = std::string_view(text).substr(first, last - first + 1);
  if (inner.find('\n') != inner.npos) return emit_pieces(inner);
  if (!is_item && emit_columns(text)) return;
  add_block({is_item ? BlockKind::list_item : BlockKind::paragraph, std::move(text), {}, 0, 0, 0});
}

void DocxBodyReader::emit_pieces(std::string_view text) {
  bool ends_with_line = false;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (!has_text(piece)) continue;
    ends_with_line = !emit_columns(piece);
    if (ends_with_line) add_block({BlockKind::line, std::string(piece), {}, 0, 0, 0});
  }
  if (ends_with_line) add_block({});
}

/// A head without a table: issuer and motto apart by tabs.
bool DocxBodyReader::emit_columns(std::string_view text) {
  if (blocks_.size() >= k_head_lines) return false;
  auto cells = columns_of(text);
  if (cells.empty()) return false;
  const bool goes_on = head_table_ != 0 && !blocks_.empty() && blocks_.back().table == head_table_;
  if (!goes_on) head_table_ = ++tables_;
  add_block({BlockKind::table_row, {}, std::move(cells), 0, 0, head_table_});
  return true;
}

void DocxBodyReader::read_table(const pugi::xml_node& table) {
  const auto rows = rows_of(table);
  if (rows.size() == 1) {
    const auto cells = cells_of(rows.front());
    if (cells.size() == 1) return walk(cells.front(), nullptr);
  }
  const std::size_t number = ++tables_;
  for (const pugi::xml_node& row : rows) {
    if (over_limit_) return;
    read_row(row, number);
  }
}

void DocxBodyReader::read_row(const pugi::xml_node& row, std::size_t table) {
  std::vector<std::string> cells(columns(child_of(row, "trPr"), "gridBefore", 0));
  std::vector<pugi::xml_node> behind;
  for (const pugi::xml_node& cell : cells_of(row)) {
    if (over_limit_ || cells.size() >= source_limits::columns) break;
    add_cell(cell, cells, behind);
  }
  count(0, cells.size());
  add_block({BlockKind::table_row, {}, std::move(cells), 0, 0, table});
  for (const pugi::xml_node& node : behind) {
    if (local_name(node) == "tbl")
      read_table(node);
    else
      walk(node, nullptr);
  }
}

void DocxBodyReader::add_cell(const pugi::xml_node& node, std::vector<std::string>& cells,
                              std::vector<pugi::xml_node>& behind) {
  const pugi::xml_node properties = child_of(node, "tcPr");
  Cell cell;
  walk(node, &cell);
  if (has_text(carried_))
    cell.text.append(cell.text.empty() ? "" : "\n").append(std::exchange(carried_, {}));
  if (continues_merge(properties)) cell.text.clear();
  behind.insert(behind.end(), cell.behind.begin(), cell.behind.end());
  cells.push_back(std::move(cell.text));
  const std::size_t width = columns(properties, "gridSpan", 1);
  cells.resize(std::min(cells.size() + width - 1, source_limits::columns));
}

void DocxBodyReader::add_block(SourceBlock block) {
  if (blocks_.size() >= source_limits::blocks) over_limit_ = true;
  if (!over_limit_) blocks_.push_back(std::move(block));
}

void DocxBodyReader::count(std::size_t bytes, std::size_t cells) {
  text_bytes_ += bytes;
  cells_ += cells;
  if (text_bytes_ > source_limits::text_bytes || cells_ > source_limits::table_cells)
    over_limit_ = true;
}

}  // namespace dondoc
