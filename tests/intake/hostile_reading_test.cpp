// Texts no office writes: they are read, in time that grows with their length only.

#include <catch2/catch.hpp>

#include <ctime>
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

/// Processor time, which other programs on the machine do not lengthen.
double seconds_to_read(const std::string& text) {
  const std::clock_t begin = std::clock();
  const SourceDocument document = lines_of(text);
  const PlanReading reading = read_plan(document);
  CHECK_FALSE(reading_json(reading, Explaining::on).empty());
  CHECK_FALSE(draft_plan(reading).empty());
  CHECK_FALSE(annotated_html(document, reading).empty());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

struct Bulk {
  std::string head, part;
  std::size_t times;
};

}  // namespace

TEST_CASE("a text made to take long is read in time that grows as its length does") {
  const std::string head = "KẾ HOẠCH\nCông tác năm 2025\n\nI. NHIỆM VỤ\n";
  const Bulk bulk = GENERATE_COPY(
      Bulk{head + "1. ", "báo cáo UBND xã trước ngày 25/11/2025, ", 4'000},
      Bulk{head, "1. Phòng A: báo cáo UBND xã hằng quý.\n", 2'000},
      Bulk{head + "1. ", "phấn đấu 80% ", 5'000}, Bulk{"", "| a ", 15'000},
      Bulk{"", "((((“", 10'000}, Bulk{head, "- - - ", 15'000}, Bulk{"", "|\n", 20'000},
      Bulk{head, "từ ngày đến trước chậm nhất hằng ", 10'000}, Bulk{"", "a", 500'000},
      Bulk{head + "Đơn vị tính: 1.000 đồng\n\n| TT | Nội dung | Dự toán |\n|---|---|---|\n",
           "| 1 | Tập huấn | 5 |\n", 3'000});
  const double once = seconds_to_read(bulk.head + repeated(bulk.part, bulk.times));
  const double thrice = seconds_to_read(bulk.head + repeated(bulk.part, 3 * bulk.times));
  // Three times as much takes three times as long; where the square of it were the measure, nine.
  INFO(bulk.part << ": " << once << " s, thrice " << thrice << " s");
  CHECK(thrice < 6 * once + 0.02);
}

TEST_CASE("what is no document and what is no text give an empty reading") {
  for (const char* text : {"", "\n\n\n", "\xff\xfe\x01", "1.\n2.\n3.", "“", "(", "ngày",
                           "trước ngày", "Số:", "KẾ HOẠCH"}) {
    const PlanReading reading = read_plan(lines_of(text));
    CHECK(reading.deadlines.empty());
    CHECK_FALSE(draft_plan(reading).empty());
  }
}
