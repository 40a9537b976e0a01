#include <array>

#include "engine/check.h"
#include "intake/source/read_pdf.h"
#include "intake/source/source_limits.h"
#include "tests/fuzz/feed.h"
#include "tests/fuzz/source_blocks.h"

/// fontconfig, which poppler asks for fonts, keeps what it read until the program ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace dondoc::fuzz {
namespace {

constexpr std::array<std::string_view, 12> k_words = {
    "1",          "2.",  "-",  "Nơi nhận:", "TM. UBND", "Trước",
    "25/11/2023", "MẬT", "BÍ", "km",        "[1]",      "Công an xã chủ trì"};

double number(std::string_view bytes, std::size_t at) {
  return static_cast<double>(static_cast<unsigned char>(bytes[at]));
}

/// Page, place from the left and from above, width, size, word.
std::vector<PdfPage> pages_in(std::string_view input) {
  constexpr std::size_t k_word = 6;
  std::vector<PdfPage> pages(4);
  for (; input.size() >= k_word; input.remove_prefix(k_word)) {
    PageWord word;
    word.left = number(input, 1) * 2.5;
    word.top = number(input, 2) * 3.3;
    word.right = word.left + number(input, 3);
    word.em = number(input, 4) / 8 + 0.1;
    word.bottom = word.top + word.em * 1.1;
    word.text = k_words[static_cast<unsigned char>(input[5]) % k_words.size()];
    pages[static_cast<unsigned char>(input[0]) % pages.size()].words.push_back(std::move(word));
  }
  return pages;
}

void check_pages(const std::vector<PdfPage>& pages) {
  std::vector<std::string> aside;
  const SourceDocument document = read_pages(pages, aside);
  for (const SourceBlock& block : document.blocks) {
    const bool is_row = block.kind == BlockKind::table_row;
    CHECK(is_row == (block.table > 0) && is_row == !block.cells.empty());
    CHECK(block.page >= 1 && block.page <= pages.size());
    CHECK(block.cells.size() != 1);
  }
}

}  // namespace

void feed_pdf(std::string_view input) {
  if (!input.starts_with("%PDF")) return check_pages(pages_in(input));
  check_document(read_source(input, SourceFormat::pdf));
}

}  // namespace dondoc::fuzz
