#include "bots/understanding/read_date.h"

#include <catch2/catch.hpp>

#include <string>

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

std::string date_in(const std::string& text, LocalDate today = k_monday) {
  auto found = find_date(Utterance(text), today);
  return found ? found->date.iso() : "none";
}

struct Row {
  const char* text;
  const char* iso;
};

}  // namespace

TEST_CASE("Dates are read as offices and people write them", "[talk]") {
  const Row row = GENERATE(values<Row>({{"27/11", "2023-11-27"},
                                        {"27/11/2023", "2023-11-27"},
                                        {"27-11", "2023-11-27"},
                                        {"27-11-2023", "2023-11-27"},
                                        {"25.11.2023", "2023-11-25"},
                                        {"27/11/23", "2023-11-27"},
                                        {"ngày 27", "2023-11-27"},
                                        {"ngày 5", "2023-12-05"},
                                        {"ngày 27 tháng 11", "2023-11-27"},
                                        {"ngày 27 tháng 11 năm 2023", "2023-11-27"},
                                        {"27 tháng 11", "2023-11-27"},
                                        {"mùng 5 tháng 12", "2023-12-05"},
                                        {"ngày 5 tháng sau", "2023-12-05"},
                                        {"05/12", "2023-12-05"},
                                        {"đến hết ngày 30/11 ạ", "2023-11-30"},
                                        {"den 30/11", "2023-11-30"}}));
  INFO(row.text);
  CHECK(date_in(row.text) == row.iso);
}

TEST_CASE("Without a year the nearest day to come is meant", "[talk]") {
  CHECK(date_in("13/11") == "2023-11-13");
  CHECK(date_in("12/11") == "2024-11-12");
  CHECK(date_in("05/01") == "2024-01-05");
  CHECK(date_in("29/2") == "2024-02-29");
  CHECK(date_in("ngày 31") == "2023-12-31");
}

TEST_CASE("Days are counted from the day it was said", "[talk]") {
  const Row row =
      GENERATE(values<Row>({{"hôm nay", "2023-11-13"},       {"chiều nay", "2023-11-13"},
                            {"tối nay", "2023-11-13"},       {"mai", "2023-11-14"},
                            {"sáng mai", "2023-11-14"},      {"ngày mai", "2023-11-14"},
                            {"mốt", "2023-11-15"},           {"ngày kia", "2023-11-15"},
                            {"mot em gui", "2023-11-15"},    {"thứ 6", "2023-11-17"},
                            {"thứ sáu", "2023-11-17"},       {"t6", "2023-11-17"},
                            {"thu 6", "2023-11-17"},         {"thứ hai", "2023-11-20"},
                            {"chủ nhật", "2023-11-19"},      {"thứ 6 tuần sau", "2023-11-24"},
                            {"cuối tuần", "2023-11-17"},     {"cuoi tuan", "2023-11-17"},
                            {"tuần sau", "2023-11-24"},      {"đầu tuần sau", "2023-11-20"},
                            {"cuối tháng", "2023-11-30"},    {"giữa tháng", "2023-11-15"},
                            {"đầu tháng sau", "2023-12-01"}, {"3 ngày nữa", "2023-11-16"},
                            {"1 tuần nữa", "2023-11-20"}}));
  INFO(row.text);
  CHECK(date_in(row.text) == row.iso);
}

TEST_CASE("A fraction before a counted noun is no date", "[talk]") {
  CHECK(date_in("xong 2/3 cuộc") == "none");
  CHECK(date_in("2/3 xã") == "none");
  CHECK(date_in("ngày 2/3") == "2024-03-02");
}

TEST_CASE("What is no date is not taken for one", "[talk]") {
  const char* text =
      GENERATE(values<const char*>({"31/2/2024", "32/12", "245", "92,5", "một cuộc", "thu 2 triệu",
                                    "B20-07", "215/BC-UBND", "thứ 9", "", "mai mốt"}));
  INFO(text);
  CHECK(date_in(text) == "none");
}

TEST_CASE("A promise may name the time of day", "[talk]") {
  auto morning = find_date(Utterance("sáng thứ 5 em báo lại"), k_monday);
  REQUIRE(morning);
  CHECK(morning->date.iso() == "2023-11-16");
  CHECK(morning->time == TimeOfDay::at(11, 0));
  auto hour = time_at(Utterance("10h30"), 0);
  REQUIRE(hour);
  CHECK(hour->time == TimeOfDay::at(10, 30));
}

TEST_CASE("Spans are read with their kind of day", "[talk]") {
  auto days = find_span(Utterance("xin thêm 3 ngày"));
  REQUIRE(days);
  CHECK(days->count == 3);
  CHECK_FALSE(days->working_days);
  auto working = find_span(Utterance("gia hạn 05 ngày làm việc"));
  REQUIRE(working);
  CHECK(working->count == 5);
  CHECK(working->working_days);
  CHECK(find_span(Utterance("xin them 1 tuan"))->count == 7);
  CHECK_FALSE(find_span(Utterance("ngày 20")));
}

TEST_CASE("A dash before an hour makes it no time of day: it was one five hours before midnight",
          "[talk]") {
  CHECK_FALSE(time_at(Utterance("-5h"), 0));
  CHECK(time_at(Utterance("5h"), 0));
}
