// Which files are taken: by content as well as by name.
#include "engine/attachment/attachment.h"

#include <catch2/catch.hpp>

#include "engine/attachment/archive_names.h"
#include "engine/limits.h"
#include "tests/support/sample_files.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

std::string seen(std::string_view name, std::string_view content) {
  const auto kind = recognised(name, content);
  return std::string(kind ? name_of(*kind) : name_of(kind.error()));
}

}  // namespace

TEST_CASE("the kinds an office sends are recognised by their content", "[attachment]") {
  CHECK(seen("Báo cáo.pdf", pdf_file()) == "pdf");
  CHECK(seen("Báo cáo.PDF", "\xef\xbb\xbf" + pdf_file()) == "pdf");
  CHECK(seen("bao cao.docx", docx_file()) == "docx");
  CHECK(seen("so lieu.xlsx", xlsx_file()) == "xlsx");
  CHECK(seen("bao cao.doc", compound_file("WordDocument")) == "doc");
  CHECK(seen("so lieu.xls", compound_file("Workbook")) == "xls");
  CHECK(seen("anh.jpg", jpg_file()) == "jpg");
  CHECK(seen("anh.JPEG", jpg_file()) == "jpg");
  CHECK(seen("anh.png", png_file()) == "png");
  CHECK(seen("", jpg_file()) == "jpg");        // a photo has no name
  CHECK(seen("báo cáo", pdf_file()) == "pdf");  // nor an ending, at times
}

TEST_CASE("a file that is not what its name says is not taken", "[attachment]") {
  CHECK(seen("bao cao.pdf", docx_file()) == "other_content");
  CHECK(seen("anh.jpg", "<html>hello</html>") == "other_content");
  CHECK(seen("bao cao.docx", zip_file({"tro choi.exe"})) == "other_content");
  CHECK(seen("bao cao.docx", compound_file("EncryptedPackage")) == "other_content");
  CHECK(seen("bao cao.pdf", "") == "empty");
}

TEST_CASE("other kinds are not taken", "[attachment]") {
  CHECK(seen("tro choi.exe", "MZ") == "other_kind");
  CHECK(seen("ghi am.mp3", "ID3") == "other_kind");
  CHECK(seen("tep.zip", zip_file({"a.txt"})) == "other_kind");
  CHECK(seen("", "just words") == "other_kind");
}

TEST_CASE("a document that carries a program is not taken", "[attachment]") {
  CHECK(seen("bao cao.docm", docx_file()) == "macros");
  CHECK(seen("bao cao.docx", zip_file({"word/document.xml", "word/vbaProject.bin"})) == "macros");
  CHECK(seen("so lieu.xls", compound_file("Workbook") + compound_file("VBA")) == "macros");
}

TEST_CASE("what is too large is known before it is fetched", "[attachment]") {
  const auto most = static_cast<std::int64_t>(limits::attachment_bytes);
  CHECK_FALSE(fault_of_offer("a.pdf", most).has_value());
  CHECK(fault_of_offer("a.pdf", most + 1) == AttachmentFault::too_large);
  CHECK(fault_of_offer("a.exe", 1) == AttachmentFault::other_kind);
  CHECK_FALSE(fault_of_offer("", 0).has_value());
}

TEST_CASE("an archive cut anywhere is no document and does no harm", "[attachment]") {
  const std::string whole = docx_file();
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_FALSE(recognised("a.docx", std::string_view(whole).substr(0, length)).has_value());
  std::string lies = whole;
  lies[lies.size() - 6] = '\x7f';  // where the list begins
  CHECK(archive_names(lies).empty());
}

TEST_CASE("a digest is SHA-256 in hexadecimal", "[attachment]") {
  CHECK(digest_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(is_digest(digest_of("")));
  CHECK_FALSE(is_digest("abc"));
}
