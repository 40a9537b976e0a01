// Files sent in the chat: which duty they belong to, and what is not taken.
#include <catch2/catch.hpp>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using namespace dondoc::talk_test;

namespace {

/// A second duty with a date: then it is not certain what a file is for.
void give_lan_one_duty(OfficeForTalk& office) {
  office.say("lan", "B19-01 xong rồi");
  office.carry_out("dao", Accept{"B19-01"});
}

}  // namespace

TEST_CASE("A file goes to the only duty that awaits a report", "[talk][file]") {
  OfficeForTalk office;
  const Told told = office.send_file("minh", "Bao cao.pdf");
  REQUIRE(told.command<OfferFile>() != nullptr);
  CHECK(told.command<OfferFile>()->code == "B20-02");
  CHECK(told.command<OfferFile>()->name == "Bao cao.pdf");
  CHECK(told.refusal.empty());
  REQUIRE(office.duty_of("B20-02").attachments.size() == 1);
  CHECK_FALSE(office.duty_of("B20-02").attachments.front().is_kept());
  CHECK(office.office.offered_files.size() == 1);
}

TEST_CASE("With several duties it is asked which one a file is for", "[talk][file]") {
  OfficeForTalk office;
  const Told asked = office.send_file("lan", "Bao cao.pdf");
  CHECK(asked.messages == std::vector<std::string>{"F-23"});
  CHECK(asked.commands.empty());
  SECTION("by number") {
    CHECK(office.say("lan", "1").command<OfferFile>()->code == "B20-01");
  }
  SECTION("by code") { CHECK(office.say("lan", "B19-01 ạ").command<OfferFile>()->code == "B19-01"); }
  SECTION("more files meanwhile are for the same") {
    CHECK(office.send_file("lan", "Phu luc.xlsx").messages == std::vector<std::string>{"T-72"});
    CHECK(office.say("lan", "1").commands.size() == 2);
    CHECK(office.duty_of("B20-01").attachments.size() == 2);
  }
  SECTION("and nothing is kept when the person stops") {
    office.say("lan", "thôi");
    CHECK(office.office.offered_files.empty());
  }
}

TEST_CASE("The code in the caption says what a file is for, and the caption may say more",
          "[talk][file]") {
  OfficeForTalk office;
  CHECK(office.send_file("lan", "a.pdf", "B20-01 em gửi bản ký").command<OfferFile>()->code ==
        "B20-01");
  const Told done = office.send_file("lan", "b.pdf", "B19-01 đã xong ạ");
  CHECK(done.command<OfferFile>()->code == "B19-01");
  CHECK(done.command<Submit>()->codes == std::vector<std::string>{"B19-01"});
  CHECK(office.send_file("lan", "c.pdf", "báo cáo B99-01").says("B99-01"));
}

TEST_CASE("A file answers the question of the form that asks for one", "[talk][file]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0", "không"});
  const Told told = office.send_file("lan", "Bao cao ky.pdf");
  CHECK(told.command<OfferFile>()->code == "B20-01");
  CHECK(told.says("Báo cáo đã ký: tệp gửi kèm qua tin nhắn"));
  CHECK(told.messages == std::vector<std::string>{"F-04"});
  const Submit sent = *office.say("lan", "gửi").command<Submit>();
  CHECK(sent.figures.size() == 4);
}

TEST_CASE("A file in the middle of a form is for that report and the question stays",
          "[talk][file]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  CHECK(office.send_file("lan", "anh.jpg").command<OfferFile>()->code == "B20-01");
  CHECK(office.say("lan", "245").says("3/5"));
}

TEST_CASE("After “Đính kèm tệp” the file belongs to that duty, until something else is said",
          "[talk][file]") {
  OfficeForTalk office;
  office.press("lan", "attach", "B19-01");
  SECTION("at once") {
    CHECK(office.send_file("lan", "a.pdf").command<OfferFile>()->code == "B19-01");
  }
  SECTION("after a remark") {
    office.say("lan", "em gửi đây ạ");
    CHECK(office.send_file("lan", "a.pdf").command<OfferFile>()->code == "B19-01");
  }
  SECTION("not after another matter") {
    office.say("lan", "hạn B20-01");
    CHECK(office.send_file("lan", "a.pdf").messages == std::vector<std::string>{"F-23"});
  }
}

TEST_CASE("A file of another kind, or too large, is refused with the reason", "[talk][file]") {
  OfficeForTalk office;
  const Told other = office.send_file("minh", "tro choi.exe");
  CHECK(other.messages == std::vector<std::string>{"F-11N"});
  CHECK_FALSE(other.says("tro choi.exe"));  // not kept, so not repeated
  CHECK(other.says("loại tệp này"));
  CHECK(office.send_file("minh", "phim.pdf", "", 50'000'000).says("lớn hơn 20 MB"));
  CHECK(office.office.offered_files.empty());
}

TEST_CASE("A caption or name with personal data or a secret marking: nothing is kept", "[talk][file]") {
  OfficeForTalk office;
  SECTION("in the caption") {
    CHECK(office.send_file("minh", "a.pdf", "danh sách: 079301001234 Nguyễn Thị A").messages ==
          std::vector<std::string>{"M-15"});
  }
  SECTION("in the name") {
    CHECK(office.send_file("minh", "CCCD_079301001234.pdf").messages ==
          std::vector<std::string>{"M-15"});
  }
  SECTION("a secret document") {
    CHECK(office.send_file("minh", "Cong van TUYỆT MẬT.pdf").messages ==
          std::vector<std::string>{"M-16"});
  }
  CHECK(office.office.offered_files.empty());
  CHECK(office.duty_of("B20-02").attachments.empty());
}

TEST_CASE("A file of somebody without a duty is not kept", "[talk][file]") {
  OfficeForTalk office;
  const Told told = office.send_file("dao", "a.pdf");
  CHECK(told.messages == std::vector<std::string>{"F-24"});
  CHECK(told.commands.empty());
}

TEST_CASE("The lead sees that there is a file", "[talk][file]") {
  OfficeForTalk office;
  give_lan_one_duty(office);
  office.send_file("minh", "a.pdf");
  CHECK_FALSE(office.say("dao", "tình hình B20-02").says("tệp"));
  REQUIRE(office.carry_out("", KeepFile{"B20-02", 1, "pdf", std::string(64, 'a'), 1000}).empty());
  CHECK(office.say("dao", "báo cáo B20-02").says("có 1 tệp"));
  office.say_all("minh", {"B20-02 đã gửi"});
  CHECK(office.duty_of("B20-02").submissions.back().files == std::vector<std::string>{"a.pdf"});
}

TEST_CASE("What cannot be read is answered kindly", "[talk][file]") {
  OfficeForTalk office;
  CHECK(office.send("minh", InboundKind::other, {}, "").messages == std::vector<std::string>{"T-35"});
}
