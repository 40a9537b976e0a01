// PDF files that are scans, locked, broken, or made to harm.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/intake/source_pdf_sample.h"
#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

std::string fault(std::string_view bytes) { return fault_of(bytes, SourceFormat::pdf); }

PdfSample with_text() {
  PdfSample pdf;
  pdf.page();
  pdf.lines(85, 100,
            {"Kế hoạch công tác năm 2025 của Ủy ban nhân dân xã", "Báo cáo trước ngày 25/11/2025"});
  return pdf;
}

}  // namespace

TEST_CASE("A scan has no text layer, with and without the line of a signature", "[source]") {
  PdfSample scan;
  scan.page().page().page();
  CHECK_THAT(fault(scan.bytes()), Contains("no text layer"));
  PdfSample page_numbers;
  for (int i = 1; i <= 9; ++i) page_numbers.page().centre(297, 800, std::to_string(i));
  CHECK_THAT(fault(page_numbers.bytes()), Contains("no text layer"));
  PdfSample signature;
  for (int i = 1; i <= 9; ++i) signature.page();
  signature.page().put(300, 60, "Ký bởi: Ủy ban nhân dân xã A, ngày 12/3/2025 08:15", 8);
  CHECK_THAT(fault(signature.bytes()), Contains("no text layer"));
}

TEST_CASE("More than 200 pages are refused, 200 are read", "[source]") {
  PdfSample most;
  for (int i = 0; i < 200; ++i)
    most.page().put(
        85, 100, fmt::format("Trang này là trang thứ {} của kế hoạch, có đủ chữ để đọc được", i));
  CHECK(read(most.bytes(), SourceFormat::pdf).size() == 200);
  most.page().put(85, 100, "Trang cuối");
  CHECK_THAT(fault(most.bytes()), Contains("more than 200 pages (201)"));
}

TEST_CASE("A marking at the head of each page is not lost with the header", "[source]") {
  PdfSample pdf;
  for (int i = 1; i <= 4; ++i) {
    pdf.page().centre(297, 40, "TỐI MẬT").lines(85, 140, {"một", "hai", "ba", "bốn"});
    pdf.put(85, 100,
            fmt::format("Trang thứ {} của một kế hoạch có đủ chữ để đọc được, đây là dòng đầu", i));
  }
  CHECK_THAT(fault(pdf.bytes()), Contains("state secrets"));
}

TEST_CASE("A stamp beside a line of the head, or across it, is a marking", "[source]") {
  PdfSample beside = with_text();
  beside.put(85, 80, "Số: 12/KH-UBND").put(205, 80, "MẬT");
  CHECK_THAT(fault(beside.bytes()), Contains("state secrets"));
  PdfSample across = with_text();
  across.put_turned(700, 90, "TUYỆT MẬT", PdfSample::Running::up);
  CHECK_THAT(fault(across.bytes()), Contains("state secrets"));
}

TEST_CASE("A stretched line about secrets bears no marking", "[source]") {
  PdfSample pdf = with_text();
  pdf.put(85, 150, "Tăng cường công tác bảo vệ bí").put(310, 150, "mật");
  pdf.put(85, 170, "CÔNG TÁC BẢO VỆ BÍ").put(240, 170, "MẬT");
  CHECK(read_source(pdf.bytes(), SourceFormat::pdf).has_value());
}

TEST_CASE("What is no PDF, and what is cut off, is damaged or read as far as it goes", "[source]") {
  CHECK_THAT(fault("%PDF-1.7\nnothing"), Contains("damaged"));
  const std::string good = with_text().bytes();
  for (std::size_t size = 10; size < good.size(); size += 53) {
    const auto document = read_source(std::string_view(good).substr(0, size), SourceFormat::pdf);
    if (!document) CHECK_FALSE(document.error().message.empty());
  }
}

TEST_CASE("A PDF protected by a password is refused as such", "[source]") {
  // A user password nobody knows: 32 bytes that fit no key (ISO 32000-1, 7.6.3).
  const std::string secret(64, 'A');
  const std::string locked = pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"},
      fmt::format("/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{0}> /U <{0}> "
                  ">> /ID [<00> <00>]",
                  secret));
  CHECK_THAT(fault(locked), Contains("password"));
}

TEST_CASE("Pages that contain each other end", "[source]") {
  CHECK_FALSE(fault(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                            "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
                            "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 2 >>"}))
                  .empty());
}

TEST_CASE("A page count out of the air is refused", "[source]") {
  CHECK_THAT(fault(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                           "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>",
                           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"})),
             Contains("pages"));
  CHECK_FALSE(
      fault(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count -5 >>"}))
          .empty());
}

TEST_CASE("A drawing that calls itself ends", "[source]") {
  CHECK_FALSE(fault(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
                            "/Resources << /XObject << /X 4 0 R >> >> >>",
                            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 /Resources "
                            "<< /XObject << /X 4 0 R >> >> >>\nstream\n/X Do\nendstream",
                            "<< /Length 5 >>\nstream\n/X Do\nendstream"}))
                  .empty());
}

TEST_CASE("Thousands of tiny columns or rows on a page are read in no time", "[source]") {
  PdfSample wide;
  wide.page();
  for (int i = 0; i < 2'000; ++i) wide.put(20 + i * 0.11, 100, "a", 0.05);
  CHECK(read_source(wide.bytes(), SourceFormat::pdf).has_value());
  PdfSample high;
  high.page();
  for (int i = 0; i < 1'500; ++i)
    high.put(20, 20 + i * 0.2, "a", 0.1).put(300, 20 + i * 0.2, "b", 0.1);
  CHECK(read_source(high.bytes(), SourceFormat::pdf).has_value());
}

TEST_CASE("A page with more words than a page holds is refused", "[source]") {
  PdfSample pdf;
  pdf.page();
  for (int i = 0; i < 10'100; ++i) pdf.put(20 + i % 90 * 6, 20 + i / 90 * 3, "a", 2);
  CHECK_THAT(fault(pdf.bytes()), Contains("page 1 has more words"));
}
