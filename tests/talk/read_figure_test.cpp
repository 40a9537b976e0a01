#include "bots/talk/read_figure.h"

#include <catch2/catch.hpp>

#include <string>

using namespace dondoc;
using namespace dondoc::talk;

namespace {

struct Row {
  FieldType type;
  const char* text;
  Reading reading;
  double value;
};

double number(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

}  // namespace

TEST_CASE("A field knows its type", "[talk]") {
  const Row row = GENERATE(values<Row>({{FieldType::count, "3 cuộc", Reading::value, 3},
                                        {FieldType::count, "1.245", Reading::value, 1245},
                                        {FieldType::count, "không có", Reading::value, 0},
                                        {FieldType::count, "dạ 3 ạ", Reading::value, 3},
                                        {FieldType::count, "2,5", Reading::not_whole, 0},
                                        {FieldType::count, "3 cuộc 245 lượt", Reading::several, 0},
                                        {FieldType::count, "-5", Reading::out_of_range, 0},
                                        {FieldType::count, "62%", Reading::nothing, 0},
                                        {FieldType::count, "nhiều lắm", Reading::nothing, 0},
                                        {FieldType::money, "2,5 triệu", Reading::value, 2500000},
                                        {FieldType::money, "2tr5", Reading::value, 2500000},
                                        {FieldType::money, "0", Reading::value, 0},
                                        {FieldType::percent, "92,5", Reading::value, 92.5},
                                        {FieldType::percent, "62 phần trăm", Reading::value, 62},
                                        {FieldType::percent, "120", Reading::out_of_range, 0},
                                        {FieldType::score, "92,5 điểm", Reading::value, 92.5},
                                        {FieldType::yes_no, "có ạ", Reading::value, 1},
                                        {FieldType::yes_no, "chưa", Reading::value, 0},
                                        {FieldType::yes_no, "hôm qua", Reading::nothing, 0}}));
  INFO(row.text);
  const ReadFigure read = read_figure(row.type, Utterance(row.text));
  REQUIRE(read.reading == row.reading);
  if (row.reading == Reading::value) CHECK(number(read.value) == Approx(row.value));
}

TEST_CASE("Whole numbers stay whole, percentages are decimals", "[talk]") {
  CHECK(std::holds_alternative<std::int64_t>(read_figure(FieldType::money, Utterance("3k")).value));
  CHECK(std::holds_alternative<double>(read_figure(FieldType::percent, Utterance("62")).value));
}

TEST_CASE("Estimates are marked", "[talk]") {
  CHECK(read_figure(FieldType::count, Utterance("khoảng 300")).estimate);
  CHECK(read_figure(FieldType::count, Utterance("ước 300 lượt")).estimate);
  CHECK_FALSE(read_figure(FieldType::count, Utterance("300")).estimate);
}

TEST_CASE("A file field takes the way the paper went", "[talk]") {
  const ReadFigure read = read_figure(FieldType::file, Utterance("đã gửi qua văn thư"));
  REQUIRE(read.reading == Reading::value);
  CHECK(std::get<std::string>(read.value) == "đã gửi qua văn thư");
  CHECK(read_figure(FieldType::file, Utterance("tí nữa")).reading == Reading::nothing);
}

TEST_CASE("Nothing to tell is understood in a field of text", "[talk]") {
  CHECK(says_nothing(Utterance("không")));
  CHECK(says_nothing(Utterance("dạ không có ạ")));
  CHECK(says_nothing(Utterance("khong co gi")));
  CHECK_FALSE(says_nothing(Utterance("không có kinh phí")));
}
