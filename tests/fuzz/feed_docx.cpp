#include <utility>

#include "engine/check.h"
#include "intake/source/read_docx.h"
#include "intake/source/source_limits.h"
#include "intake/source/xml_part.h"
#include "tests/fuzz/feed.h"
#include "tests/fuzz/source_blocks.h"

namespace dondoc::fuzz {
namespace {

std::vector<std::string_view> parts_in(std::string_view input) {
  constexpr std::string_view k_between = "\n%%\n";
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = input.find(k_between);
    parts.push_back(input.substr(0, end));
    if (end == input.npos) return parts;
    input.remove_prefix(end + k_between.size());
  }
}

/// What a part may not be parsed of is not there.
DocxParts::Part part_of(const std::vector<std::string_view>& texts, std::size_t place) {
  if (place >= texts.size()) return nullptr;
  auto part = parse_part("part", texts[place]);
  return part ? *std::move(part) : nullptr;
}

}  // namespace

void feed_docx(std::string_view input) {
  if (input.starts_with("PK")) return check_document(read_source(input, SourceFormat::docx));
  const auto texts = parts_in(input);
  DocxParts parts;
  parts.body = part_of(texts, 0);
  if (!parts.body) return;
  parts.numbering = part_of(texts, 1);
  parts.styles = part_of(texts, 2);
  parts.footnotes = part_of(texts, 3);
  parts.endnotes = part_of(texts, 4);
  if (auto header = part_of(texts, 5)) parts.margins.push_back(std::move(header));
  std::vector<std::string> aside;
  const auto document = read_docx(parts, aside);
  if (!document) {
    CHECK(!document.error().message.empty());
    return;
  }
  CHECK(document->blocks.size() <= source_limits::blocks);
  for (const SourceBlock& block : document->blocks) {
    const bool is_row = block.kind == BlockKind::table_row;
    CHECK(is_row == (block.table > 0) && (is_row || block.cells.empty()));
    CHECK(block.cells.size() <= source_limits::columns);
  }
}

}  // namespace dondoc::fuzz
