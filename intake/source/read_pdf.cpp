#include "intake/source/read_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "intake/source/code_points.h"
#include "intake/source/page_margins.h"
#include "intake/source/page_tables.h"
#include "intake/source/pdf_pages.h"
#include "intake/source/source_faults.h"

namespace dondoc {
namespace {

/// A page of text has some 2,000; what a scanner or a signature prints onto a page has less.
constexpr std::size_t k_page_letters = 25;
/// A scan of several pages with the stamp of a digital signature.
constexpr std::size_t k_letters_a_page = 60;

std::size_t letters_on(const PdfPage& page) {
  std::size_t letters = 0;
  for (const PageWord& word : page.words) letters += word.text.size();
  return letters;
}

class PdfReader {
 public:
  PdfReader(const std::vector<PdfPage>& pages, std::vector<std::string>& aside) : aside_(aside) {
    for (const PdfPage& page : pages) {
      pages_.push_back(lines_of(page));
      if (!page.aslant.empty()) aside_.push_back(page.aslant);
    }
    if (!pages_.empty()) set_aside_stamps(pages_.front());
  }

  SourceDocument run() {
    for (std::string& text : take_margins(pages_)) aside_.push_back(std::move(text));
    usual_ = usual_line(pages_);
    for (std::size_t page = 0; page < pages_.size(); ++page) read_page(page);
    for (SourceBlock& note : notes_) document_.blocks.push_back(std::move(note));
    return std::move(document_);
  }

 private:
  /// A stamp beside the lines of the head, too near to be a column of its own. In capitals: small
  /// letters far apart are a line that was stretched.
  void set_aside_stamps(const std::vector<PageLine>& lines) {
    constexpr std::size_t k_head_lines = 15;
    constexpr double k_gap = 0.7;  // em
    for (std::size_t i = 0; i < std::min(lines.size(), k_head_lines); ++i) {
      const PageLine& line = lines[i];
      std::size_t first = 0;
      for (std::size_t at = 1; at <= line.words.size(); ++at) {
        const bool ends = at == line.words.size() ||
                          line.words[at].left - line.words[at - 1].right > k_gap * line.em;
        if (!ends) continue;
        std::string text = text_of(line, first, at);
        const bool follows_word = first > 0 && line.words[first - 1].text == "BÍ";
        if (upper_case(text) == text && !follows_word) aside_.push_back(std::move(text));
        first = at;
      }
    }
  }

  void read_page(std::size_t page) {
    std::vector<PageLine>& lines = pages_[page];
    for (std::string& note : take_footnotes(lines, usual_.em))
      notes_.push_back({BlockKind::footnote, std::move(note), {}, 0, page + 1, 0});
    PageBefore before{page, {}};
    if (last_table_ && !last_table_->is_one_row) before.columns = last_table_->columns;
    std::vector<PageTable> tables = tables_of(lines, before);
    std::size_t at = 0;
    for (PageTable& table : tables) {
      for (; at < table.first; ++at) add_line(lines, at, page);
      at = table.last;
      add_table(std::move(table), page);
    }
    for (; at < lines.size(); ++at) add_line(lines, at, page);
    // Only a table that reaches the foot of its page can go on at the top of the next.
    if (tables.empty() || tables.back().last < lines.size()) last_table_.reset();
  }

  /// Empty lines where there is more room than between lines of a paragraph.
  void add_line(const std::vector<PageLine>& lines, std::size_t at, std::size_t page) {
    constexpr double k_more = 0.18;  // of an em: 3 pt between paragraphs are 0.21
    const bool is_apart =
        at > 0 && lines[at].top - lines[at - 1].bottom > usual_.room + k_more * lines[at].em;
    const bool follows_line = !document_.blocks.empty() && document_.blocks.back().table == 0;
    if (is_apart && follows_line)
      document_.blocks.push_back({BlockKind::line, {}, {}, 0, page + 1, 0});
    document_.blocks.push_back({BlockKind::line, text_of(lines[at]), {}, 0, page + 1, 0});
  }

  void add_table(PageTable table, std::size_t page) {
    const bool is_rest = last_table_ && table.first == 0 && !last_table_->is_one_row &&
                         table.columns.size() == last_table_->columns.size();
    if (!is_rest) ++tables_;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool repeats_head =
          is_rest && i == 0 && table.rows.size() > 1 && table.rows[0] == head_of_table_;
      if (repeats_head) continue;
      if (is_rest && i == 0 && table.begins_within_row) {
        append_to_last_row(table.rows[0]);
      } else {
        document_.blocks.push_back({BlockKind::table_row, {}, table.rows[i], 0, page + 1, tables_});
      }
    }
    if (!is_rest) head_of_table_ = table.rows.front();
    last_table_ = std::move(table);
  }

  void append_to_last_row(const std::vector<std::string>& cells) {
    std::vector<std::string>& row = document_.blocks.back().cells;
    for (std::size_t i = 0; i < std::min(row.size(), cells.size()); ++i)
      if (!cells[i].empty()) row[i].append(row[i].empty() ? "" : " ").append(cells[i]);
  }

  std::vector<std::vector<PageLine>> pages_;
  std::vector<std::string>& aside_;
  UsualLine usual_;
  SourceDocument document_;
  std::vector<SourceBlock> notes_;
  std::size_t tables_ = 0;
  std::optional<PageTable> last_table_;
  std::vector<std::string> head_of_table_;
};

}  // namespace

Result<SourceDocument> read_pdf(std::string_view bytes, std::vector<std::string>& aside) {
  const auto pages = pages_of_pdf(bytes);
  if (!pages) return tl::unexpected(pages.error());
  std::size_t letters = 0;
  std::vector<std::size_t> without;
  for (std::size_t i = 0; i < pages->size(); ++i) {
    letters += letters_on((*pages)[i]);
    if (letters_on((*pages)[i]) < k_page_letters) without.push_back(i + 1);
  }
  if (without.size() == pages->size() || letters < k_letters_a_page * pages->size())
    return failure(ErrorKind::permanent, k_no_text_layer_fault);
  SourceDocument document = read_pages(*pages, aside);
  document.pages_without_text = std::move(without);
  return document;
}

SourceDocument read_pages(const std::vector<PdfPage>& pages, std::vector<std::string>& aside) {
  return PdfReader(pages, aside).run();
}

}  // namespace dondoc
