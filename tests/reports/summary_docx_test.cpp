#include "reports/summary_docx.h"

#include <catch2/catch.hpp>

#include "tests/reports/office_file.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

constexpr const char* k_in_time = "2023-11-20T09:00";

std::string docx_of(const Plan& p, const std::vector<Assignment>& duties,
                    SmallCounts counts = SmallCounts::hidden,
                    const SummaryRecord* record = nullptr) {
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : duties) pointers.push_back(&a);
  const PlanSummary summary = summarize(p, "2023", pointers, Calendar{}, Zone::viet_nam());
  const Directory units = directory();
  return summary_docx({summary, p, units, record}, counts);
}

std::vector<Assignment> usual_duties() {
  return {
      reported(duty("B20-01", "dt"), k_in_time,
               {count("so_cuoc", 3), count("kinh_phi", 15'000'000),
                words("kho_khan", "Thiếu kinh phí")}),
      reported(duty("B20-02", "bd"), "2023-11-27T09:00", {{"so_cuoc", std::int64_t{1'242}, true}}),
      duty("B20-03", "nb"),
  };
}

std::string text_of(const std::string& docx) {
  return text_in(xml_of(docx, "word/document.xml").document_element());
}

/// The paragraph that says so.
pugi::xml_node paragraph(const pugi::xml_document& document, const std::string& text) {
  for (const auto& found : document.select_nodes("//w:p")) {
    if (text_in(found.node()) == text) return found.node();
  }
  FAIL("no paragraph says: " << text);
  return {};
}

std::string value(pugi::xml_node node, const char* path, const char* attribute = "w:val") {
  return node.select_node(path).node().attribute(attribute).value();
}

/// The cells of a row, by the text of one of them.
std::vector<std::string> row_with(const pugi::xml_document& document, const std::string& text) {
  for (const auto& row : document.select_nodes("//w:tr")) {
    std::vector<std::string> cells;
    for (const auto& cell : row.node().select_nodes("w:tc")) cells.push_back(text_in(cell.node()));
    if (std::find(cells.begin(), cells.end(), text) != cells.end()) return cells;
  }
  return {};
}

}  // namespace

TEST_CASE("the paper is A4 with the margins of the decree, Times New Roman 14", "[docx]") {
  const std::string docx = docx_of(plan(), usual_duties());
  const auto document = xml_of(docx, "word/document.xml");
  const pugi::xml_node section = document.select_node("//w:sectPr").node();
  CHECK(value(section, "w:pgSz", "w:w") == "11906");
  CHECK(value(section, "w:pgSz", "w:h") == "16838");
  CHECK(value(section, "w:pgMar", "w:top") == "1134");     // 20 mm
  CHECK(value(section, "w:pgMar", "w:bottom") == "1134");  // 20 mm
  CHECK(value(section, "w:pgMar", "w:left") == "1701");    // 30 mm
  CHECK(value(section, "w:pgMar", "w:right") == "850");    // 15 mm
  const auto styles = xml_of(docx, "word/styles.xml");
  CHECK(value(styles, "//w:rPrDefault/w:rPr/w:rFonts", "w:ascii") == "Times New Roman");
  CHECK(value(styles, "//w:rPrDefault/w:rPr/w:rFonts", "w:hAnsi") == "Times New Roman");
  CHECK(value(styles, "//w:rPrDefault/w:rPr/w:sz") == "28");
  CHECK(document.select_nodes("//w:rFonts").empty());  // and nothing else anywhere
}

TEST_CASE("page numbers stand centred in the top margin, none on the first page", "[docx]") {
  const std::string docx = docx_of(plan(), usual_duties());
  const auto document = xml_of(docx, "word/document.xml");
  const auto relations = xml_of(docx, "word/_rels/document.xml.rels");
  const auto header = [&](const char* type) {
    const auto id = value(
        document, (std::string("//w:headerReference[@w:type='") + type + "']").c_str(), "r:id");
    return xml_of(
        docx, "word/" + value(relations, ("//Relationship[@Id='" + id + "']").c_str(), "Target"));
  };
  CHECK_THAT(header("default").select_node("//w:instrText").node().text().get(), Contains("PAGE"));
  CHECK(value(header("default"), "//w:jc") == "center");
  CHECK(header("first").select_nodes("//w:r").empty());
  CHECK(document.select_nodes("//w:sectPr/w:titlePg").size() ==
        document.select_nodes("//w:sectPr").size());
}

TEST_CASE("the parts of the report stand in the order of the form", "[docx]") {
  const std::string text = text_of(docx_of(plan(), usual_duties()));
  std::size_t from = 0;
  for (const char* part : {"HỘI LHPN THÀNH PHỐ HỒ CHÍ MINH",
                           "HỘI LHPN HUYỆN HÓC MÔN",
                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                           "Độc lập - Tự do - Hạnh phúc",
                           "Số: ………/BC-BTV",
                           "DỰ THẢO",
                           "…………, ngày …… tháng …… năm ………",
                           "BÁO CÁO",
                           "Kết quả thực hiện Kế hoạch 148/KH-BTV ngày 25/5/2023, năm 2023",
                           "Kính gửi: Hội LHPN Thành phố Hồ Chí Minh",
                           "Căn cứ Kế hoạch 148/KH-BTV ngày 25/5/2023 của Hội LHPN huyện Hóc Môn",
                           "I. TÌNH HÌNH BÁO CÁO",
                           "II. KẾT QUẢ THỰC HIỆN",
                           "III. KHÓ KHĂN, VƯỚNG MẮC",
                           "IV. KIẾN NGHỊ",
                           "./.",
                           "Nơi nhận:",
                           "- Như trên;",
                           "- Lưu: VT.",
                           "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",
                           "Phụ lục",
                           "SỐ LIỆU THEO ĐƠN VỊ"}) {
    CAPTURE(part);
    const auto at = text.find(part, from);
    REQUIRE(at != std::string::npos);
    from = at;
  }
}

TEST_CASE("letters are as the decree wants each part", "[docx]") {
  struct Case {
    const char* text;
    const char* points_twice;
    bool bold;
    bool italic;
    const char* align;
  };
  const auto c = GENERATE(values<Case>({
      {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "24", true, false, "center"},
      {"Độc lập - Tự do - Hạnh phúc", "26", true, false, "center"},
      {"HỘI LHPN THÀNH PHỐ HỒ CHÍ MINH", "24", false, false, "center"},
      {"HỘI LHPN HUYỆN HÓC MÔN", "24", true, false, "center"},
      {"Số: ………/BC-BTV", "26", false, false, "center"},
      {"…………, ngày …… tháng …… năm ………", "26", false, true, "center"},
      {"BÁO CÁO", "28", true, false, "center"},
      {"Hội LHPN huyện Hóc Môn báo cáo kết quả thực hiện năm 2023 như sau:", "28", false, false,
       "both"},
      {"QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "28", true, false, "center"},
      {"Nơi nhận:", "24", true, true, "left"},
      {"- Lưu: VT.", "22", false, false, "left"},
  }));
  CAPTURE(c.text);
  const auto document = xml_of(docx_of(plan(), usual_duties()), "word/document.xml");
  const pugi::xml_node found = paragraph(document, c.text);
  CHECK(value(found, "w:r/w:rPr/w:sz") == c.points_twice);
  CHECK(found.select_nodes("w:r/w:rPr/w:b").empty() == !c.bold);
  CHECK(found.select_nodes("w:r/w:rPr/w:i").empty() == !c.italic);
  CHECK(value(found, "w:pPr/w:jc") == c.align);
}

TEST_CASE("the basis is in italics, the text justified with an indented first line", "[docx]") {
  const auto document = xml_of(docx_of(plan(), usual_duties()), "word/document.xml");
  const pugi::xml_node basis =
      paragraph(document,
                "Căn cứ Kế hoạch 148/KH-BTV ngày 25/5/2023 của Hội LHPN huyện Hóc Môn “Triển khai "
                "Đề án phòng, chống ma túy năm 2023”.");
  CHECK_FALSE(basis.select_nodes("w:r/w:rPr/w:i").empty());
  CHECK(value(basis, "w:pPr/w:ind", "w:firstLine") == "720");  // 1.27 cm
  const pugi::xml_node item = paragraph(document, "- Số đơn vị phải báo cáo: 03 đơn vị.");
  CHECK(value(item, "w:pPr/w:jc") == "both");
  CHECK(value(item, "w:pPr/w:ind", "w:firstLine") == "720");
  CHECK(std::stoi(value(item, "w:pPr/w:spacing", "w:before")) >= 120);  // 6 points
}

TEST_CASE("rules stand under the motto, the issuing body and the subject", "[docx]") {
  const auto document = xml_of(docx_of(plan(), usual_duties()), "word/document.xml");
  const auto is_followed_by_rule = [&](const char* text) {
    return !paragraph(document, text)
                .next_sibling("w:p")
                .select_nodes("w:pPr/w:pBdr/w:top")
                .empty();
  };
  CHECK(is_followed_by_rule("Độc lập - Tự do - Hạnh phúc"));
  CHECK(is_followed_by_rule("HỘI LHPN HUYỆN HÓC MÔN"));
  CHECK(is_followed_by_rule("Kết quả thực hiện Kế hoạch 148/KH-BTV ngày 25/5/2023, năm 2023"));
}

TEST_CASE("unions and Party bodies have their own head in the .docx", "[docx]") {
  Plan p = plan();
  p.layout = "youth_union";
  p.number = "29-HD/TWĐTN-VP";
  CHECK_THAT(text_of(docx_of(p, {})), Contains("ĐOÀN TNCS HỒ CHÍ MINH") && Contains("***") &&
                                          Contains("Số: ………-BC/TWĐTN-VP") &&
                                          !Contains("CỘNG HÒA") && !Contains("Độc lập"));
  p.layout = "party";
  p.number = "12-KH/HU";
  CHECK_THAT(text_of(docx_of(p, {})), Contains("ĐẢNG CỘNG SẢN VIỆT NAM") &&
                                          Contains("Số: ………-BC/HU") && !Contains("CỘNG HÒA"));
}

TEST_CASE("the annex has a row a unit, the totals by rule and the units counted", "[docx]") {
  const auto document = xml_of(docx_of(plan(), usual_duties()), "word/document.xml");
  using Cells = std::vector<std::string>;
  CHECK(row_with(document, "Đơn vị") == Cells{"TT", "Đơn vị", "Tình hình báo cáo",
                                              "Số cuộc tuyên truyền",
                                              "Kinh phí đã sử dụng (đồng)"});
  CHECK(row_with(document, "Hội LHPN xã Đông Thạnh") ==
        Cells{"1", "Hội LHPN xã Đông Thạnh", "Đã báo cáo", "3", "15.000.000"});
  CHECK(row_with(document, "Hội LHPN xã Bà Điểm") ==
        Cells{"2", "Hội LHPN xã Bà Điểm", "Đã báo cáo; trễ hạn", "1.242 (ước)", ""});
  CHECK(row_with(document, "Hội LHPN xã Nhị Bình") ==
        Cells{"3", "Hội LHPN xã Nhị Bình", "Chưa báo cáo", "", ""});
  CHECK(row_with(document, "Tổng hợp") == Cells{"Tổng hợp", "1.245", "15.000.000"});
  CHECK(row_with(document, "Số đơn vị có số liệu / phải báo cáo") ==
        Cells{"Số đơn vị có số liệu / phải báo cáo", "2/3", "1/3"});
}

TEST_CASE("a wide annex lies across, on a section of its own", "[docx]") {
  Plan p = plan();
  for (const char* id : {"a", "b", "c"})
    p.forms.front().fields.push_back(field(id, id, FieldType::count, Aggregate::sum));
  const auto document = xml_of(docx_of(p, usual_duties()), "word/document.xml");
  const auto sections = document.select_nodes("//w:sectPr");
  REQUIRE(sections.size() == 2);
  CHECK(value(sections[0].node(), "w:pgSz", "w:orient").empty());
  CHECK(value(sections[1].node(), "w:pgSz", "w:orient") == "landscape");
  CHECK(value(sections[1].node(), "w:pgSz", "w:w") == "16838");
}

TEST_CASE("small counts of persons are in no file below lead level, nor can be worked out",
          "[docx]") {
  Plan p = plan();
  p.forms.front().fields = {field("so_nguoi", "Số người", FieldType::count, Aggregate::sum)};
  p.forms.front().fields.front().persons = true;
  const std::vector<Assignment> duties = {
      reported(duty("B20-01", "dt"), k_in_time, {count("so_nguoi", 2)}),
      reported(duty("B20-02", "bd"), k_in_time, {count("so_nguoi", 40)}),
      reported(duty("B20-03", "nb"), k_in_time, {count("so_nguoi", 9)})};
  const auto hidden = xml_of(docx_of(p, duties), "word/document.xml");
  CHECK(row_with(hidden, "Hội LHPN xã Đông Thạnh").back() == "(*)");
  CHECK(row_with(hidden, "Hội LHPN xã Bà Điểm").back() == "40");
  CHECK(row_with(hidden, "Hội LHPN xã Nhị Bình").back() == "(*)");  // else 51 - 40 - 9 = 2
  CHECK(row_with(hidden, "Tổng hợp").back() == "51");
  const auto shown = xml_of(docx_of(p, duties, SmallCounts::shown), "word/document.xml");
  CHECK(row_with(shown, "Hội LHPN xã Đông Thạnh").back() == "2");
}

TEST_CASE("words of people are text in the .docx, whatever they hold", "[docx]") {
  SummaryRecord record;
  record.text = "<w:b/> & \"a\"\x01\x02 end";
  CHECK_THAT(text_of(docx_of(plan(), {}, SmallCounts::hidden, &record)),
             Contains("<w:b/> & \"a\" end"));
}

TEST_CASE("equal summaries give equal bytes", "[docx]") {
  CHECK(docx_of(plan(), usual_duties()) == docx_of(plan(), usual_duties()));
}
