// Texts no office writes: they are read, in time that grows with their length only.

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

#include "intake/annotated_html.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"
#include "intake/reading_json.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a text made to take long is read in seconds") {
  const std::string head = "KẾ HOẠCH\nCông tác năm 2025\n\nI. NHIỆM VỤ\n";
  const std::string text = GENERATE_COPY(
      head + "1. " + repeated("báo cáo UBND xã trước ngày 25/11/2025, ", 20'000),
      head + repeated("1. Phòng A: báo cáo UBND xã hằng quý.\n", 10'000),
      head + "1. " + repeated("phấn đấu 80% ", 20'000), repeated("| a ", 50'000),
      repeated("((((“", 20'000), head + repeated("- - - ", 30'000), repeated("|\n", 40'000),
      head + repeated("từ ngày đến trước chậm nhất hằng ", 20'000), repeated("a", 1'000'000),
      head + "Đơn vị tính: 1.000 đồng\n\n| TT | Nội dung | Dự toán |\n|---|---|---|\n" +
          repeated("| 1 | Tập huấn | 5 |\n", 16'000));
  const auto begin = std::chrono::steady_clock::now();
  const SourceDocument document = lines_of(text);
  const PlanReading reading = read_plan(document);
  CHECK_FALSE(reading_json(reading, Explaining::on).empty());
  CHECK_FALSE(draft_plan(reading).empty());
  CHECK_FALSE(annotated_html(document, reading).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("what is no document and what is no text give an empty reading") {
  for (const char* text : {"", "\n\n\n", "\xff\xfe\x01", "1.\n2.\n3.", "“", "(", "ngày",
                           "trước ngày", "Số:", "KẾ HOẠCH"}) {
    const PlanReading reading = read_plan(lines_of(text));
    CHECK(reading.deadlines.empty());
    CHECK_FALSE(draft_plan(reading).empty());
  }
}
