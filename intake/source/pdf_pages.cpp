#include "intake/source/pdf_pages.h"

#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <array>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "intake/source/code_points.h"
#include "intake/source/source_faults.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

/// What poppler finds wrong with a file is no line of ours on stderr.
void be_silent() {
  static const bool k_done = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(k_done);
}

std::string utf8_of(const poppler::ustring& text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    const bool is_pair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size() &&
                         text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
    points += is_pair ? 0x10000 + ((unit - 0xD800) << 10U) + (text[++i] - 0xDC00U) : unit;
  }
  return dondoc::utf8_of(points);
}

/// How often the words of a page are turned, in quarters; the most frequent one counts.
int turn_of(const std::vector<poppler::text_box>& boxes) {
  std::array<std::size_t, 4> counts{};
  for (const poppler::text_box& box : boxes)
    ++counts[static_cast<std::size_t>(box.rotation()) % counts.size()];
  return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// The place of a word when the page is turned so that its lines run from left to right.
PageWord turned(const poppler::rectf& box, int turn, double width, double height) {
  switch (turn) {
    case 1:
      return {box.top(), width - box.right(), box.bottom(), width - box.left(), 0, {}};
    case 2:
      return {width - box.right(),
              height - box.bottom(),
              width - box.left(),
              height - box.top(),
              0,
              {}};
    case 3:
      return {height - box.bottom(), box.left(), height - box.top(), box.right(), 0, {}};
    default:
      return {box.left(), box.top(), box.right(), box.bottom(), 0, {}};
  }
}

/// A file can put a word anywhere, and nowhere (not a number).
bool is_on_paper(const PageWord& word) {
  constexpr double k_far =
      15'000;  // points: the largest page a PDF may have (ISO 32000-1, annex C)
  const bool is_box = word.right >= word.left && word.bottom > word.top;
  return is_box && word.left > -k_far && word.right < k_far && word.top > -k_far &&
         word.bottom < k_far;
}

/// The box of a word is as high as its font says, which is 1.1 to 1.3 em.
double em_of(const poppler::text_box& box, const PageWord& word) {
  constexpr double k_box = 1.1;
  const double size = box.has_font_info() ? box.get_font_size() : 0;
  const double height = word.height();
  return size > height / 3 && size < height * 2 ? size : height / k_box;
}

PdfPage page_of(const poppler::page& source) {
  const poppler::rectf rectangle = source.page_rect();
  PdfPage page;
  page.width = rectangle.width();
  page.height = rectangle.height();
  const std::vector<poppler::text_box> boxes =
      source.text_list(poppler::page::text_list_include_font);
  const int turn = turn_of(boxes);
  for (const poppler::text_box& box : boxes) {
    PageWord word = turned(box.bbox(), turn, page.width, page.height);
    word.text = utf8_of(box.text());
    word.em = em_of(box, word);
    if (box.rotation() != turn) {
      page.aslant.append(page.aslant.empty() ? "" : " ").append(word.text);
    } else if (!word.text.empty() && is_on_paper(word)) {
      page.words.push_back(std::move(word));
    }
  }
  if (turn % 2 == 1) std::swap(page.width, page.height);
  return page;
}

Result<std::vector<PdfPage>> pages_of(const poppler::document& document) {
  const int count = document.pages();
  if (count < 1) return failure(ErrorKind::permanent, "the PDF has no pages");
  if (count > static_cast<int>(source_limits::pages))
    return failure(ErrorKind::permanent,
                   fmt::format("more than {} pages ({})", source_limits::pages, count));
  std::vector<PdfPage> pages;
  std::size_t text_bytes = 0;
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<poppler::page> source(document.create_page(i));
    if (source == nullptr)
      return failure(ErrorKind::permanent, fmt::format("page {} is damaged", i + 1));
    pages.push_back(page_of(*source));
    for (const PageWord& word : pages.back().words) text_bytes += word.text.size() + 1;
    text_bytes += pages.back().aslant.size();
    if (pages.back().words.size() > source_limits::page_words)
      return failure(ErrorKind::permanent,
                     fmt::format("page {} has more words than a page holds", i + 1));
    if (text_bytes > source_limits::text_bytes)
      return failure(ErrorKind::permanent, "more text than 200 pages hold");
    if (std::chrono::steady_clock::now() - began > source_limits::reading_time)
      return failure(ErrorKind::permanent,
                     fmt::format("the first {} pages take longer to read than {} s: save the PDF "
                                 "anew",
                                 i + 1, source_limits::reading_time.count()));
  }
  return pages;
}

Result<std::vector<PdfPage>> opened(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) return failure(ErrorKind::permanent, "the PDF is damaged");
  if (document->is_locked()) return failure(ErrorKind::permanent, k_locked_fault);
  return pages_of(*document);
}

}  // namespace

Result<std::vector<PdfPage>> pages_of_pdf(std::string_view bytes) {
  be_silent();
  try {
    return opened(bytes);
  } catch (const std::exception&) {  // poppler runs out of memory on some broken files
    return failure(ErrorKind::permanent, "the PDF is damaged");
  }
}

}  // namespace dondoc
