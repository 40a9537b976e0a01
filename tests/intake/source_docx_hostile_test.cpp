// .docx files that are broken, or made to harm.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "reports/zip_archive.h"
#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

std::string fault(std::string_view bytes) { return fault_of(bytes, SourceFormat::docx); }

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string fault_of_format(std::string_view name, std::string_view bytes) {
  const auto format = source_format(name, bytes);
  REQUIRE_FALSE(format.has_value());
  return format.error().message;
}

const std::string k_compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

}  // namespace

TEST_CASE("What is no .docx says what it is", "[source]") {
  CHECK_THAT(fault("PK nothing of the kind"), Contains("not a zip file"));
  CHECK_THAT(fault(zip_archive({{"xl/workbook.xml", "<x/>"}})), Contains("Excel"));
  CHECK_THAT(fault(zip_archive({{"mimetype", "application/vnd.oasis.opendocument.text"}})),
             Contains("LibreOffice"));
  CHECK_THAT(fault(zip_archive({{"a.txt", "a"}})), Contains("without a Word document"));
  CHECK_THAT(fault(docx_of_part("<a/>")), Contains("no Word document"));
}

TEST_CASE("A package that names a body it does not have is refused", "[source]") {
  CHECK_THAT(fault(zip_archive({{"_rels/.rels",
                                 "<Relationships><Relationship Type=\"x/officeDocument\" "
                                 "Target=\"word/none.xml\"/></Relationships>"}})),
             Contains("word/none.xml: no Word document"));
}

TEST_CASE("Old and encrypted documents are told to be saved otherwise", "[source]") {
  std::string encrypted = k_compound;
  for (const char c : std::string_view("EncryptedPackage")) encrypted.append({c, '\0'});
  CHECK_THAT(fault_of_format("kh.docx", encrypted), Contains("password"));
  CHECK_THAT(fault_of_format("kh.docx", k_compound + "Word"), Contains("save it as .docx"));
  CHECK_THAT(fault_of_format("kh.doc", k_compound), Contains("save it as .docx"));
  CHECK_THAT(fault_of_format("kh.docx", "{\\rtf1 x}"), Contains("RTF"));
}

TEST_CASE("A name and its content must say the same", "[source]") {
  CHECK(source_format("KH.DOCX", docx(paragraph("a"))).value() == SourceFormat::docx);
  CHECK(source_format("a.txt", "chữ").value() == SourceFormat::text);
  CHECK(source_format("a.b.md", "# chữ").value() == SourceFormat::markdown);
  CHECK(source_format("a.pdf", "\n%PDF-1.4").value() == SourceFormat::pdf);
  CHECK_THAT(fault_of_format("a.pdf", docx(paragraph("a"))), Contains("zip"));
  CHECK_THAT(fault_of_format("a.txt", "%PDF-1.4"), Contains("a PDF"));
  CHECK_THAT(fault_of_format("a.docx", "chữ"), Contains("another format"));
  CHECK_THAT(fault_of_format("a.odt", "x"), Contains("not a .docx"));
  CHECK_THAT(fault_of_format("a.txt", ""), Contains("empty"));
}

TEST_CASE("A part that unpacks to more than a document can be is not unpacked", "[source]") {
  const std::string bomb = docx(paragraph(repeated(" ", 40 * 1024 * 1024)));
  REQUIRE(bomb.size() < 1024 * 1024);
  CHECK_THAT(fault(bomb), Contains("word/document.xml") && Contains("32 MB"));
}

TEST_CASE("Millions of tags are refused before a tree is made of them", "[source]") {
  CHECK_THAT(fault(docx(repeated("<w:p/>", 3'100'000))), Contains("tags"));
}

TEST_CASE("More text than 200 pages hold is refused", "[source]") {
  CHECK_THAT(fault(docx(repeated(paragraph(repeated("chữ ", 1'000)), 1'000))),
             Contains("200 pages"));
}

TEST_CASE("A table of a million cells in a few bytes is refused", "[source]") {
  const std::string row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>" +
                          paragraph("a") + "</w:tc></w:tr>";
  CHECK_THAT(fault(docx("<w:tbl>" + repeated(row, 10'000) + "</w:tbl>")), Contains("tables"));
}

TEST_CASE("One level of a list with a megabyte of text does not become a gigabyte", "[source]") {
  DocxSample sample;
  sample.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\""
      "decimal\"/><w:lvlText w:val=\"" +
      repeated("a", 1'000'000) +
      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
      "</w:num>";
  sample.body = repeated(item("a", 1), 5'000);
  CHECK_THAT(fault(docx(sample)), Contains("200 pages"));
}

TEST_CASE("A footnote referred to a hundred thousand times is read once", "[source]") {
  DocxSample sample;
  sample.body =
      "<w:p>" + repeated("<w:r><w:footnoteReference w:id=\"1\"/></w:r>", 100'000) + "</w:p>";
  sample.footnotes = "<w:footnote w:id=\"1\">" + paragraph("Luật") + "</w:footnote>";
  CHECK(read(docx(sample), SourceFormat::docx).size() == 2);
}

TEST_CASE("Document types, and with them entities, are refused", "[source]") {
  CHECK_THAT(fault(docx_of_part("<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>"
                                "<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>"
                                "</w:document>")),
             Contains("document type"));
}

TEST_CASE("Elements a thousand levels deep are refused", "[source]") {
  CHECK_THAT(fault(docx(repeated("<w:tbl><w:tr><w:tc>", 200) + paragraph("a") +
                        repeated("</w:tc></w:tr></w:tbl>", 200))),
             Contains("levels"));
}

TEST_CASE("Broken XML is named with its part and place", "[source]") {
  CHECK_THAT(fault(docx("<w:p><w:r>")), Contains("word/document.xml") && Contains("byte"));
  CHECK_THAT(fault(docx(paragraph("b\xE1ng"))), Contains("not valid UTF-8"));
}

TEST_CASE("A truncated .docx is damaged", "[source]") {
  const std::string good = docx(paragraph("Kế hoạch công tác năm 2025"));
  for (std::size_t size = 4; size < good.size(); size += 37)
    CHECK_FALSE(
        read_source(std::string_view(good).substr(0, size), SourceFormat::docx).has_value());
}

TEST_CASE("Two parts of one name are refused", "[source]") {
  std::string twice =
      zip_archive({{"word/document.xml", "<w:document/>"}, {"word/documenu.xml", "<w:document/>"}});
  for (auto at = twice.find("documenu"); at != std::string::npos; at = twice.find("documenu", at))
    twice.replace(at, 8, "document");
  CHECK_THAT(fault(twice), Contains("two entries"));
}

TEST_CASE("A zip file of thousands of entries is refused", "[source]") {
  std::vector<ZipMember> members;
  for (int i = 0; i < 5'001; ++i) members.push_back({fmt::format("a{}", i), ""});
  CHECK_THAT(fault(zip_archive(members)), Contains("5000 entries"));
}

TEST_CASE("A document without text is refused", "[source]") {
  CHECK_THAT(fault(docx("")), Contains("no text"));
  CHECK_THAT(fault(docx(paragraph(" \u200B "))), Contains("no text"));
}

TEST_CASE("A file larger than a document can be is not looked at", "[source]") {
  CHECK_THAT(fault(repeated("a", 20 * 1024 * 1024 + 1)), Contains("20 MB"));
}
