#include <catch2/catch.hpp>

#include <string>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;
using dondoc::talk_test::Told;

namespace {

std::int64_t whole(const Submit& submit, const std::string& field) {
  for (const Figure& figure : submit.figures) {
    if (figure.field == field) return std::get<std::int64_t>(figure.value);
  }
  return -1;
}

const Submission& report_of(const OfficeForTalk& office, const std::string& code) {
  return office.duty_of(code).submissions.back();
}

}  // namespace

TEST_CASE("A report is given one field a message, checked and sent", "[talk]") {
  OfficeForTalk office;
  const Told first = office.say("lan", "báo cáo B20-01");
  CHECK(first.says("1/5 Bao nhiêu cuộc tuyên truyền?"));
  CHECK(first.buttons.front().action == "nil");
  CHECK(office.topic("lan") == "form");
  CHECK(office.say("lan", "3").says("2/5 Bao nhiêu lượt người dự?"));
  CHECK(office.say("lan", "1.245 lượt").says("3/5"));
  CHECK(office.say("lan", "2,5 triệu").says("4/5"));
  CHECK(office.say("lan", "không").says("5/5"));
  const Told check = office.say("lan", "bỏ qua");
  CHECK(check.says("Số cuộc tuyên truyền: 3 · Lượt người dự: 1.245 · Kinh phí: 2.500.000 đồng"));
  CHECK(check.messages == std::vector<std::string>{"F-04"});
  const Told sent = office.press("lan", "send", "B20-01");
  REQUIRE(sent.command<Submit>() != nullptr);
  CHECK(whole(*sent.command<Submit>(), "luot_nguoi") == 1245);
  CHECK(sent.texts.empty());
  CHECK(office.state("B20-01") == "reported");
  CHECK(report_of(office, "B20-01").outcome == Outcome::complete);
  CHECK(office.topic("lan").empty());
}

TEST_CASE("A report can be sent by typing", "[talk]") {
  const char* word =
      GENERATE(values<const char*>({"gửi", "gui", "1", "đúng rồi", "ok", "dạ gửi ạ"}));
  OfficeForTalk office;
  office.say_all("minh", {"báo cáo", "3", "245", "0", "không", "bỏ qua"});
  INFO(word);
  office.say("minh", word);
  CHECK(office.state("B20-02") == "reported");
}

TEST_CASE("Answers that do not fit are asked for again with the reason", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "báo cáo B20-01");
  CHECK(office.say("lan", "nhiều lắm").messages == std::vector<std::string>{"F-01N"});
  CHECK(office.say("lan", "3 với 245").says("Mỗi tin xin một số"));
  CHECK(office.say("lan", "2,5").says("số nguyên"));
  CHECK(office.say("lan", "bỏ qua").says("cần có số liệu"));
  CHECK(office.say("lan", "3").says("2/5"));
}

TEST_CASE("Nothing to report is one tap", "[talk]") {
  OfficeForTalk office;
  SECTION("pressed at the first question") {
    office.say("lan", "báo cáo B20-01");
    CHECK(office.press("lan", "nil", "B20-01").command<Submit>()->outcome == Outcome::nil);
  }
  SECTION("typed at the first question") {
    office.say("lan", "báo cáo B20-01");
    CHECK(office.say("lan", "không phát sinh").command<Submit>()->outcome == Outcome::nil);
  }
  SECTION("without opening the form") {
    CHECK(office.press("lan", "nil", "B20-01").command<Submit>()->outcome == Outcome::nil);
  }
  CHECK(office.state("B20-01") == "reported");
  CHECK(office.topic("lan").empty());
}

TEST_CASE("A field can be corrected before sending", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0", "không", "bỏ qua"});
  const Told list = office.press("lan", "fix", "B20-01");
  CHECK(list.says("2. Lượt người dự: 245"));
  CHECK(office.say("lan", "2").says("2/5"));
  const Told check = office.say("lan", "254");
  CHECK(check.messages == std::vector<std::string>{"F-04"});
  CHECK(check.says("Lượt người dự: 254"));
}

TEST_CASE("Another command keeps the form, which goes on later", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  const Told between = office.say("lan", "việc của tôi");
  CHECK(between.messages == std::vector<std::string>{"T-01", "F-13"});
  CHECK(between.says("2/5"));

  SECTION("with “tiếp tục”") { CHECK(office.say("lan", "tiếp tục").says("2/5 Bao nhiêu lượt")); }
  SECTION("with the command that began it") {
    CHECK(office.say("lan", "báo cáo B20-01").says("2/5"));
  }
  SECTION("with the figure that was asked for") { CHECK(office.say("lan", "245").says("3/5")); }
  SECTION("but not with a sentence that is something else") {
    CHECK(office.say("lan", "chị ơi mưa quá").messages.front() != "F-01");
  }
  SECTION("and a question of another command comes first") {
    CHECK(office.say("lan", "gia hạn B20-01").messages == std::vector<std::string>{"T-20"});
    CHECK(office.say("lan", "27/11 vì chờ số liệu").command<RequestExtension>() != nullptr);
    CHECK(office.say("lan", "tiếp tục").says("2/5"));
  }
}

TEST_CASE("Stopping keeps what was given", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  const char* word = GENERATE(values<const char*>({"dừng", "thôi", "dung"}));
  INFO(word);
  CHECK(office.say("lan", word).messages == std::vector<std::string>{"F-09"});
  CHECK(office.say("lan", "báo cáo B20-01").says("2/5"));
}

TEST_CASE("A field of text takes sentences that look like commands", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0"});
  CHECK(office.say("lan", "vướng mắc kinh phí, đang chờ cấp").says("5/5"));
  const Told check = office.say("lan", "đã gửi qua văn thư");
  CHECK(check.says("Khó khăn: vướng mắc kinh phí, đang chờ cấp"));
  CHECK(check.says("Báo cáo đã ký: đã gửi qua văn thư"));
}

TEST_CASE("Two reports of the same day are one form", "[talk]") {
  OfficeForTalk office;
  office.at("2023-12-01T08:00");
  office.say("nga", "không phát sinh C23-01-Q3");
  const Told first = office.say("nga", "báo cáo C22-01");
  CHECK(first.says("[C22-01], [C23-01-Q4]"));
  CHECK(first.says("1/5 Số cuộc cả năm?"));

  SECTION("fields of both are asked once, and both are satisfied") {
    office.say_all("nga", {"12", "92,5", "80%", "có"});
    const Told check = office.say("nga", "khoảng 300");
    CHECK(check.says("Điểm tự chấm: 92,5 · Tỷ lệ: 80% · Có mô hình: có · Lượt người: ước 300"));
    office.say("nga", "gửi");
    CHECK(office.state("C22-01") == "reported");
    CHECK(office.state("C23-01-Q4") == "reported");
    CHECK(report_of(office, "C23-01-Q4").figures.size() == 2);
  }
  SECTION("unless the officer wants them apart") {
    CHECK(office.say("nga", "riêng").says("1/4"));
    office.say_all("nga", {"12", "92,5", "80", "chưa", "gửi"});
    CHECK(office.state("C22-01") == "reported");
    CHECK(office.state("C23-01-Q4") == "issued");
  }
}

TEST_CASE("Last period's value is shown and a jump is asked back once", "[talk]") {
  OfficeForTalk office;
  office.at("2023-09-04T08:00");
  office.say_all("nga", {"báo cáo C23-01-Q3", "3", "245", "gửi"});
  REQUIRE(office.state("C23-01-Q3") == "reported");
  office.at("2023-12-04T08:00");
  CHECK(office.say_all("nga", {"báo cáo C23-01-Q4", "riêng"}).says("Kỳ trước: 3."));
  CHECK(office.say("nga", "4").says("Kỳ trước: 245."));
  const Told jump = office.say("nga", "2.450");
  CHECK(jump.says("Tăng từ 245 lên 2.450"));

  SECTION("confirmed") { CHECK(office.say("nga", "đúng rồi").says("Lượt người: 2.450")); }
  SECTION("pressed") { CHECK(office.press("nga", "right", "C23-01-Q4").says("Lượt người: 2.450")); }
  SECTION("typed anew") { CHECK(office.say("nga", "254").says("Lượt người: 254")); }
  SECTION("denied") { CHECK(office.say("nga", "không").says("2/2")); }
}

TEST_CASE("A report handed in can be corrected", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0", "không", "bỏ qua", "gửi"});
  CHECK(office.say("lan", "sửa B20-01").says("2. Lượt người dự: 245"));
  office.say_all("lan", {"2", "254", "gửi"});
  CHECK(report_of(office, "B20-01").outcome == Outcome::corrected);
  CHECK(report_of(office, "B20-01").version == 2);
  CHECK(std::get<std::int64_t>(report_of(office, "B20-01").figures[1].value) == 254);
}

TEST_CASE("A returned report is asked for anew with what stands there", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0", "không", "bỏ qua", "gửi"});
  REQUIRE(office.carry_out("dao", ReturnReport{"B20-01", "thiếu kinh phí", std::nullopt}).empty());
  CHECK(office.press("lan", "supplement", "B20-01").says("Đang ghi: 3"));
  office.say_all("lan", {"giữ nguyên", "giữ nguyên", "1,8 triệu", "không", "bỏ qua", "gửi"});
  CHECK(office.state("B20-01") == "reported");
  CHECK(std::get<std::int64_t>(report_of(office, "B20-01").figures[2].value) == 1'800'000);
}

TEST_CASE("A duty without a form is reported in a sentence", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "báo cáo B19-01").messages == std::vector<std::string>{"T-09N"});
  CHECK(office.say("lan", "đã tổ chức 1 buổi, 120 người dự").command<Submit>()->text ==
        "đã tổ chức 1 buổi, 120 người dự");
  CHECK(office.state("B19-01") == "reported");
}

TEST_CASE("The last button of an old form does nothing", "[talk]") {
  OfficeForTalk office;
  const Told told = office.press("lan", "send", "B20-01");
  CHECK(told.commands.empty());
  CHECK(told.messages == std::vector<std::string>{"T-19"});
}

TEST_CASE("Sending before everything was asked goes on asking", "[talk]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  const Told told = office.press("lan", "send", "B20-01");
  CHECK(told.commands.empty());
  CHECK(told.says("2/5"));
}
