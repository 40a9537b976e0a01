// What a PDF says, read as a person reads the page.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/intake/source_pdf_sample.h"
#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

Lines lines_of(const PdfSample& sample) { return read(sample.bytes(), SourceFormat::pdf); }

SourceDocument document_of(const PdfSample& sample) {
  auto document = read_source(sample.bytes(), SourceFormat::pdf);
  REQUIRE(document.has_value());
  return *std::move(document);
}

/// The head of a plan; what comes below it stands at 190.
void put_head(PdfSample& pdf) {
  pdf.centre(160, 80, "UBND HUYỆN A").centre(410, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
  pdf.centre(160, 97, "PHÒNG NỘI VỤ").centre(410, 97, "Độc lập - Tự do - Hạnh phúc");
  pdf.centre(160, 130, "Số: 45/KH-PNV").centre(410, 130, "Huyện A, ngày 12 tháng 3 năm 2025", 13);
  pdf.centre(297, 170, "KẾ HOẠCH");
}

/// Body of one page: four lines that reach the margin, and a short one.
double put_paragraph(PdfSample& pdf, double down, int number = 1) {
  const auto line = [&](int i) {
    return fmt::format("{}.{} giao các phòng chủ trì, phối hợp với các đơn vị thực", number, i);
  };
  return pdf.lines(85, down, {line(1), line(2), line(3), line(4), "hiện ngay."});
}

}  // namespace

TEST_CASE("The two columns of a head stay apart, and the title below is no part of it",
          "[source]") {
  PdfSample pdf;
  pdf.page();
  put_head(pdf);
  put_paragraph(pdf, 200);
  const Lines lines = lines_of(pdf);
  REQUIRE(lines.size() >= 4);
  CHECK(lines[0] ==
        "row [UBND HUYỆN A⏎PHÒNG NỘI VỤ⏎Số: 45/KH-PNV] [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎"
        "Độc lập - Tự do - Hạnh phúc⏎Huyện A, ngày 12 tháng 3 năm 2025]");
  CHECK(lines[1] == "line KẾ HOẠCH");
  CHECK(lines[2] == "line");
  CHECK(lines[3] == "line 1.1 giao các phòng chủ trì, phối hợp với các đơn vị thực");
}

TEST_CASE("Lines of a paragraph follow each other, paragraphs are apart", "[source]") {
  PdfSample pdf;
  pdf.page();
  put_paragraph(pdf, put_paragraph(pdf, 100) + 6, 2);
  const Lines lines = lines_of(pdf);
  REQUIRE(lines.size() == 11);
  CHECK(lines[4] == "line hiện ngay.");
  CHECK(lines[5] == "line");
  CHECK(lines[6].starts_with("line 2.1"));
}

TEST_CASE("A page that lies on its side is turned", "[source]") {
  const auto running = GENERATE(PdfSample::Running::up, PdfSample::Running::down);
  PdfSample pdf;
  pdf.page();
  for (int i = 1; i <= 3; ++i) {
    pdf.put_turned(85, 80 + 30 * i, std::to_string(i), running);
    pdf.put_turned(150, 80 + 30 * i, fmt::format("Nội dung công việc thứ {}", i), running);
    pdf.put_turned(600, 80 + 30 * i, fmt::format("Trước ngày {}/3", i), running);
  }
  CHECK(lines_of(pdf) == Lines{"row [1] [Nội dung công việc thứ 1] [Trước ngày 1/3]",
                               "row [2] [Nội dung công việc thứ 2] [Trước ngày 2/3]",
                               "row [3] [Nội dung công việc thứ 3] [Trước ngày 3/3]"});
}

TEST_CASE("Words are read by their place, not by their order in the file", "[source]") {
  PdfSample pdf;
  pdf.page();
  pdf.put(85, 300, "dòng thứ ba của trang này");
  pdf.put(200, 100, "đứng sau").put(85, 100, "chữ này");
  pdf.put(85, 117, "dòng thứ hai của trang");
  const Lines lines = lines_of(pdf);
  CHECK(lines.front() == "row [chữ này] [đứng sau]");
  CHECK(lines.back() == "line dòng thứ ba của trang này");
}

namespace {

struct Task {
  const char* number;
  std::vector<std::string> what;
  std::vector<std::string> who;
  std::vector<std::string> when;
};

/// A row whose cells begin at its upper edge; returns its lower edge.
double put_task(PdfSample& pdf, double down, const Task& task) {
  pdf.put(85, down, task.number, 12);
  double lowest = down;
  const auto column = [&](double left, const std::vector<std::string>& lines) {
    double at = down;
    for (const std::string& line : lines) {
      pdf.put(left, at, line, 12);
      at += 14;
    }
    lowest = std::max(lowest, at);
  };
  column(115, task.what);
  column(300, task.who);
  column(430, task.when);
  return lowest;
}

const std::vector<Task> k_tasks = {
    {"TT", {"Nội dung công việc"}, {"Cơ quan chủ trì"}, {"Thời gian"}},
    {"1",
     {"Xây dựng kế hoạch của", "từng đơn vị, gửi về"},
     {"Phòng Nội vụ"},
     {"Trước ngày", "25/3/2025"}},
    {"2", {"Tổ chức hội nghị"}, {"Công an huyện,", "Huyện đoàn,", "Hội Phụ nữ"}, {"Tháng 4/2025"}},
    {"3", {"Báo cáo kết quả"}, {"Công an huyện"}, {"Trước ngày", "15/12/2025"}},
};

const Lines k_task_rows = {
    "row [TT] [Nội dung công việc] [Cơ quan chủ trì] [Thời gian]",
    "row [1] [Xây dựng kế hoạch của từng đơn vị, gửi về] [Phòng Nội vụ] [Trước ngày 25/3/2025]",
    "row [2] [Tổ chức hội nghị] [Công an huyện, Huyện đoàn, Hội Phụ nữ] [Tháng 4/2025]",
    "row [3] [Báo cáo kết quả] [Công an huyện] [Trước ngày 15/12/2025]"};

Lines rows_of(const Lines& lines) {
  Lines rows;
  for (const std::string& line : lines)
    if (line.starts_with("row")) rows.push_back(line);
  return rows;
}

}  // namespace

TEST_CASE("A table of tasks becomes rows, however tight they stand", "[source]") {
  const double room = GENERATE(0.0, 1.0, 8.0);
  CAPTURE(room);
  PdfSample pdf;
  pdf.page();
  double down = put_paragraph(pdf, 100) + 20;
  for (const Task& task : k_tasks) down = put_task(pdf, down, task) + room;
  put_paragraph(pdf, down + 20, 3);
  const Lines lines = lines_of(pdf);
  CHECK(rows_of(lines) == k_task_rows);
  CHECK(lines.back() == "line hiện ngay.");
}

TEST_CASE("Rows are told apart by the room between them when they have no numbers", "[source]") {
  PdfSample pdf;
  pdf.page();
  double down = put_paragraph(pdf, 100) + 20;
  for (Task task : k_tasks) {
    task.number = "";
    down = put_task(pdf, down, task) + 6;
  }
  const Lines rows = rows_of(lines_of(pdf));
  REQUIRE(rows.size() == 4);
  CHECK(rows[1] ==
        "row [Xây dựng kế hoạch của từng đơn vị, gửi về] [Phòng Nội vụ] "
        "[Trước ngày 25/3/2025]");
}

TEST_CASE("Cells that are centred in their rows belong to their rows", "[source]") {
  PdfSample pdf;
  pdf.page();
  double down = put_paragraph(pdf, 100) + 20;
  for (int i = 1; i <= 3; ++i) {
    pdf.put(85, down + 14, std::to_string(i), 12);
    pdf.put(115, down, fmt::format("Việc thứ {} của", i), 12).put(115, down + 14, "các đơn vị", 12);
    pdf.put(115, down + 28, "trong huyện", 12);
    pdf.put(300, down + 7, "Công an", 12).put(300, down + 21, "huyện A", 12);
    pdf.put(430, down + 14, fmt::format("Tháng {}/2025", i), 12);
    down += 14 * 3 + 3;
  }
  CHECK(rows_of(lines_of(pdf)) ==
        Lines{"row [1] [Việc thứ 1 của các đơn vị trong huyện] [Công an huyện A] [Tháng 1/2025]",
              "row [2] [Việc thứ 2 của các đơn vị trong huyện] [Công an huyện A] [Tháng 2/2025]",
              "row [3] [Việc thứ 3 của các đơn vị trong huyện] [Công an huyện A] [Tháng 3/2025]"});
}

TEST_CASE("A table goes on over the page, its head is not repeated, a row is not torn",
          "[source]") {
  PdfSample pdf;
  pdf.page();
  double down = put_paragraph(pdf, 600) + 10;
  down = put_task(pdf, down, k_tasks[0]);
  put_task(pdf, down, k_tasks[1]);
  pdf.page();
  put_task(pdf, 80, {"", {"Ủy ban nhân dân huyện", "để tổng hợp"}, {}, {}});
  down = 80 + 28;
  down = put_task(pdf, down, k_tasks[2]);
  down = put_task(pdf, down, k_tasks[3]);
  pdf.page();
  down = put_task(pdf, 80, k_tasks[0]);
  put_task(pdf, down, {"4", {"Tổng kết"}, {"Phòng Nội vụ"}, {"Quý IV"}});
  const SourceDocument document = document_of(pdf);
  const Lines rows = rows_of(described(document));
  REQUIRE(rows.size() == 5);
  CHECK(rows[1] ==
        "row [1] [Xây dựng kế hoạch của từng đơn vị, gửi về Ủy ban nhân dân huyện để "
        "tổng hợp] [Phòng Nội vụ] [Trước ngày 25/3/2025]");
  CHECK(rows[2] == k_task_rows[2]);
  CHECK(rows[4] == "row [4] [Tổng kết] [Phòng Nội vụ] [Quý IV]");
  CHECK(document.blocks.back().table == 1);
  CHECK(document.blocks.back().page == 3);
}

TEST_CASE("A table that goes on with a column more on the next page is read", "[source]") {
  PdfSample pdf;
  pdf.page();
  double down = put_paragraph(pdf, 600) + 10;
  down = put_task(pdf, down, k_tasks[0]);
  put_task(pdf, down, k_tasks[1]);
  pdf.page();
  put_task(pdf, 80, {"", {}, {}, {"4/2025"}});
  pdf.put(530, 80, "thêm", 12).put(530, 94, "cột", 12);
  const Lines rows = rows_of(lines_of(pdf));
  CHECK(rows[0] == k_task_rows[0]);
  CHECK(rows[1] == k_task_rows[1]);
}

TEST_CASE("Recipients and signature stand side by side", "[source]") {
  PdfSample pdf;
  pdf.page();
  const double down = put_paragraph(pdf, 100) + 20;
  pdf.put(85, down, "Nơi nhận:", 12).centre(420, down, "TM. ỦY BAN NHÂN DÂN");
  pdf.put(85, down + 14, "- Như trên;", 11).centre(420, down + 17, "CHỦ TỊCH");
  pdf.put(85, down + 28, "- Lưu: VT.", 11);
  CHECK(lines_of(pdf).back() ==
        "row [Nơi nhận:⏎- Như trên;⏎- Lưu: VT.] [TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH]");
}

TEST_CASE("Numbers before their items make no table", "[source]") {
  PdfSample pdf;
  pdf.page();
  double down = 100;
  for (int i = 1; i <= 4; ++i) {
    pdf.put(85, down, fmt::format("{}.", i)).put(125, down, "Tổ chức tuyên truyền");
    down += 17;
  }
  CHECK(lines_of(pdf).front() == "line 1. Tổ chức tuyên truyền");
}

TEST_CASE("Page numbers and what is repeated on each page are left out", "[source]") {
  PdfSample pdf;
  for (int page = 1; page <= 5; ++page) {
    pdf.page();
    pdf.centre(297, 40, "Kế hoạch phòng cháy năm 2025", 11);
    put_paragraph(pdf, 100, page);
    pdf.put(85, 200, "15");  // a number in the text
    pdf.put(85, 217, "chữ cuối trang");
    pdf.centre(297, 800, fmt::format("Trang {}/5", page), 11);
  }
  const Lines lines = lines_of(pdf);
  for (const std::string& line : lines) {
    CHECK(line.find("Trang") == std::string::npos);
    CHECK(line.find("phòng cháy") == std::string::npos);
  }
  CHECK(std::count(lines.begin(), lines.end(), "line 15") == 5);
}

TEST_CASE("The head of a table that begins each page stays once", "[source]") {
  PdfSample pdf;
  for (int page = 0; page < 4; ++page) {
    pdf.page();
    double down = put_task(pdf, 80, k_tasks[0]);
    for (int i = 1; i <= 4; ++i) {
      const std::string number = std::to_string(page * 4 + i);
      down = put_task(pdf, down, {number.c_str(), {"Tổ chức hội nghị"}, {"Công an"}, {"Quý I"}});
    }
  }
  const SourceDocument document = document_of(pdf);
  const Lines lines = described(document);
  CHECK(lines.size() == 17);
  CHECK(lines[0] == k_task_rows[0]);
  CHECK(document.blocks.back().table == 1);
}

TEST_CASE("Footnotes are taken out of the text and come last", "[source]") {
  PdfSample pdf;
  pdf.page();
  put_paragraph(pdf, 100);
  pdf.put(85, 780, "1 Quyết định số 06/QĐ-TTg ngày", 10);
  pdf.put(85, 792, "06/01/2022 của Thủ tướng.", 10).put(85, 804, "2 Luật số 29.", 10);
  pdf.page();
  put_paragraph(pdf, 100, 2);
  const Lines lines = lines_of(pdf);
  REQUIRE(lines.size() == 12);
  CHECK(lines[5].starts_with("line 2.1"));
  CHECK(lines[10] == "footnote [1] Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng.");
  CHECK(lines[11] == "footnote [2] Luật số 29.");
}

TEST_CASE("A row of a table in small type at the foot of a page is no footnote", "[source]") {
  PdfSample pdf;
  pdf.page();
  put_paragraph(pdf, put_paragraph(pdf, put_paragraph(pdf, 100), 2), 3);
  put_task(pdf, put_task(pdf, 760, k_tasks[0]), k_tasks[1]);
  CHECK(lines_of(pdf).back() == k_task_rows[1]);
}

TEST_CASE("The mark of a footnote does not become part of a year", "[source]") {
  PdfSample pdf;
  pdf.page();
  const std::string year = "Kế hoạch trước ngày 25/11/2023";
  const std::string area = "Diện tích cây xanh là 25 m";
  pdf.put(85, 100, year).put(85 + PdfSample::width_of(year, 14), 95, "1", 8);
  pdf.put(85, 117, area).put(85 + PdfSample::width_of(area, 14), 112, "2", 8);
  CHECK(lines_of(pdf) ==
        Lines{"line Kế hoạch trước ngày 25/11/2023[1]", "line Diện tích cây xanh là 25 m2"});
}

TEST_CASE("Legacy fonts in a PDF are read as they were meant", "[source]") {
  PdfSample pdf;
  pdf.page();
  pdf.lines(85, 100,
            {"Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc",
             "KÕ ho¹ch phßng, chèng téi ph¹m", "B¸o c¸o tr\u00ADíc ngµy 25 hµng n¨m"});
  const SourceDocument document = document_of(pdf);
  CHECK(document.encoding == "TCVN3 (ABC)");
  CHECK(document.blocks[2].text == "Kế hoạch phòng, chống tội phạm");
  CHECK(document.blocks[3].text == "Báo cáo trước ngày 25 hàng năm");
}

TEST_CASE("A page without text among others is told", "[source]") {
  PdfSample pdf;
  pdf.page();
  put_paragraph(pdf, 100);
  pdf.page().page();
  put_paragraph(pdf, 100, 2);
  CHECK(document_of(pdf).pages_without_text == std::vector<std::size_t>{2});
}
