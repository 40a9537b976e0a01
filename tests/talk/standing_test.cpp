// What a lead asks about how things stand, in her own words; and what an officer hears who asks the
// same.
#include <catch2/catch.hpp>

#include <string>

#include "engine/text/vietnamese.h"
#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;
using dondoc::talk_test::Told;

namespace {

OfficeForTalk late_office() {
  OfficeForTalk office;
  office.say("lan", "vướng mắc B20-01: thiếu số liệu CA");
  office.at("2023-11-29T08:00");
  return office;
}

std::string first_message(const Told& told) {
  return told.messages.empty() ? "" : told.messages.front();
}

/// With and without diacritics.
std::string heard_as(OfficeForTalk office, const std::string& who, const std::string& text) {
  const std::string typed = first_message(office.say(who, text));
  const std::string folded = first_message(office.say(who, fold(text)));
  return typed == folded ? typed : typed + " but folded " + folded;
}

}  // namespace

TEST_CASE("“Who has not reported” lists the units that owe, by duty", "[talk]") {
  OfficeForTalk office = late_office();
  const Told told = office.say("dao", "ai chưa báo cáo");
  CHECK(told.says("CHƯA GỬI – [B20] Báo cáo kết quả năm 2023, hạn 24/11/2023: 2 đơn vị"));
  CHECK(told.says("1. Xã Bà Điểm – 5 ngày – vướng mắc: thiếu số liệu CA"));
  CHECK(told.says("2. Xã Đông Thạnh – 5 ngày – chưa phản hồi"));
  CHECK(told.says("1. Xã Bà Điểm – còn 1 ngày"));
}

TEST_CASE("Who has not reported is asked in many ways", "[talk]") {
  for (const char* text : {"ai chưa báo cáo",
                           "xã nào chưa nộp",
                           "đơn vị nào chưa gửi",
                           "còn ai chưa nộp",
                           "những ai chưa báo cáo vậy em",
                           "đơn vị nào chưa báo cáo ạ?",
                           "cho hỏi xã nào chưa gửi báo cáo",
                           "xem giúp đơn vị nào còn chưa nộp",
                           "chưa nộp có những ai",
                           "còn thiếu ai",
                           "ai còn nợ báo cáo",
                           "xã nào nợ báo cáo",
                           "danh sách đơn vị chưa nộp",
                           "nơi nào chưa xong",
                           "hiện còn xã nào chưa gửi",
                           "thiếu báo cáo của xã nào",
                           "còn thiếu báo cáo của ai",
                           "ai chưa gửi bc",
                           "ai chưa?",
                           "xã nào chưa có báo cáo",
                           "đến giờ còn đơn vị nào chưa báo cáo",
                           "những xã nào chưa nộp B20"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "T-75");
  }
}

TEST_CASE("Other questions about many units", "[talk]") {
  for (const char* text : {"ai quá hạn", "xã nào trễ hạn", "đơn vị nào đang quá hạn", "ai trễ vậy",
                           "việc trễ hạn", "xem quá hạn"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "M-37");
  }
  for (const char* text : {"ai đang vướng", "xã nào gặp khó khăn", "đơn vị nào có vướng mắc",
                           "ai đang vướng mắc vậy em", "nơi nào đang gặp khó khăn"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "T-79");
  }
}

TEST_CASE("How far an obligation is: counts, and the units that owe", "[talk]") {
  OfficeForTalk office = late_office();
  office.say("minh", "không phát sinh B20-02");
  const Told told = office.say("dao", "B20 tới đâu rồi");
  CHECK(
      told.says("[B20] Báo cáo kết quả năm 2023, hạn 24/11/2023: phải báo cáo 2, đã gửi 1 (trễ 1), "
                "chưa gửi 1 (quá hạn 1), vướng mắc 1"));
  CHECK(told.says("1. Xã Bà Điểm – 5 ngày – vướng mắc: thiếu số liệu CA"));
  CHECK_FALSE(told.says("Đông Thạnh"));
}

TEST_CASE("How far an obligation is, is asked in many ways", "[talk]") {
  for (const char* text : {"B20 tới đâu rồi", "B20 đến đâu rồi em", "b20 thế nào", "tình hình B20",
                           "tiến độ B20 thế nào", "báo cáo B20 ra sao rồi", "B20 làm tới đâu rồi?",
                           "tình hình của B20 thế nào ạ", "B20 nộp chưa"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "T-77");
  }
  for (const char* text : {"B20-01 thế nào", "B20-01 tới đâu rồi", "tình hình B20-01",
                           "B20-01 gửi chưa em", "tiến độ B20-01 đến đâu rồi"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "T-12");
  }
}

TEST_CASE("How far a unit is: counts, and what it owes", "[talk]") {
  OfficeForTalk office = late_office();
  const Told told = office.say("dao", "xã Bà Điểm tới đâu rồi");
  CHECK(told.says("Hội LHPN xã Bà Điểm: 2 việc có hạn, đã gửi 0 (trễ 0), chưa gửi 2 (quá hạn 1)"));
  CHECK(told.says("[B20-01]"));
  CHECK(told.says("[B19-01]"));
  CHECK_FALSE(told.says("B20-02"));
  for (const char* text : {"xã Bà Điểm tới đâu rồi", "Bà Điểm thế nào", "tình hình xã Bà Điểm",
                           "tình hình của xã Bà Điểm sao rồi", "xã Bà Điểm nộp chưa em",
                           "xã Bà Điểm làm đến đâu rồi"}) {
    INFO(text);
    CHECK(heard_as(late_office(), "dao", text) == "T-78");
  }
}

TEST_CASE("An officer who asks hears of her own unit only", "[talk]") {
  OfficeForTalk office = late_office();
  const Told own = office.say("lan", "ai chưa báo cáo");
  CHECK(own.says("[B20-01]"));
  CHECK_FALSE(own.says("Đông Thạnh"));
  CHECK_FALSE(own.says("B20-02"));
  CHECK(first_message(office.say("lan", "B20-02 thế nào")) == "T-03");
  CHECK(first_message(office.say("lan", "B20-01 thế nào")) == "T-12");
  CHECK(first_message(office.say("lan", "xã Đông Thạnh tới đâu rồi")) == "T-46");
  CHECK(first_message(office.say("lan", "xã Bà Điểm tới đâu rồi")) == "T-78");
  const Told obligation = office.say("lan", "B20 tới đâu rồi");
  CHECK(obligation.says("B20-01"));
  CHECK_FALSE(obligation.says("Đông Thạnh"));
  const Told stuck = office.say("minh", "ai đang vướng");
  CHECK(first_message(stuck) == "T-79N");
}

TEST_CASE("Words of a question inside a report, a reason or a request ask nothing", "[talk]") {
  for (const char* text :
       {"gia hạn B20-01 vì chưa biết đơn vị nào chưa gửi", "vướng mắc B20-01: không rõ làm thế nào",
        "đang làm B20-01, còn thiếu số liệu", "chưa nộp B20-01", "tiến độ B20-01 60%",
        "báo cáo B20-01 mẫu thế nào", "em chưa báo cáo được"}) {
    INFO(text);
    OfficeForTalk office;
    const std::string message = first_message(office.say("lan", text));
    for (const char* answer : {"T-75", "T-76", "T-77", "T-78", "T-79", "T-12", "T-01"})
      CHECK(message != answer);
  }
}

TEST_CASE("The list ends after ten lines with how many units are left, and a link if one is known",
          "[talk]") {
  OfficeForTalk office = late_office();
  for (int i = 3; i < 18; ++i) {
    Assignment copy = office.duty_of("B20-02");
    const std::string number = std::to_string(i);
    copy.unit = "xa-" + number;
    copy.code = "B20-" + number;
    Unit unit;
    unit.id = copy.unit;
    unit.name = "Hội LHPN xã Số " + number;
    unit.parent = "huyen";
    office.office.directory.put(unit);
    office.cases.all[copy.code] = copy;
  }
  for (const char* text : {"quá hạn", "ai chưa báo cáo", "B20 tới đâu rồi"}) {
    INFO(text);
    const Told told = office.say("dao", text);
    CHECK(told.says("\n9. "));
    CHECK_FALSE(told.says("\n11. "));
    CHECK(told.says("đơn vị khác."));
  }
  CHECK(office.say("dao", "B20 tới đâu rồi").says("\nCòn 7 đơn vị khác."));
  office.pages = "https://dondoc.example.gov.vn";
  CHECK(office.say("dao", "B20 tới đâu rồi")
            .says("\nCòn 7 đơn vị khác: https://dondoc.example.gov.vn"));
}

TEST_CASE("An extension granted to a unit by name is not given to another one that asked",
          "[talk]") {
  OfficeForTalk office;
  office.say("minh", "gia hạn B20-02 đến 27/11 vì chờ số liệu");
  const Told told = office.say("dao", "gia hạn cho xã Bà Điểm đến 28/11");
  CHECK(told.command<GrantExtension>() == nullptr);  // two duties of that unit: asked which
  CHECK(first_message(told) == "T-04");
  CHECK(office.duty_of("B20-02").extension_request);
  CHECK(office.say("dao", "1").command<GrantExtension>()->code == "B20-01");
}

TEST_CASE("“Duyệt” with a unit's name decides what that unit asked for", "[talk]") {
  OfficeForTalk office;
  office.say("minh", "gia hạn B20-02 đến 27/11 vì chờ số liệu");
  CHECK(office.say("dao", "duyệt gia hạn xã Bà Điểm").command<GrantExtension>() == nullptr);
  CHECK(office.duty_of("B20-02").extension_request);
  CHECK(office.say("dao", "duyệt gia hạn cho xã Đông Thạnh").command<GrantExtension>() != nullptr);
}

TEST_CASE("A lead's decisions in natural words", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("dao", "gia hạn B20-01 đến 27/11").command<GrantExtension>()->until ==
        LocalDate::of(2023, 11, 27));
  CHECK(office.say("dao", "cho B20-02 gia han den 28/11").command<GrantExtension>()->until ==
        LocalDate::of(2023, 11, 28));
  office.say("lan", "không phát sinh B20-01");
  const Told told = office.say("dao", "trả lại B20-01 vì thiếu số liệu, gửi lại trước 30/11");
  REQUIRE(told.command<ReturnReport>() != nullptr);
  CHECK(told.command<ReturnReport>()->reason == "thiếu số liệu");
  CHECK(told.command<ReturnReport>()->until == LocalDate::of(2023, 11, 29));
}

TEST_CASE("A reminder to a unit in natural words", "[talk]") {
  for (const char* text : {"đôn đốc xã Bà Điểm", "đôn đốc giúp xã Bà Điểm", "nhắc nhở xã Bà Điểm",
                           "giục xã Bà Điểm", "don doc ba diem"}) {
    INFO(text);
    OfficeForTalk office = late_office();
    const Told told = office.say("dao", text);
    REQUIRE(told.command<Nudge>() != nullptr);
    CHECK(told.command<Nudge>()->code == "B20-01");
  }
}

TEST_CASE("The form of address follows the person's own choice", "[talk]") {
  OfficeForTalk office;
  for (const char* address : {"đồng chí", "anh", "chị"}) {
    office.office.directory.change_person(
        "lan", [&](Person& person) { person.form_of_address = address; });
    const Told told = office.say("lan", "việc của tôi");
    CHECK(told.says(std::string("Việc của ") + address + " Nguyễn Thị Lan"));
    for (const char* other : {"đồng chí", "anh", "chị"}) {
      if (std::string(other) != address) CHECK_FALSE(told.says(std::string(other) + " Nguyễn"));
    }
  }
}
