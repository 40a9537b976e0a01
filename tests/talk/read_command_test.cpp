#include "bots/talk/read_command.h"

#include <catch2/catch.hpp>

#include <string>

#include "bots/talk/read_press.h"
#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using namespace dondoc::talk;
using dondoc::talk_test::OfficeForTalk;

namespace {

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

Intent read(const std::string& text) {
  static const OfficeForTalk office;
  return read_command(office.world(), Utterance(text), k_monday);
}

struct Row {
  const char* text;
  const char* act;
};

}  // namespace

TEST_CASE("Commands are read with and without diacritics and courtesy", "[talk]") {
  const Row row =
      GENERATE(values<Row>({{"việc của tôi", "my_tasks"},
                            {"viec cua toi", "my_tasks"},
                            {"VIỆC CỦA TÔI", "my_tasks"},
                            {"/viec", "my_tasks"},
                            {"hạn B20-01", "due_date"},
                            {"han", "due_date"},
                            {"mẫu", "form_outline"},
                            {"mẫu báo cáo B20-01 ạ", "form_outline"},
                            {"trợ giúp", "help"},
                            {"/start", "help"},
                            {"ok", "acknowledge"},
                            {"ok chị", "acknowledge"},
                            {"nhận rồi ạ", "acknowledge"},
                            {"Dạ em nhận rồi", "acknowledge"},
                            {"đã rõ nha a", "acknowledge"},
                            {"tiếp nhận B20-01", "acknowledge"},
                            {"đã tiếp nhận B20-01", "acknowledge"},
                            {"tiến độ 60% B20-01", "progress"},
                            {"đang làm", "progress"},
                            {"đang làm được 60%", "progress"},
                            {"60%", "progress"},
                            {"xong 2/3 cuộc", "progress"},
                            {"B20-01 xong 1/3 cuộc", "progress"},
                            {"báo cáo B20-01", "report"},
                            {"bao cao", "report"},
                            {"báo số liệu", "report"},
                            {"báo cáo: 3 cuộc, 245 lượt", "report"},
                            {"không phát sinh B20-01", "nil"},
                            {"ko phat sinh", "nil"},
                            {"đã gửi B20-01", "done"},
                            {"xong B20-01", "done"},
                            {"xong r", "done"},
                            {"da gui bc qua mail a nhe", "done"},
                            {"báo cáo đã gửi rồi", "done"},
                            {"BC đã gửi trục liên thông, số 215/BC-UBND ngày 10/11", "done"},
                            {"gia hạn B20-01 đến 27/11 vì chờ số liệu", "extension"},
                            {"xin gia hạn", "extension"},
                            {"xin thêm 1 tuần", "extension"},
                            {"vướng mắc B20-01: thiếu kinh phí", "blocked"},
                            {"khó khăn, vướng mắc: chưa có hướng dẫn", "blocked"},
                            {"không thuộc đơn vị tôi", "not_mine"},
                            {"chuyển cho chị Hoa", "hand_over"},
                            {"chuyển B20-01 cho chị Hoa", "hand_over"},
                            {"mai em gửi", "snooze"},
                            {"mai gửi nhé", "snooze"},
                            {"thứ 6 em nộp ạ", "snooze"},
                            {"gửi ngày 20", "snooze"},
                            {"hẹn thứ 6", "snooze"},
                            {"tuần sau nộp", "snooze"},
                            {"báo cáo cuối tuần gửi", "snooze"},
                            {"sửa B20-01", "correct"},
                            {"sửa", "correct"},
                            {"tình hình", "situation"},
                            {"quá hạn", "overdue"},
                            {"/quahan", "overdue"},
                            {"/qua_han@dondoc_bot", "overdue"},
                            {"đôn đốc", "nudge"},
                            {"đôn đốc xã Bà Điểm", "nudge"},
                            {"duyệt B20-01", "approve"},
                            {"đồng ý", "approve"},
                            {"đồng ý gia hạn B20-01", "grant"},
                            {"không đồng ý gia hạn B20-01 vì gấp", "refuse"},
                            {"trả lại B20-01 vì thiếu kinh phí", "return_report"},
                            {"tổng hợp", "summary"},
                            {"ý kiến B20-01: cứ báo trước", "answer_block"},
                            {"vâng", "yes"},
                            {"đúng rồi", "yes"},
                            {"dừng", "stop"},
                            {"thôi", "stop"},
                            {"tiếp tục", "resume"},
                            {"bỏ qua", "skip"},
                            {"gửi", "send"},
                            {"dạ gửi", "send"},
                            {"dừng nhắc", "mute"},
                            {"2", "pick"}}));
  INFO(row.text);
  CHECK(name_of(read(row.text).act) == row.act);
}

TEST_CASE("What is not certainly a command is left to others", "[talk]") {
  const char* text = GENERATE(values<const char*>(
      {"đã gửi chưa?", "xong chưa", "chưa xong", "chúc mừng năm mới", "ok chị, mà hạn bữa nào vậy",
       "haha", "", "xin thêm tài liệu", "báo cáo theo mẫu nào vậy chị",
       "đã gửi cho công an tỉnh khác xem lại số liệu giùm", "B20-01"}));
  INFO(text);
  CHECK(read(text).act == Act::none);
}

TEST_CASE("A code is found anywhere and however it is typed", "[talk]") {
  const char* text =
      GENERATE(values<const char*>({"xong B20-01", "B20-01 xong", "xong b20 01", "xong [B20-01].",
                                    "xong b2001", "xong việc B20.01 ạ", "B20-01: xong"}));
  INFO(text);
  CHECK(read(text).codes == std::vector<std::string>{"B20-01"});
  CHECK(read(text).act == Act::done);
}

TEST_CASE("An obligation alone and an unknown code are told apart", "[talk]") {
  CHECK(read("xong B20").obligations == std::vector<std::string>{"B20"});
  CHECK(read("xong B20-77").unknown == std::vector<std::string>{"B20-77"});
  CHECK(read("gia hạn B20-01 đến 27/11 vì chờ B19-01").codes == std::vector<std::string>{"B20-01"});
  CHECK(read("báo cáo C23-01-Q4").codes == std::vector<std::string>{"C23-01-Q4"});
  CHECK(read("số 215/BC-UBND").unknown.empty());
}

TEST_CASE("Slots keep the person's own words", "[talk]") {
  const Intent extension = read("gia hạn B20-01 đến 27/11 vì chờ số liệu công an");
  CHECK(extension.until == LocalDate::of(2023, 11, 27));
  CHECK(extension.text == "chờ số liệu công an");
  CHECK(read("gia han den 27/11, cho so lieu").text == "cho so lieu");
  CHECK(read("xin nộp trước 30/11").act == Act::none);
  CHECK(read("gia hạn B20-01 trước 30/11").until == LocalDate::of(2023, 11, 29));
  CHECK(read("vướng mắc B20-01: thiếu kinh phí").text == "thiếu kinh phí");
  CHECK(read("vướng mắc của B20-01 là chưa có hướng dẫn").text == "chưa có hướng dẫn");
  CHECK(read("vướng mắc B20-01").text.empty());
  CHECK(read("chuyển B20-01 cho chị Hoa").text == "chị Hoa");
  CHECK(read("đôn đốc xã Bà Điểm").text == "xã Bà Điểm");
  const Intent returned = read("trả lại B20-01 vì thiếu kinh phí, gửi lại trước 30/11");
  CHECK(returned.text == "thiếu kinh phí");
  CHECK(returned.until == LocalDate::of(2023, 11, 29));
}

TEST_CASE("Progress is a percentage, a part or a sentence", "[talk]") {
  CHECK(read("tiến độ 60%").percent == 60.0);
  CHECK(read("tiến độ 60").percent == 60.0);
  CHECK(read("dang lam duoc 60 phan tram").percent == 60.0);
  const Intent part = read("xong 2/3 cuộc");
  CHECK(part.done == 2);
  CHECK(part.total == 3);
  CHECK(read("xong 1 cuộc").done == 1);
  CHECK(read("đang soạn báo cáo").text == "đang soạn báo cáo");
}

TEST_CASE("A promise counts from the day it was written", "[talk]") {
  CHECK(read("mai em gửi").promise == Promise{LocalDate::of(2023, 11, 14).value(), std::nullopt});
  CHECK(read("hẹn 20/11").promise->day.iso() == "2023-11-20");
  CHECK_FALSE(read("hẹn").promise.has_value());
}

TEST_CASE("Presses name an act and a code that is looked up", "[talk]") {
  const OfficeForTalk office;
  const Intent known = read_press(office.world(), "ack:B20-01:1a", k_monday);
  CHECK(known.act == Act::acknowledge);
  CHECK(known.codes == std::vector<std::string>{"B20-01"});
  CHECK(read_press(office.world(), "ack:B99-01:1a", k_monday).unknown ==
        std::vector<std::string>{"B99-01"});
  CHECK(read_press(office.world(), "mine::7", k_monday).act == Act::my_tasks);
  CHECK(read_press(office.world(), "today:B20-01:7", k_monday).promise->day == k_monday);
  for (const char* payload : {"", ":", "::", "drop table:B20-01:1", "ack"}) {
    INFO(payload);
    CHECK(read_press(office.world(), payload, k_monday).codes.empty());
  }
}
