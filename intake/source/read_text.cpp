#include "intake/source/read_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/source/decode_text.h"
#include "intake/source/head_columns.h"
#include "intake/source/plain_line.h"
#include "intake/source/source_limits.h"
#include "intake/source/text_tables.h"

namespace dondoc {
namespace {

/// Lines end with "\n", "\r\n" or "\r".
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find_first_of("\r\n");
    lines.push_back(text.substr(0, end));
    if (end == text.npos) break;
    const bool is_pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return lines;
}

class TextReader {
 public:
  TextReader(std::vector<std::string_view> lines, SourceFormat format)
      : lines_(std::move(lines)), format_(format) {}

  SourceDocument run() {
    for (std::size_t at = 0; at < lines_.size();) at += read(at);
    return std::move(document_);
  }

 private:
  /// How many lines were read.
  std::size_t read(std::size_t at) {
    if (auto row = text_row(lines_, at)) {
      if (!row->cells.empty()) add_row(std::move(row->cells), at);
      return row->lines;
    }
    std::string text = plain_line(lines_[at], format_);
    std::replace(text.begin(), text.end(), '\n', ' ');
    const bool is_blank = text.find_first_not_of(" \t") == text.npos;
    if (!is_blank && ++lines_with_text_ <= k_head_lines) {
      if (auto columns = columns_of(text); !columns.empty()) {
        add_row(std::move(columns), at);
        return 1;
      }
    }
    in_table_ = false;
    document_.blocks.push_back({BlockKind::line, std::move(text), {}, at + 1, 0, 0});
    return 1;
  }

  void add_row(std::vector<std::string> cells, std::size_t at) {
    for (std::string& cell : cells) cell = plain_cell(cell);
    if (!in_table_) ++tables_;
    in_table_ = true;
    document_.blocks.push_back({BlockKind::table_row, {}, std::move(cells), at + 1, 0, tables_});
  }

  std::string plain_cell(std::string_view cell) const {
    std::string out;
    for (const std::string_view line : lines_of(cell))
      out.append(out.empty() ? "" : "\n").append(plain_line(line, format_));
    return out;
  }

  std::vector<std::string_view> lines_;
  SourceFormat format_;
  SourceDocument document_;
  std::size_t tables_ = 0;
  bool in_table_ = false;
  std::size_t lines_with_text_ = 0;
};

}  // namespace

Result<SourceDocument> read_text(std::string_view bytes, SourceFormat format) {
  const auto decoded = decode_text(bytes);
  if (!decoded) return tl::unexpected(decoded.error());
  if (decoded->text.size() > source_limits::text_bytes)
    return failure(ErrorKind::permanent, fmt::format("more text than 200 pages hold ({} MB)",
                                                     source_limits::text_bytes / (1024 * 1024)));
  SourceDocument document = TextReader(lines_of(decoded->text), format).run();
  document.encoding = decoded->encoding;
  return document;
}

}  // namespace dondoc
