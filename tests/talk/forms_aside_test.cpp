// Several report forms open at once, interruption and resumption.
#include <catch2/catch.hpp>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using namespace dondoc::talk_test;

namespace {

/// Minh also stands in for Nga: two units, two forms.
OfficeForTalk& with_two_forms(OfficeForTalk& office) {
  office.office.directory.change_person("nga", [](Person& p) {
    p.leaves.push_back({date("2023-11-01"), date("2023-12-31"), "minh"});
  });
  return office;
}

}  // namespace

TEST_CASE("Another report sets the unfinished one aside, and nothing typed is lost",
          "[talk][forms]") {
  OfficeForTalk plain;
  OfficeForTalk& office = with_two_forms(plain);
  office.say_all("minh", {"báo cáo B20-02", "3", "245"});
  const Told told = office.say("minh", "báo cáo C22-01");
  CHECK(told.messages.front() == "F-21");
  CHECK(told.says("[B20-02]"));
  CHECK(told.says("20/11/2023"));  // how long it is kept
  CHECK(told.says("Số cuộc cả năm?"));

  SECTION("by its code") {
    const Told back = office.say("minh", "tiếp tục B20-02");
    CHECK(back.says("3/5"));
    CHECK(office.say_all("minh", {"0", "không", "bỏ qua"}).says("Lượt người dự: 245"));
  }
  SECTION("by “báo cáo” and its code") {
    CHECK(office.say("minh", "báo cáo B20-02").says("3/5"));
  }
  SECTION("when the other is handed in, it is mentioned") {
    office.say("minh", "riêng");
    const Told handed = office.say_all("minh", {"7", "92,5", "80", "có", "gửi"});
    CHECK(handed.command<Submit>() != nullptr);
    CHECK(handed.messages == std::vector<std::string>{"F-13"});
    CHECK(office.say("minh", "tiếp tục").says("3/5"));
  }
  SECTION("figures of both stay apart") {
    office.say("minh", "7");
    office.say("minh", "tiếp tục B20-02");
    office.say("minh", "tiếp tục C22-01");
    const Told again = office.say("minh", "tiếp tục B20-02");
    CHECK(again.says("3/5"));
    CHECK(office.say_all("minh", {"0", "không", "bỏ qua"}).says("Số cuộc tuyên truyền: 3"));
  }
}

TEST_CASE("“Đã gửi” for a duty whose form is set aside takes its figures along", "[talk][forms]") {
  OfficeForTalk plain;
  OfficeForTalk& office = with_two_forms(plain);
  office.say_all("minh", {"báo cáo B20-02", "3", "báo cáo C22-01"});
  const Told sent = office.press("minh", "sent", "B20-02");
  REQUIRE(sent.command<Submit>() != nullptr);
  CHECK(sent.command<Submit>()->figures.size() == 1);
  CHECK(office.topic("minh") == "form");
}

TEST_CASE("An unfinished form is there a day later, over the weekend, and says until when",
          "[talk][forms]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  CHECK(office.say("lan", "dừng lại").says("20/11/2023"));
  SECTION("the next day") {
    office.at("2023-11-14T16:00");
    CHECK(office.say("lan", "tiếp tục").says("2/5"));
  }
  SECTION("on the last day") {
    office.at("2023-11-20T23:00");
    CHECK(office.say("lan", "tiếp tục").says("2/5"));
  }
  SECTION("no longer after it") {
    office.at("2023-11-21T00:00");
    CHECK(office.say("lan", "tiếp tục").messages == std::vector<std::string>{"F-19"});
  }
}

TEST_CASE("A form left without a word goes on with its answer a day later", "[talk][forms]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3"});
  office.at("2023-11-15T09:00");
  CHECK(office.say("lan", "245").says("3/5"));
}

TEST_CASE("A question outlives its form no longer than a day", "[talk][forms]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "gia hạn B20-01"});
  office.at("2023-11-14T09:00");
  CHECK(office.say("lan", "27/11").command<RequestExtension>() == nullptr);
  CHECK(office.say("lan", "tiếp tục").says("2/5"));
}

TEST_CASE("All unfinished forms are listed after another command", "[talk][forms]") {
  OfficeForTalk plain;
  OfficeForTalk& office = with_two_forms(plain);
  office.say_all("minh", {"báo cáo B20-02", "3", "báo cáo C22-01", "7"});
  const Told listed = office.say("minh", "việc của tôi");
  CHECK(listed.messages.back() == "F-13M");
  CHECK(listed.says("[B20-02]"));
  CHECK(listed.says("[C22-01]"));
}

TEST_CASE("A button below an earlier question answers nothing and shows where the form stands",
          "[talk][forms]") {
  OfficeForTalk office;
  office.say_all("lan", {"báo cáo B20-01", "3", "245", "0", "không"});
  office.office.conversations.at("lan").nonce = "2b";
  const Told stale = office.press("lan", "skip", "B20-01");  // of message 1a
  CHECK(stale.says("không còn hiệu lực"));
  CHECK(stale.says("5/5"));
  CHECK(stale.commands.empty());
  office.office.conversations.at("lan").nonce = "1a";
  CHECK(office.press("lan", "skip", "B20-01").messages == std::vector<std::string>{"F-04"});
}

TEST_CASE("A form set aside is forgotten when its duty is gone", "[talk][forms]") {
  OfficeForTalk plain;
  OfficeForTalk& office = with_two_forms(plain);
  office.say_all("minh", {"báo cáo B20-02", "3", "báo cáo C22-01", "thôi"});
  office.carry_out("dao", CancelDuty{"B20-02", "không còn cần"});
  const Told told = office.say("minh", "tiếp tục B20-02");
  CHECK(told.commands.empty());
  CHECK_FALSE(told.all().empty());
}
