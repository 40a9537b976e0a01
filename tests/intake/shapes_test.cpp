// The same content in another shape gives the same items: wrapped anywhere, as whole paragraphs, in
// another normal form, with other spaces.

#include <utf8proc.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "intake/language/outline.h"
#include "intake/plan_reading.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

const std::string k_documents = DONDOC_SOURCE_DIR "/tests/intake/documents/";

std::string text_of(const std::string& name) {
  std::ifstream file(k_documents + name + ".txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What a reader of the items would compare, without quotes and lines.
std::vector<std::string> items(const PlanReading& reading) {
  std::vector<std::string> all;
  for (const Deadline& d : reading.deadlines) {
    const StatedDue& due = d.due;
    std::string item = d.who + " | " + d.to + " | ";
    if (due.date) item += due.date->iso();
    item += " " + std::to_string(due.year) + "-" + std::to_string(due.month) + " " +
            std::to_string(static_cast<int>(due.form)) +
            std::to_string(static_cast<int>(due.every)) + " " +
            std::to_string(due.day.value_or(0)) + "/" +
            std::to_string(due.month_of_due.value_or(0));
    all.push_back(item);
  }
  for (const ReadTarget& t : reading.targets) all.push_back(std::to_string(t.value) + t.unit);
  for (const BudgetLine& b : reading.budget) all.push_back(std::to_string(b.amount_vnd));
  all.push_back(reading.head.number + " " + reading.head.issuer + " " + reading.head.title);
  return all;
}

std::string decomposed(const std::string& text) {
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> nfd(
      utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())), &std::free);
  return reinterpret_cast<const char*>(nfd.get());
}

/// Every paragraph complete, as .docx gives it; tables as rows.
SourceDocument whole_paragraphs(const SourceDocument& lines) {
  SourceDocument document;
  std::size_t number = 0;
  for (const auto& paragraph : intake::paragraphs_of(lines)) {
    SourceBlock block;
    block.kind = paragraph.kind == intake::ParagraphKind::table_row ? BlockKind::table_row
                                                                    : BlockKind::paragraph;
    if (block.kind == BlockKind::table_row) {
      block.cells = paragraph.cells;
    } else {
      block.text = paragraph.text;
    }
    block.table = paragraph.table;
    block.line = ++number;
    document.blocks.push_back(std::move(block));
  }
  return document;
}

/// Printed lines of at most `width` letters with a blank line between paragraphs.
SourceDocument wrapped(const SourceDocument& lines, std::size_t width) {
  SourceDocument document;
  std::size_t number = 0;
  const auto put = [&](std::string text) {
    document.blocks.push_back({BlockKind::line, std::move(text), {}, ++number, 0, 0});
  };
  for (const auto& paragraph : intake::paragraphs_of(lines)) {
    if (paragraph.kind == intake::ParagraphKind::table_row) {
      put("| " + paragraph.text + " |");
      continue;
    }
    std::string line;
    for (std::size_t at = 0; at <= paragraph.text.size();) {
      auto space = paragraph.text.find(' ', at);
      if (space == std::string::npos) space = paragraph.text.size();
      const std::string word = paragraph.text.substr(at, space - at);
      if (!line.empty() && line.size() + word.size() > width) {
        put(line);
        line.clear();
      }
      line += (line.empty() ? "" : " ") + word;
      at = space + 1;
    }
    put(line);
    put("");
  }
  return document;
}

}  // namespace

TEST_CASE("a document reads the same however its lines, paragraphs and letters are encoded") {
  for (const char* name : {"tiem-chung-huyen", "phong-chong-thien-tai-tinh", "nam-hoc-so-giao-duc",
                           "cai-cach-hanh-chinh-thong-bao", "chuyen-doi-so-bang-nhiem-vu",
                           "phu-nu-khoi-nghiep", "tong-dieu-tra-nong-nghiep"}) {
    const std::string text = text_of(name);
    const SourceDocument plain = lines_of(text);
    const auto expected = items(read_plan(plain));
    INFO(name);
    REQUIRE(expected.size() > 5);
    SECTION(std::string(name) + " as whole paragraphs") {
      CHECK(items(read_plan(whole_paragraphs(plain))) == expected);
    }
    SECTION(std::string(name) + " wrapped") {
      CHECK(items(read_plan(wrapped(plain, 70))) == expected);
      CHECK(items(read_plan(wrapped(plain, 118))) == expected);
    }
    SECTION(std::string(name) + " in another normal form") {
      SourceDocument raw = plain;
      for (SourceBlock& block : raw.blocks) {
        block.text = decomposed(block.text);
        for (std::string& cell : block.cells) cell = decomposed(cell);
      }
      CHECK(items(read_plan(raw)) == expected);
    }
    SECTION(std::string(name) + " with spaces that do not break") {
      SourceDocument raw = plain;
      for (SourceBlock& block : raw.blocks) {
        for (auto at = block.text.find("ngày "); at != std::string::npos;
             at = block.text.find("ngày ", at + 1))
          block.text.replace(at + std::string("ngày").size(), 1, "\xC2\xA0");
      }
      CHECK(items(read_plan(raw)) == expected);
    }
  }
}

TEST_CASE("a head and a foot laid out as tables with paragraphs in their cells are read") {
  SourceDocument document;
  const auto row = [&](std::vector<std::string> cells, std::size_t table) {
    document.blocks.push_back(
        {BlockKind::table_row, "", std::move(cells), document.blocks.size() + 1, 0, table});
  };
  const auto put = [&](const char* text) {
    document.blocks.push_back({BlockKind::paragraph, text, {}, document.blocks.size() + 1, 0, 0});
  };
  row({"UBND TỈNH AN BÌNH\nSỞ Y TẾ",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"},
      1);
  row({"Số: 18/KH-SYT", "An Bình, ngày 06\ntháng 3 năm 2025"}, 1);  // broken within the date
  put("KẾ HOẠCH");
  put("Phòng, chống sốt xuất huyết năm 2025");
  put("I. NHIỆM VỤ");
  row({"TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"}, 2);
  row({"1", "Diệt lăng quăng đợt 1", "Trung tâm Y tế các huyện", "Tháng 5/2025"}, 2);
  row({"Nơi nhận:\n- Bộ Y tế (b/c);\n- Lưu: VT.", "GIÁM ĐỐC\nTrần Thị Bình"}, 3);
  const PlanReading reading = read_plan(document);
  CHECK(reading.head.issuer == "Sở Y tế tỉnh An Bình");
  CHECK(reading.head.number == "18/KH-SYT");
  CHECK(reading.head.date == LocalDate::of(2025, 3, 6));
  REQUIRE(reading.deadlines.size() == 1);
  CHECK(reading.deadlines[0].who == "Trung tâm Y tế các huyện");
  CHECK(reading.deadlines[0].due.month == 5);
}

TEST_CASE("a name that ends with À or Ó keeps its last letter, of which half was cut") {
  const PlanReading reading = read_plan(lines_of(
      "ỦY BAN NHÂN DÂN TỈNH BÌNH HÀ\nSố: 12/KH-UBND\nBình Hà, ngày 05 tháng 01 năm 2024\n\n"
      "KẾ HOẠCH\n– Công tác phòng, chống dịch ở XÃ LIM LÓ –\n\nI. NHIỆM VỤ\n"));
  CHECK(reading.head.issuer == "Ủy ban nhân dân tỉnh Bình Hà");
  CHECK(reading.head.title == "Công tác phòng, chống dịch ở XÃ LIM LÓ");
}

TEST_CASE("numbers alone in a time column, and a recipient in the notes, were passed over") {
  const auto row_of = [](const std::string& row) {
    return read_plan(lines_of("Số: 5/KH-UBND\nBình An, ngày 10 tháng 01 năm 2025\n\nKẾ HOẠCH\n"
                              "Công tác năm 2025\n\nI. NHIỆM VỤ\n"
                              "| TT | Nội dung | Đơn vị chủ trì | Thời hạn | Ghi chú |\n"
                              "|---|---|---|---|---|\n| 1 | " +
                              row + " |\n"))
        .deadlines;
  };
  const auto month = row_of("Ban hành kế hoạch | Phòng Nội vụ | 02/2025 | ");
  REQUIRE(month.size() == 1);
  CHECK(month[0].due.month == 2);
  const auto stretch = row_of("Tập huấn | Trạm Y tế | 25/3 - 27/3 | ");
  REQUIRE(stretch.size() == 1);
  CHECK(stretch[0].due.date == LocalDate::of(2025, 3, 27));
  CHECK(stretch[0].due.from == "2025-03-25");
  const auto half = row_of("Kiểm tra | Phòng Nội vụ | 6 tháng đầu năm | ");
  REQUIRE(half.size() == 1);
  CHECK(half[0].due.date == LocalDate::of(2025, 6, 30));
  const auto rhythm = row_of("Báo cáo tiến độ | Văn phòng | 25 hằng tháng | ");
  REQUIRE(rhythm.size() == 1);
  CHECK(rhythm[0].due.day == 25);
  const auto noted = row_of("Báo cáo kết quả | Văn phòng | Ngày 20 hằng tháng | Gửi Sở Nội vụ");
  REQUIRE(noted.size() == 1);
  CHECK(noted[0].due.day == 20);
  CHECK(noted[0].to == "Sở Nội vụ");
}

TEST_CASE("what is sent stood before the comma and was cut off") {
  const auto what_of = [](const std::string& item) {
    const PlanReading reading = read_plan(
        lines_of("Số: 5/KH-UBND\nBình An, ngày 10 tháng 01 năm 2025\n\nKẾ HOẠCH\nCông tác\n\n"
                 "I. NHIỆM VỤ\n1. Hội Phụ nữ\n- " +
                 item + "\n"));
    return reading.deadlines.size() == 1 ? reading.deadlines[0].what : std::string();
  };
  CHECK(what_of("Lập danh sách hộ cần chăm lo, gửi về Hội LHPN huyện trước ngày 15/12/2025.") ==
        "Lập danh sách hộ cần chăm lo, gửi về Hội LHPN huyện");
  CHECK(what_of("Rà soát nhu cầu đào tạo, gửi Phòng Nội vụ trước ngày 10/3/2025.") ==
        "Rà soát nhu cầu đào tạo, gửi Phòng Nội vụ");
}

TEST_CASE("what is organised has a verb in its name and began only there") {
  const PlanReading reading = read_plan(
      lines_of("Số: 5/KH-UBND\nBình An, ngày 10 tháng 01 năm 2025\n\nKẾ HOẠCH\nCông tác\n\n"
               "I. NHIỆM VỤ\n1. Hội Phụ nữ\n- Tổ chức điểm trao quà cấp huyện vào ngày 26/3/2025.\n"
               "- Tổ chức họp, báo cáo Ủy ban nhân dân xã trước ngày 10/4/2025.\n"));
  REQUIRE(reading.deadlines.size() == 2);
  CHECK(reading.deadlines[0].what == "Tổ chức điểm trao quà cấp huyện");
  CHECK(reading.deadlines[1].what == "báo cáo Ủy ban nhân dân xã");
}
