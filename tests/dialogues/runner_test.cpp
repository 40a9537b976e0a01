// The runner of the dialogues notices what is wrong in a dialogue, and says where.
#include <catch2/catch.hpp>
#include <string>

#include "app/data.h"
#include "tests/dialogues/play.h"

using namespace dondoc;
using namespace dondoc::dialogues;

namespace {

const std::string k_head =
    "# A dialogue\nKế hoạch: B\nNgày: 13/11/2023 08:00\nTrước đó: mọi đơn vị đã tiếp nhận\n";

std::string outcome(const std::string& lines) {
  const auto read = read_script("x.txt", k_head + lines);
  if (!read) return read.error();
  const auto people = read_file("tests/dialogues/people.txt");
  REQUIRE(people.has_value());
  return play("x.txt", read->front(), read_people("people.txt", *people));
}

bool says(const std::string& fault, const std::string& part) {
  INFO(fault);
  CHECK(fault.find(part) != std::string::npos);
  return fault.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A line that is no line of a dialogue is named", "[dialogues]") {
  CHECK(says(outcome("Chị Hoa nói gì đó\n"), "x.txt:5: not understood"));
  CHECK(says(outcome("Chị Hoa: xong B19-01\n(17/11)\n"), "x.txt:6:"));
  CHECK(says(outcome("  lạc lõng\n"), "x.txt:5:"));
  CHECK(says(outcome("Quản trị: nghỉ hết\n"), "x.txt:5: not understood"));
  CHECK(says(outcome(""), "nobody says anything"));
}

TEST_CASE("Somebody nobody knows, or of another unit, is named", "[dialogues]") {
  CHECK(says(outcome("Chị Không Ai: chào\n"), "x.txt:5: people.txt knows nobody"));
  CHECK(says(outcome("Chị Hoa (Xã Tân Xuân): chào\n"), "x.txt:5: Chị Hoa works in"));
}

TEST_CASE("A missing, another and a further answer are faults of their line", "[dialogues]") {
  CHECK(says(outcome("Anh Minh: đang làm B20-02\nBot: Đã ghi nhận…\nBot: …\n"),
             "x.txt:7: the bot does not say this"));
  CHECK(says(outcome("Anh Minh: đang làm B20-02\nBot: Tốt lắm\n"),
             "x.txt:6: the bot says otherwise"));
  CHECK(says(outcome("Anh Minh: hạn B20-02\n\nAnh Minh: hạn B20-02\n"),
             "x.txt:7: before this the bot also says"));
  CHECK(says(outcome("Anh Minh: hạn B20-02\n"), "the bot also says"));
  CHECK(says(outcome("Anh Minh: hạn B20-02\nBot: …\nBảng: B20-02 = Đã báo cáo\n"),
             "x.txt:7: the board shows: Đã tiếp nhận"));
  CHECK(says(outcome("Anh Minh bấm [Không hề có]\n"), "x.txt:5:"));
}

TEST_CASE("What is kept is found in the database", "[dialogues]") {
  const std::string told = "Anh Minh: vướng mắc B20-02: chờ máy in\nBot: …\n";
  CHECK(says(outcome(told + "Không lưu: chờ máy in\n"), "x.txt:7: the database holds"));
  CHECK(outcome(told + "Không lưu: chờ máy bay\n").empty());
}

TEST_CASE("“…” stands for anything", "[dialogues]") {
  CHECK(matches("Đã ghi nhận", "Đã ghi nhận"));
  CHECK_FALSE(matches("Đã ghi", "Đã ghi nhận"));
  CHECK(matches("Đã …", "Đã ghi nhận"));
  CHECK(matches("… ghi …", "Đã ghi nhận"));
  CHECK(matches("Đã … nhận", "Đã ghi nhận"));
  CHECK_FALSE(matches("Đã … xong", "Đã ghi nhận"));
  CHECK_FALSE(matches("… nhận … ghi …", "Đã ghi nhận"));
}
