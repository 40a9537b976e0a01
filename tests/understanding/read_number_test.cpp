#include "bots/understanding/read_number.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

/// "1245", "92.5", "7500000 2": whole numbers without a point, each number once.
std::string numbers(const std::string& text) {
  std::string list;
  for (const FoundNumber& number : find_numbers(fold(text))) {
    if (!list.empty()) list += ' ';
    list += number.is_whole ? std::to_string(number.whole) : decimal(number.value);
    if (number.is_percent) list += '%';
  }
  return list;
}

struct Row {
  const char* text;
  const char* read;
};

}  // namespace

TEST_CASE("Counts are read with dots, commas and bare", "[talk]") {
  const Row row = GENERATE(values<Row>({{"3", "3"},
                                        {"03", "3"},
                                        {"0", "0"},
                                        {"1.245", "1245"},
                                        {"10,350", "10350"},
                                        {"2.500.000", "2500000"},
                                        {"15.000.000 đồng", "15000000"},
                                        {"15.000.000đ", "15000000"},
                                        {"245 lượt người", "245"},
                                        {"khoảng 300", "300"},
                                        {"3cuộc", "3"},
                                        {"120000000", "120000000"},
                                        {"được 1245.", "1245"},
                                        {"1.245 lượt", "1245"}}));
  INFO(row.text);
  CHECK(numbers(row.text) == row.read);
}

TEST_CASE("One or two digits behind a mark are decimals", "[talk]") {
  const Row row = GENERATE(values<Row>({{"92,5", "92,5"},
                                        {"92.5", "92,5"},
                                        {"7,25 điểm", "7,25"},
                                        {"1.245,5", "1.245,5"},
                                        {"0,5", "0,5"},
                                        {"62%", "62%"},
                                        {"62 phần trăm", "62%"},
                                        {"92,5%", "92,5%"}}));
  INFO(row.text);
  CHECK(numbers(row.text) == row.read);
}

TEST_CASE("Units of money are multiplied in", "[talk]") {
  const Row row = GENERATE(values<Row>({{"3k", "3000"},
                                        {"500k", "500000"},
                                        {"500 nghìn", "500000"},
                                        {"20 ngàn", "20000"},
                                        {"2,5 triệu", "2500000"},
                                        {"2.5tr", "2500000"},
                                        {"2tr5", "2500000"},
                                        {"7 triệu 500", "7500000"},
                                        {"7 triệu 500 nghìn", "7500000"},
                                        {"7 triệu 500 đồng", "7500000"},
                                        {"1 tỷ", "1000000000"},
                                        {"1 tỉ 2", "1200000000"},
                                        {"1 tỷ 200 triệu", "1200000000"},
                                        {"1,8 triệu", "1800000"},
                                        {"900k", "900000"},
                                        {"120tr", "120000000"},
                                        {"1 tỷ 200 triệu 500 nghìn", "1200500000"}}));
  INFO(row.text);
  CHECK(numbers(row.text) == row.read);
}

TEST_CASE("Several numbers are told apart", "[talk]") {
  const Row row = GENERATE(values<Row>({{"3 cuộc, 245 lượt người", "3 245"},
                                        {"2 triệu 3 cuộc", "2000000 3"},
                                        {"phạt 7 triệu 500 và 2 vụ", "7500000 2"},
                                        {"27/11", "27 11"},
                                        {"2/3 cuộc", "2 3"}}));
  INFO(row.text);
  CHECK(numbers(row.text) == row.read);
}

TEST_CASE("Digits inside codes, times and words are no numbers", "[talk]") {
  const Row row = GENERATE(values<Row>(
      {{"B20-07", ""}, {"lúc 10h30", ""}, {"khóa 8b", ""}, {"không có", ""}, {"", ""}}));
  INFO(row.text);
  CHECK(numbers(row.text) == row.read);
}

TEST_CASE("A number too long to be meant is not whole", "[talk]") {
  const auto found = find_numbers("12345678901234567890");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].is_whole);
}
