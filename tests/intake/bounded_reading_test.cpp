// Documents read in a process of their own: the same document comes out, and a file made to harm
// ends with that process.
#include "app/bounded_reading.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

#include "intake/source/document_bytes.h"
#include "tests/intake/source_pdf_sample.h"
#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

const std::string k_program = DONDOC_PROGRAM;

bool has_child() { return waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD; }

std::ptrdiff_t open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

std::string pdf_with_table() {
  PdfSample pdf;
  pdf.page();
  pdf.centre(297, 60, "KẾ HOẠCH")
      .lines(
          85, 100,
          {"Công tác năm 2025 của Ủy ban nhân dân xã Bình An", "Báo cáo trước ngày 25/11/2025."});
  return pdf.bytes();
}

std::string docx_with_everything() {
  DocxSample sample;
  sample.body = paragraph("KẾ HOẠCH") + item("Báo cáo trước ngày 25/11/2025", 1) +
                table({{"TT", "Nội dung"}, {"1", "Tổng kết"}});
  return docx(sample);
}

/// A page that draws `drawn` ten times ten times …, as often as there are levels.
std::string drawing_itself(int levels, std::string_view drawn) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject "
      "<< /X 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> "
      ">>",
      "<< /Length 5 >>\nstream\n/X Do\nendstream"};
  for (int i = 0; i < levels; ++i) {
    std::string text;
    for (int n = 0; n < 10; ++n) text += i + 1 < levels ? "/X Do " : drawn;
    objects.push_back(
        fmt::format("<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Length {} /Resources << "
                    "/XObject << /X {} 0 R >> /Font << /F << /Type /Font /Subtype /Type1 "
                    "/BaseFont /Times-Roman >> >> >> >>\nstream\n{}\nendstream",
                    text.size(), 6 + i, text));
  }
  return pdf_of(objects);
}

UnreadSource fault(std::string_view bytes, SourceFormat format, const ReadingBounds& bounds = {},
                   const std::string& program = k_program) {
  const auto document = read_source_bounded(bytes, format, program, bounds);
  REQUIRE_FALSE(document.has_value());
  CHECK_FALSE(document.error().error.message.empty());
  return document.error();
}

}  // namespace

TEST_CASE("a document is the same from a process of its own", "[bounded]") {
  const std::pair<std::string, SourceFormat> k_documents[] = {
      {docx_with_everything(), SourceFormat::docx},
      {pdf_with_table(), SourceFormat::pdf},
      {"KẾ HOẠCH\n\nBáo cáo trước ngày 25/11/2025\n", SourceFormat::text},
      {"# KẾ HOẠCH\n\n| TT | Nội dung |\n|---|---|\n| 1 | Tổng kết |\n", SourceFormat::markdown}};
  for (const auto& [bytes, format] : k_documents) {
    const auto here = read_source(bytes, format);
    const auto there = read_source_bounded(bytes, format, k_program);
    REQUIRE(here.has_value());
    INFO((there ? std::string() : there.error().error.message));
    REQUIRE(there.has_value());
    CHECK(document_to_bytes(*there) == document_to_bytes(*here));
  }
  CHECK_FALSE(has_child());
}

TEST_CASE("what cannot be read is told as the reader tells it, in kinds for pages", "[bounded]") {
  PdfSample scan;
  scan.page().page();
  CHECK(fault(scan.bytes(), SourceFormat::pdf).fault == ReadingFault::no_text_layer);
  CHECK(fault(docx(paragraph("TỐI MẬT") + paragraph("Kế hoạch")), SourceFormat::docx).fault ==
        ReadingFault::secret_marking);
  const UnreadSource broken = fault("PK\x03\x04 nothing", SourceFormat::docx);
  CHECK(broken.fault == ReadingFault::unreadable);
  CHECK_THAT(broken.error.message, Contains("zip"));
  const auto old = read_source_bounded("ke-hoach.doc", "\xD0\xCF\x11\xE0", k_program);
  REQUIRE_FALSE(old.has_value());
  CHECK(old.error().fault == ReadingFault::old_word);
  const std::string large(21 * 1024 * 1024, 'a');
  CHECK_THAT(fault(large, SourceFormat::text).error.message, Contains("larger than 20 MB"));
}

TEST_CASE("a page that draws itself without end is given up, and nothing is left", "[bounded]") {
  const std::string endless = drawing_itself(12, "0 0 m 9 9 l S ");
  const auto before = open_descriptors();
  ReadingBounds one_second;
  one_second.processor = std::chrono::seconds(1);
  CHECK(fault(endless, SourceFormat::pdf, one_second).fault == ReadingFault::too_costly);
  ReadingBounds hasty;
  hasty.altogether = std::chrono::milliseconds(200);
  const auto began = std::chrono::steady_clock::now();
  CHECK(fault(endless, SourceFormat::pdf, hasty).fault == ReadingFault::too_costly);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(10));
  CHECK_FALSE(has_child());
  CHECK(open_descriptors() == before);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a document that takes more memory than it may have is given up", "[bounded]") {
  ReadingBounds little;
  little.memory_bytes = std::size_t{60} << 20;
  CHECK(read_source_bounded("một", SourceFormat::text, k_program, little).has_value());
  const std::string text(19 * 1024 * 1024, 'a');
  const UnreadSource plain = fault(text, SourceFormat::text, little);
  CHECK(plain.fault == ReadingFault::too_costly);
  CHECK_THAT(plain.error.message, Contains("60 MB of memory"));
  // Poppler throws or ends the process, as it happens.
  const std::string words = drawing_itself(7, "BT /F 12 Tf 1 0 0 1 9 9 Tm (abc) Tj ET ");
  CHECK(fault(words, SourceFormat::pdf, little).error.kind == ErrorKind::permanent);
  CHECK_FALSE(has_child());
}
#endif

TEST_CASE("a reader that answers nothing, nonsense or without end is no reader", "[bounded]") {
  CHECK(fault("a", SourceFormat::text, {}, "/bin/true").fault == ReadingFault::died);
  CHECK(fault("a", SourceFormat::text, {}, "/bin/echo").fault == ReadingFault::died);
  CHECK(fault("a", SourceFormat::text, {}, "/usr/bin/yes").fault == ReadingFault::too_costly);
  const UnreadSource none = fault("a", SourceFormat::text, {}, "/nowhere/dondoc");
  CHECK(none.fault == ReadingFault::unavailable);
  CHECK(none.error.kind == ErrorKind::transient);
  CHECK_FALSE(has_child());
}

TEST_CASE("documents are read from many threads at once", "[bounded]") {
  const std::string bytes = docx_with_everything();
  const std::string expected = document_to_bytes(*read_source(bytes, SourceFormat::docx));
  std::vector<std::string> got(8);
  std::vector<std::thread> threads;
  for (std::string& one : got)
    threads.emplace_back([&] {
      const auto document = read_source_bounded(bytes, SourceFormat::docx, k_program);
      if (document) one = document_to_bytes(*document);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : got) CHECK(one == expected);
  CHECK_FALSE(has_child());
}

TEST_CASE("a document as bytes that is cut off, longer or out of measure is refused", "[bounded]") {
  const std::string bytes =
      document_to_bytes(*read_source(docx_with_everything(), SourceFormat::docx));
  REQUIRE(document_from_bytes(bytes).has_value());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(document_from_bytes(std::string_view(bytes).substr(0, size)).has_value());
  CHECK_FALSE(document_from_bytes(bytes + "a").has_value());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string other = bytes;
    other[at] = '\xff';
    const auto document = document_from_bytes(other);  // an error or another document, no crash
    if (document) CHECK(document_to_bytes(*document) == other);
  }
}
