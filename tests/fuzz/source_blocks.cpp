#include "tests/fuzz/source_blocks.h"

#include "engine/check.h"
#include "engine/codec/utf8.h"
#include "engine/text/vietnamese.h"
#include "intake/source/source_limits.h"

namespace dondoc::fuzz {
namespace {

void check_text(const std::string& text) {
  CHECK(!first_invalid_byte(text));
  CHECK(!has_control_characters(text));
  CHECK(nfc(text) == text);
  CHECK(text.find("  ") == text.npos);
  CHECK(text.find("\u00A0") == text.npos && text.find("\u00AD") == text.npos);
  CHECK(text.empty() || (text.front() != ' ' && text.back() != ' '));
  CHECK(text.empty() || (text.front() != '\n' && text.back() != '\n'));
}

}  // namespace

void check_document(const Result<SourceDocument>& document) {
  if (!document) {
    CHECK(document.error().kind == ErrorKind::permanent);
    CHECK(!document.error().message.empty());
    CHECK(!first_invalid_byte(document.error().message));
    return;
  }
  CHECK(!document->blocks.empty());
  CHECK(document->blocks.size() <= source_limits::blocks);
  for (const SourceBlock& block : document->blocks) {
    const bool is_row = block.kind == BlockKind::table_row;
    check_text(block.text);
    CHECK(block.text.find('\n') == block.text.npos);
    for (const std::string& cell : block.cells) check_text(cell);
    CHECK(is_row == (block.table > 0) && is_row == !block.cells.empty());
    CHECK(!is_row || block.text.empty());
    CHECK(block.cells.size() <= source_limits::columns);
    CHECK(block.line > 0 && block.page <= source_limits::pages);
  }
}

}  // namespace dondoc::fuzz
