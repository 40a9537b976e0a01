#include <catch2/catch.hpp>

#include <string>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;
using dondoc::talk_test::Told;

namespace {

OfficeForTalk with_request() {
  OfficeForTalk office;
  office.say("lan", "gia hạn B20-01 đến 27/11 vì chờ số liệu");
  return office;
}

}  // namespace

TEST_CASE("The situation is told by plan in the official boxes", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "không phát sinh B20-01");
  office.at("2023-11-29T08:00");
  const Told told = office.say("dao", "tình hình");
  INFO(told.all());
  CHECK(told.says("6 việc"));
  CHECK(told.says("Đã gửi: 1 (đúng hạn 1, trễ 0)"));
  CHECK(told.says("quá hạn 2"));
}

TEST_CASE("Overdue duties are listed by obligation, worst first", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "vướng mắc B20-01: thiếu số liệu CA");
  office.at("2023-11-29T08:00");
  const Told told = office.say("dao", "quá hạn");
  CHECK(told.says("QUÁ HẠN – [B20] Báo cáo kết quả năm 2023, hạn 24/11/2023"));
  CHECK(told.says("1. Xã Bà Điểm – 5 ngày – vướng mắc: thiếu số liệu CA"));
  CHECK(told.says("2. Xã Đông Thạnh – 5 ngày – chưa phản hồi"));
  CHECK(told.says("[C23]"));
}

TEST_CASE("Nothing overdue is said so", "[talk]") {
  OfficeForTalk office;
  office.at("2023-08-01T08:00");
  CHECK(office.say("dao", "quá hạn").messages == std::vector<std::string>{"T-36"});
}

TEST_CASE("A pending extension is granted", "[talk]") {
  OfficeForTalk office = with_request();
  SECTION("by its button") { office.press("dao", "grant", "B20-01"); }
  SECTION("by “duyệt” when nothing else waits") { office.say("dao", "duyệt"); }
  SECTION("by its code") { office.say("dao", "duyệt B20-01"); }
  SECTION("in words") { office.say("dao", "đồng ý gia hạn B20-01"); }
  SECTION("by agreeing") { office.say("dao", "đồng ý"); }
  CHECK_FALSE(office.duty_of("B20-01").extension_request);
  CHECK(office.duty_of("B20-01").ledger.back().date.iso() == "2023-11-27");
}

TEST_CASE("The lead is told what was decided", "[talk]") {
  OfficeForTalk office = with_request();
  CHECK(office.press("dao", "grant", "B20-01").says("đồng ý gia hạn đến 27/11/2023"));
}

TEST_CASE("Another date may be given", "[talk]") {
  OfficeForTalk office = with_request();
  CHECK(office.press("dao", "grant_other", "B20-01").messages == std::vector<std::string>{"T-26"});
  CHECK(office.say("dao", "29/11").command<GrantExtension>()->until == LocalDate::of(2023, 11, 29));
  CHECK(office.say("dao", "gia hạn B20-02 đến 27/11").command<GrantExtension>()->code == "B20-02");
}

TEST_CASE("A lead without duties of her own means those of her units", "[talk]") {
  OfficeForTalk office = with_request();
  CHECK(office.say("dao", "gia hạn đến 28/11").command<GrantExtension>()->until ==
        LocalDate::of(2023, 11, 28));
}

TEST_CASE("The proposals of a plan are confirmed on its page, not by one press", "[talk]") {
  OfficeForTalk office;
  CHECK(office.press("dao", "confirm", "").messages == std::vector<std::string>{"T-74"});
}

TEST_CASE("An extension is refused with an opinion", "[talk]") {
  OfficeForTalk office = with_request();
  SECTION("given at once") { office.say("dao", "không đồng ý gia hạn B20-01 vì cần nộp đúng hạn"); }
  SECTION("asked for") {
    CHECK(office.press("dao", "refuse", "B20-01").messages == std::vector<std::string>{"T-27"});
    office.say("dao", "cần nộp đúng hạn");
  }
  CHECK_FALSE(office.duty_of("B20-01").extension_request);
}

TEST_CASE("Several things waiting are offered as choices", "[talk]") {
  OfficeForTalk office = with_request();
  office.say("minh", "không phát sinh");
  const Told asked = office.say("dao", "duyệt");
  CHECK(asked.commands.empty());
  CHECK(asked.says("1. [B20-01] Hội LHPN xã Bà Điểm"));
  CHECK(asked.says("xin gia hạn đến 27/11/2023"));
  CHECK(office.say("dao", "2").command<Accept>()->code == "B20-02");
  CHECK(office.state("B20-02") == "accepted");
}

TEST_CASE("Nothing waiting is said kindly", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("dao", "duyệt").messages == std::vector<std::string>{"T-56"});
  CHECK(office.say("dao", "duyệt B20-01").messages == std::vector<std::string>{"T-60"});
}

TEST_CASE("A report is returned with what is missing and by when", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "không phát sinh B20-01");
  SECTION("at once") { office.say("dao", "trả lại B20-01 vì thiếu kinh phí, gửi lại trước 30/11"); }
  SECTION("asked for") {
    CHECK(office.press("dao", "return", "B20-01").messages == std::vector<std::string>{"T-25"});
    office.say("dao", "thiếu kinh phí, gửi lại trước 30/11");
  }
  CHECK(office.state("B20-01") == "returned");
  CHECK(office.duty_of("B20-01").ledger.back().reason == "thiếu kinh phí");
  CHECK(office.duty_of("B20-01").ledger.back().date.iso() == "2023-11-29");
}

TEST_CASE("A lead nudges one duty, one unit, or all after confirming", "[talk]") {
  OfficeForTalk office;
  office.at("2023-11-29T08:00");
  SECTION("one duty") {
    CHECK(office.say("dao", "đôn đốc B20-01").command<Nudge>()->code == "B20-01");
  }
  SECTION("one unit by name") {
    CHECK(office.say("dao", "đôn đốc xã Bà Điểm").command<Nudge>()->code == "B20-01");
  }
  SECTION("one unit by its short name, plain letters") {
    CHECK(office.say("dao", "don doc dong thanh").command<Nudge>()->code == "B20-02");
  }
  SECTION("a unit that is not known") {
    CHECK(office.say("dao", "đôn đốc xã Tân Hiệp").messages == std::vector<std::string>{"T-64"});
  }
  SECTION("all") {
    const Told asked = office.say("dao", "đôn đốc");
    CHECK(asked.commands.empty());
    CHECK(asked.says("đôn đốc 3 việc quá hạn của 3 đơn vị"));
    SECTION("confirmed") { CHECK(office.say("dao", "đúng rồi").commands.size() == 3); }
    SECTION("not confirmed") { CHECK(office.say("dao", "không").commands.empty()); }
  }
}

TEST_CASE("An opinion on a difficulty answers it", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "vướng mắc B20-01: thiếu số liệu CA");
  office.say("dao", "ý kiến B20-01: báo trước phần của Hội");
  CHECK_FALSE(office.duty_of("B20-01").block);
}

TEST_CASE("Officers are told which commands are for leads", "[talk]") {
  OfficeForTalk office;
  const char* text = GENERATE(values<const char*>(
      {"tình hình", "đôn đốc", "tổng hợp", "trả lại B20-01 vì thiếu", "duyệt B20-01"}));
  INFO(text);
  CHECK(office.say("lan", text).messages == std::vector<std::string>{"T-46"});
}

TEST_CASE("A summary is drafted and approved when every report is in", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("dao", "tổng hợp").messages == std::vector<std::string>{"M-35"});
}

TEST_CASE("Help is told by place", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "trợ giúp").messages == std::vector<std::string>{"T-05"});
  CHECK(office.say("dao", "trợ giúp").messages == std::vector<std::string>{"T-06"});
}
