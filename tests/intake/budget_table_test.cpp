// Money that stands in a column of a table, and targets that contradict each other.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "intake/plan_reading.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

PlanReading read(const std::string& body) {
  return read_plan(lines_of(
      "UBND XÃ BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 05 tháng 01 năm 2024\n\nKẾ HOẠCH\nCông tác "
      "năm 2024\n\n" +
      body));
}

std::string amounts(const PlanReading& reading) {
  std::string text;
  for (const BudgetLine& line : reading.budget)
    text += (line.part_of_total ? "+" : "") + std::to_string(line.amount_vnd) + " ";
  return text;
}

bool is_asked(const PlanReading& reading, const std::string& words) {
  return std::any_of(reading.questions.begin(), reading.questions.end(), [&](const auto& question) {
    return question.question.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("money in a column is read in the unit that its heading says") {
  const PlanReading reading = read(
      "II. KINH PHÍ\n| TT | Nội dung | Đơn vị thực hiện | Kinh phí (triệu đồng) "
      "|\n|---|---|---|---|\n"
      "| 1 | Tập huấn | Phòng Y tế | 120 |\n| 2 | Mua sắm | Trạm Y tế | 1.350,5 |\n"
      "| | Tổng cộng | | 1.470,5 |\n");
  CHECK(amounts(reading) == "1470500000 +120000000 +1350500000 ");
  REQUIRE(reading.budget.size() == 3);
  CHECK(reading.budget[1].who == "Phòng Y tế");
  CHECK(reading.budget[1].what == "Tập huấn");
}

TEST_CASE("money in a column is read in the unit that a line above the table says") {
  const std::string rows =
      "| TT | Nội dung | Dự toán |\n|---|---|---|\n| 1 | Tập huấn | 12.500 |\n| 2 | In ấn | 800 "
      "|\n";
  CHECK(amounts(read("II. KINH PHÍ\nĐơn vị tính: 1.000 đồng\n\n" + rows)) == "12500000 800000 ");
  CHECK(amounts(read("II. KINH PHÍ\n\n" + rows)) == "");  // nobody says what a figure counts
}

TEST_CASE("rows of a table that do not add up to its total are no parts of it") {
  CHECK(amounts(read("II. KINH PHÍ\n| TT | Nội dung | Kinh phí (đồng) |\n|---|---|---|\n"
                     "| 1 | Tập huấn | 5.000.000 |\n| | Tổng cộng | 9.000.000 |\n")) ==
        "5000000 9000000 ");
}

TEST_CASE("two shares for what one name in quotation marks says contradict each other") {
  CHECK(
      is_asked(read("I. MỤC TIÊU\n1. Đến hết năm 2030, có ít nhất 50% đơn vị cấp xã trên toàn "
                    "tỉnh “không ma túy”.\n2. Đến năm 2030 đạt 100% “xã, phường không ma túy”.\n"),
               "cho cùng một chỉ tiêu"));
}
