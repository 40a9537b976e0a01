// What a .docx says, as a reader of it sees it.
#include <catch2/catch.hpp>

#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

Lines lines_of(std::string_view body) { return read(docx(body), SourceFormat::docx); }

std::string run(std::string_view inside) { return "<w:r>" + std::string(inside) + "</w:r>"; }
std::string text_run(std::string_view text) {
  return run("<w:t xml:space=\"preserve\">" + std::string(text) + "</w:t>");
}
std::string whole(std::string_view runs) { return "<w:p>" + std::string(runs) + "</w:p>"; }

}  // namespace

TEST_CASE("Paragraphs of a .docx are whole, empty ones are left out", "[source]") {
  CHECK(lines_of(paragraph("KẾ HOẠCH") + paragraph("") + paragraph("  Thực hiện  Chỉ thị ")) ==
        Lines{"paragraph KẾ HOẠCH", "paragraph Thực hiện Chỉ thị"});
}

TEST_CASE("Runs are put together as they stand, tabs are spaces, hyphens are hyphens", "[source]") {
  CHECK(lines_of(paragraph("I. MỤC ĐÍCH") +
                 whole(text_run("a)") + run("<w:tab/>") + text_run("trước") + text_run(" ngày ") +
                       text_run("25") + run("<w:noBreakHyphen/>") + text_run("11"))) ==
        Lines{"paragraph I. MỤC ĐÍCH", "paragraph a) trước ngày 25-11"});
}

TEST_CASE("A paragraph that its author broke by hand is lines", "[source]") {
  CHECK(lines_of(whole(text_run("KẾ HOẠCH") + run("<w:br/>") + text_run("Tuyên truyền phòng cháy") +
                       run("<w:br/>") + text_run("năm 2025")) +
                 paragraph("Căn cứ Luật")) == Lines{"line KẾ HOẠCH", "line Tuyên truyền phòng cháy",
                                                    "line năm 2025", "line",
                                                    "paragraph Căn cứ Luật"});
}

TEST_CASE("What was deleted is gone, what was inserted is there", "[source]") {
  CHECK(lines_of(whole(text_run("trước ngày ") +
                       "<w:del w:id=\"1\"><w:r><w:delText>20/11</w:delText></w:r></w:del>"
                       "<w:moveFrom w:id=\"2\"><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
                       "<w:ins w:id=\"3\"><w:r><w:t>25/11</w:t></w:r></w:ins>")) ==
        Lines{"paragraph trước ngày 25/11"});
}

TEST_CASE("A paragraph whose end was deleted goes on in the next", "[source]") {
  CHECK(lines_of(paragraph("Gửi báo cáo về ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") +
                 paragraph("Phòng Nội vụ")) == Lines{"paragraph Gửi báo cáo về Phòng Nội vụ"});
}

TEST_CASE("A deleted row of a table is gone", "[source]") {
  const std::string deleted = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + paragraph("cũ") +
                              "</w:tc><w:tc>" + paragraph("cũ") + "</w:tc></w:tr>";
  std::string xml = table({{"1", "mới"}});
  xml.insert(xml.find("</w:tbl>"), deleted);
  CHECK(lines_of(xml) == Lines{"row [1] [mới]"});
}

TEST_CASE("Links, content boxes, old smart tags and formulas are text", "[source]") {
  CHECK(lines_of(whole("<w:hyperlink>" + text_run("UBND xã") +
                       "</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val=\"Ngày\"/></w:sdtPr>"
                       "<w:sdtContent>" +
                       text_run(" trước ngày") + "</w:sdtContent></w:sdt><w:smartTag>" +
                       text_run(" 25/11") + "</w:smartTag>" +
                       "<m:oMath><m:r><m:t> 80%</m:t></m:r></m:oMath>")) ==
        Lines{"paragraph UBND xã trước ngày 25/11 80%"});
  CHECK(lines_of("<w:sdt><w:sdtContent>" + paragraph("trong hộp") + "</w:sdtContent></w:sdt>") ==
        Lines{"paragraph trong hộp"});
}

TEST_CASE("Letters that are shown as capitals are capitals", "[source]") {
  CHECK(lines_of(whole(run("<w:rPr><w:caps/></w:rPr><w:t>Kế hoạch đường thủy</w:t>") +
                       run("<w:rPr><w:caps w:val=\"false\"/></w:rPr><w:t> năm</w:t>"))) ==
        Lines{"paragraph KẾ HOẠCH ĐƯỜNG THỦY năm"});
}

TEST_CASE("Hidden text is not read, and not hidden text with the mark switched off is",
          "[source]") {
  CHECK(lines_of(whole(run("<w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t>") +
                       run("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>hiện</w:t>"))) ==
        Lines{"paragraph hiện"});
}

TEST_CASE("Of fields the result is read, page numbers and tables of contents are not", "[source]") {
  const auto field = [](std::string_view instruction, std::string_view result) {
    return run("<w:fldChar w:fldCharType=\"begin\"/>") +
           run("<w:instrText> " + std::string(instruction) + " </w:instrText>") +
           run("<w:fldChar w:fldCharType=\"separate\"/>") + text_run(result) +
           run("<w:fldChar w:fldCharType=\"end\"/>");
  };
  CHECK(lines_of(whole(text_run("Số: ") + field("MERGEFIELD so", "45/KH") + text_run(" trang ") +
                       field("PAGE \\* MERGEFORMAT", "3") + "<w:fldSimple w:instr=\" NUMPAGES \">" +
                       text_run("9") + "</w:fldSimple>")) == Lines{"paragraph Số: 45/KH trang"});
  // A table of contents goes over many paragraphs.
  CHECK(lines_of(whole(run("<w:fldChar w:fldCharType=\"begin\"/>") +
                       run("<w:instrText>TOC \\o</w:instrText>") +
                       run("<w:fldChar w:fldCharType=\"separate\"/>") + text_run("I. Mục đích 1")) +
                 whole(text_run("II. Nhiệm vụ 2") + run("<w:fldChar w:fldCharType=\"end\"/>")) +
                 paragraph("I. Mục đích")) == Lines{"paragraph I. Mục đích"});
}

TEST_CASE("A table of contents that never ends does not hide the document", "[source]") {
  CHECK(lines_of(whole(run("<w:fldChar w:fldCharType=\"begin\"/>") +
                       run("<w:instrText>TOC</w:instrText>") +
                       run("<w:fldChar w:fldCharType=\"separate\"/>")) +
                 paragraph("Báo cáo trước ngày 25/11")) ==
        Lines{"paragraph Báo cáo trước ngày 25/11"});
}

TEST_CASE("Cells are joined by paragraphs; merged ones stand in their first place", "[source]") {
  CHECK(lines_of("<w:tbl>"
                 "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" +
                 paragraph("Nội dung") + "</w:tc><w:tc>" + paragraph("Thời gian") +
                 "</w:tc></w:tr>"
                 "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" +
                 paragraph("Sở Nội vụ") + "</w:tc><w:tc>" + paragraph("Kế hoạch") +
                 paragraph("Báo cáo") + "</w:tc><w:tc>" + paragraph("Quý I") +
                 "</w:tc></w:tr>"
                 "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" +
                 paragraph("") + "</w:tc><w:tc>" + paragraph("Tổng kết") + "</w:tc><w:tc>" +
                 paragraph("Quý IV") + "</w:tc></w:tr></w:tbl>") ==
        Lines{"row [Nội dung] [] [Thời gian]", "row [Sở Nội vụ] [Kế hoạch⏎Báo cáo] [Quý I]",
              "row [] [Tổng kết] [Quý IV]"});
}

TEST_CASE("A table in a cell comes behind the row, with a number of its own", "[source]") {
  const std::string inner = table({{"a", "b"}});
  const auto document =
      read_source(docx("<w:tbl><w:tr><w:tc>" + paragraph("ngoài") + inner + "</w:tc><w:tc>" +
                       paragraph("phải") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("dưới") +
                       "</w:tc><w:tc>" + paragraph("") + "</w:tc></w:tr></w:tbl>"),
                  SourceFormat::docx);
  REQUIRE(document.has_value());
  CHECK(described(*document) == Lines{"row [ngoài] [phải]", "row [a] [b]", "row [dưới] []"});
  CHECK(document->blocks[0].table == 1);
  CHECK(document->blocks[1].table == 2);
  CHECK(document->blocks[2].table == 1);
}

TEST_CASE("A frame of one cell is no table", "[source]") {
  CHECK(lines_of("<w:tbl><w:tr><w:tc>" + paragraph("KẾ HOẠCH") + table({{"1", "Họp"}}) +
                 "</w:tc></w:tr></w:tbl>") == Lines{"paragraph KẾ HOẠCH", "row [1] [Họp]"});
}

TEST_CASE("A head without a table, by tabs, is a row all the same", "[source]") {
  const auto two = [](std::string_view left, std::string_view right) {
    return whole(text_run(left) + run("<w:tab/>") + run("<w:tab/>") + text_run(right));
  };
  const auto document =
      read_source(docx(two("UBND XÃ TÂN PHÚ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") +
                       two("Số: 45/KH-UBND", "Tân Phú, ngày 12 tháng 3 năm 2025") +
                       paragraph("KẾ HOẠCH") + two("1.", "Mục đích")),
                  SourceFormat::docx);
  REQUIRE(document.has_value());
  CHECK(described(*document) == Lines{"row [UBND XÃ TÂN PHÚ] [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]",
                                      "row [Số: 45/KH-UBND] [Tân Phú, ngày 12 tháng 3 năm 2025]",
                                      "paragraph KẾ HOẠCH", "paragraph 1. Mục đích"});
  CHECK(document->blocks[0].table == document->blocks[1].table);
  CHECK(document->blocks[3].line == 4);
}

TEST_CASE("Text boxes are read once, behind the paragraph they hang on", "[source]") {
  const std::string box = "<w:txbxContent>" + paragraph("Số trang: 2") + "</w:txbxContent>";
  CHECK(lines_of(whole(
            text_run("Kính gửi") +
            run("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box +
                "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" + "<v:textbox>" + box +
                "</v:textbox></w:pict></mc:Fallback>" + "</mc:AlternateContent>"))) ==
        Lines{"paragraph Kính gửi", "paragraph Số trang: 2"});
}

TEST_CASE("Footnotes and endnotes come last, with the marks that stand in the text", "[source]") {
  DocxSample sample;
  sample.body = whole(text_run("Đề án 06") + run("<w:footnoteReference w:id=\"7\"/>") +
                      text_run(" và Kế hoạch 12") + run("<w:endnoteReference w:id=\"2\"/>") +
                      run("<w:footnoteReference w:id=\"9\"/>"));
  sample.footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("") +
                     "</w:footnote><w:footnote w:id=\"9\">" + paragraph("Hai") +
                     "</w:footnote><w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r>" +
                     text_run(" Quyết định") + "</w:p></w:footnote>";
  sample.endnotes = "<w:endnote w:id=\"2\">" + paragraph("Cuối") + "</w:endnote>";
  CHECK(read(docx(sample), SourceFormat::docx) ==
        Lines{"paragraph Đề án 06[1] và Kế hoạch 12[i][2]", "footnote [1] Quyết định",
              "footnote [i] Cuối", "footnote [2] Hai"});
}

TEST_CASE("Headers and footers are no part of the text", "[source]") {
  DocxSample sample;
  sample.body = paragraph("KẾ HOẠCH");
  sample.header = paragraph("Ban hành kèm theo Quyết định số 5");
  CHECK(read(docx(sample), SourceFormat::docx) == Lines{"paragraph KẾ HOẠCH"});
}

TEST_CASE("Names of another prefix and of the strict standard are the same names", "[source]") {
  CHECK(read(docx_of_part("<ns0:document xmlns:ns0=\"http://purl.oclc.org/ooxml/wordprocessingml/"
                          "main\"><ns0:body><ns0:p><ns0:r><ns0:t>Họp giao ban</ns0:t></ns0:r>"
                          "</ns0:p></ns0:body></ns0:document>"),
             SourceFormat::docx) == Lines{"paragraph Họp giao ban"});
}

TEST_CASE("Legacy fonts in a .docx are read as they were meant", "[source]") {
  const auto document =
      read_source(docx(paragraph("Céng hßa x· héi chñ nghÜa ViÖt Nam") +
                       paragraph("§éc lËp - Tù do - H¹nh phóc") + paragraph("KÕ ho¹ch c«ng t¸c") +
                       paragraph("Hội đồng nhân dân và các xã") + paragraph("Hé")),
                  SourceFormat::docx);
  REQUIRE(document.has_value());
  CHECK(described(*document) == Lines{"paragraph Cộng hòa xã hội chủ nghĩa Việt Nam",
                                      "paragraph Độc lập - Tự do - Hạnh phúc",
                                      "paragraph Kế hoạch công tác",
                                      "paragraph Hội đồng nhân dân và các xã", "paragraph Hé"});
  CHECK(document->encoding == "TCVN3 (ABC)");
}
