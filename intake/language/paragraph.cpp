#include "intake/language/paragraph.h"

#include <algorithm>
#include <array>

#include "engine/text/vietnamese.h"
#include "intake/language/line_joining.h"
#include "intake/language/table_words.h"
#include "intake/language/token.h"

namespace dondoc::intake {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Spaces of other widths are spaces; what nobody sees is left out.
constexpr std::array k_odd_spaces = {Pair{"\u00A0", " "}, Pair{"\u2002", " "}, Pair{"\u2003", " "},
                                     Pair{"\u2009", " "}, Pair{"\u202F", " "}, Pair{"\u3000", " "},
                                     Pair{"\u200B", ""},  Pair{"\uFEFF", ""},  Pair{"\u00AD", ""},
                                     Pair{"\u2060", ""}};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

using Cell = std::vector<PrintedLine>;
using Row = std::vector<Cell>;

std::string text_of(const Cell& cell) {
  std::string text;
  for (const PrintedLine& line : cell) {
    if (line.text.empty()) continue;
    if (!text.empty()) text += ' ';
    text += line.text;
  }
  return text;
}

bool is_separator_row(std::string_view text) {
  return text.find_first_not_of("|-: ") == text.npos && text.find('-') != text.npos;
}

class Assembler {
 public:
  explicit Assembler(const SourceDocument& document) : blocks_(document.blocks) {}

  std::vector<Paragraph> assemble() {
    for (at_ = 0; at_ < blocks_.size(); ++at_) take(blocks_[at_]);
    close_table();
    close_text();
    return std::move(paragraphs_);
  }

 private:
  void take(const SourceBlock& block) {
    if (block.kind == BlockKind::table_row) return row_of_cells(block);
    if (block.kind != BlockKind::line) {
      close_table();
      close_cell_table();
      if (block.kind == BlockKind::footnote) return footnote(block);
      lines_.push_back({plain_text(block.text), block.line, true});
      return;
    }
    close_cell_table();
    const std::string text = plain_text(block.text);
    if (text == "|") return bar(block);
    if (in_cell_) {
      row_.back().push_back({text, block.line, false});
      return;
    }
    if (text.size() > 1 && text.front() == '|' && text.find('|', 1) != text.npos)
      return drawn_row(text, block.line);
    if (!text.empty()) close_table();
    lines_.push_back({text, block.line, false});
  }

  void row_of_cells(const SourceBlock& block) {
    close_text();
    if (block.table != cell_table_) close_cell_table();
    cell_table_ = block.table;
    Row row;
    for (const std::string& cell : block.cells) row.push_back(lines_of_cell(cell, block.line));
    rows_.push_back(std::move(row));
  }

  /// '\n' parts the paragraphs of a cell, or its printed lines.
  static Cell lines_of_cell(std::string_view cell, std::size_t line) {
    Cell lines;
    while (true) {
      const auto end = cell.find('\n');
      lines.push_back({plain_text(cell.substr(0, end)), line, false});
      if (end == cell.npos) return lines;
      cell.remove_prefix(end + 1);
    }
  }

  void close_cell_table() {
    if (cell_table_ == 0) return;
    cell_table_ = 0;
    close_table();
  }

  /// `| a | b |` on one line.
  void drawn_row(std::string_view text, std::size_t line) {
    close_text();
    if (is_separator_row(text)) return;
    text.remove_prefix(1);
    if (text.ends_with('|')) text.remove_suffix(1);
    Row row;
    while (true) {
      const auto end = text.find('|');
      row.push_back({{plain_text(text.substr(0, end)), line, false}});
      if (end == text.npos) break;
      text.remove_prefix(end + 1);
    }
    rows_.push_back(std::move(row));
  }

  /// A `|` alone on its line opens or closes a cell; two in a row end a row of the table.
  void bar(const SourceBlock& block) {
    if (!in_cell_) {
      close_text();
      in_cell_ = true;
      row_.emplace_back();
      return;
    }
    const std::size_t next = at_ + 1;
    const std::string after = next < blocks_.size() && blocks_[next].kind == BlockKind::line
                                  ? plain_text(blocks_[next].text)
                                  : "";
    if (after == "|") {
      ++at_;
      end_row();
      in_cell_ = true;
      row_.emplace_back();
    } else if (after.empty()) {
      end_row();
    } else {
      row_.emplace_back();
    }
    (void)block;
  }

  void end_row() {
    in_cell_ = false;
    if (!row_.empty()) rows_.push_back(std::move(row_));
    row_.clear();
  }

  /// A table with a row of headings is data; any other only lays out the page.
  void close_table() {
    if (in_cell_) end_row();
    if (rows_.empty()) return;
    std::vector<Row> rows = std::move(rows_);
    rows_.clear();
    close_text();
    if (is_data(rows)) {
      ++tables_;
      for (const Row& row : rows) data_row(row);
      return;
    }
    for (const Row& row : rows) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        for (Paragraph& paragraph : joined(split_bullets(row[column]))) {
          paragraph.columns = column;
          paragraphs_.push_back(std::move(paragraph));
        }
      }
    }
  }

  static bool is_data(const std::vector<Row>& rows) {
    if (rows.size() < 2) return false;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 2); ++i) {
      std::size_t headings = 0;
      for (const Cell& cell : rows[i]) {
        if (table_heading_of(text_of(cell)) != TableColumn::unknown) ++headings;
      }
      if (headings >= 2) return true;
    }
    return false;
  }

  void data_row(const Row& row) {
    Paragraph paragraph;
    paragraph.kind = ParagraphKind::table_row;
    paragraph.table = tables_;
    for (const Cell& cell : row) {
      if (!paragraph.text.empty()) paragraph.text += paragraph.text.back() == ' ' ? "| " : " | ";
      paragraph.begins.push_back(paragraph.text.size());
      for (const PrintedLine& line : cell) {
        if (!line.text.empty()) {
          paragraph.lines.emplace_back(paragraph.text.size(), line.number);
          break;
        }
      }
      paragraph.cells.push_back(text_of(cell));
      paragraph.text += paragraph.cells.back();
    }
    if (paragraph.lines.empty()) paragraph.lines.emplace_back(0, 0);
    paragraph.lines.front().first = 0;
    paragraphs_.push_back(std::move(paragraph));
  }

  /// "Nơi nhận: - Như trên; - Bộ Y tế;" printed in one line of a cell.
  static Cell split_bullets(const Cell& cell) {
    Cell lines;
    for (const PrintedLine& line : cell) {
      std::string_view rest = line.text;
      for (auto at = rest.find("; - "); at != rest.npos; at = rest.find("; - ")) {
        lines.push_back({std::string(rest.substr(0, at + 1)), line.number, line.whole});
        rest.remove_prefix(at + 2);
      }
      lines.push_back({std::string(rest), line.number, line.whole});
    }
    return lines;
  }

  void footnote(const SourceBlock& block) {
    close_text();
    Paragraph paragraph;
    paragraph.kind = ParagraphKind::footnote;
    paragraph.text = plain_text(block.text);
    paragraph.lines = {{0, block.line}};
    paragraphs_.push_back(std::move(paragraph));
  }

  void close_text() {
    for (Paragraph& paragraph : joined(lines_)) {
      if (paragraph.text.starts_with("[") && paragraph.text.find(']') < 5)
        paragraph.kind = ParagraphKind::footnote;
      paragraphs_.push_back(std::move(paragraph));
    }
    lines_.clear();
  }

  const std::vector<SourceBlock>& blocks_;
  std::size_t at_ = 0;
  std::vector<PrintedLine> lines_;
  std::vector<Row> rows_;
  Row row_;
  bool in_cell_ = false;
  std::size_t cell_table_ = 0, tables_ = 0;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::string plain_text(std::string_view raw) {
  std::string text = nfc(raw);
  for (const auto& [from, to] : k_odd_spaces) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  }
  std::string clean;
  clean.reserve(text.size());
  for (char c : text) {
    if (c == '*' || c == '#') continue;
    if (!is_space(c)) {
      clean += c;
    } else if (!clean.empty() && clean.back() != ' ') {
      clean += ' ';
    }
  }
  while (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

std::size_t Paragraph::line_at(std::size_t byte) const {
  std::size_t line = lines.empty() ? 0 : lines.front().second;
  for (const auto& [begin, number] : lines) {
    if (begin <= byte) line = number;
  }
  return line;
}

std::vector<Paragraph> paragraphs_of(const SourceDocument& document) {
  return Assembler(document).assemble();
}

}  // namespace dondoc::intake
