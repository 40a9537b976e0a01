// Plan B over Telegram: invited, told, acknowledged, reported, extended, overdue, escalated.
#include <catch2/catch.hpp>

#include "tests/platforms/telegram_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct Story {
  TelegramOffice office{"2023-05-25T07:30"};
  Plan plan = decoded(plan_text("b-hocmon-2023"));
  std::string lead = "ld-" + plan.issuer;

  Story() {
    for (Command& c : people_of_demo(plan)) office.command(c.by, std::move(c.body));
    office.bind(lead, "900");
    office.bind("cb-hpn-xa-ba-diem", "701");
    office.bind("cb-hpn-xa-dong-thanh", "702");
    office.bind("cb-hpn-xa-nhi-binh", "703");
    office.command(lead, IssuePlan{plan_text("b-hocmon-2023")});
    office.run_to("2023-05-25T08:05");
  }
};

}  // namespace

TEST_CASE("plan B runs over Telegram from the invitation to the escalation", "[telegram]") {
  Story story;
  TelegramOffice& office = story.office;
  CHECK(office.saw("701", "tin nhắn tự động của Đôn Đốc"));
  CHECK(office.saw("701", "[B20-01]"));

  CHECK(office.press("701", "Tiếp nhận tất cả"));
  CHECK(office.state("B20-01") == "acknowledged");
  CHECK(office.saw("701", "tiếp nhận 13 việc"));
  office.say("702", "tiếp nhận B20-02");
  CHECK(office.state("B20-02") == "acknowledged");

  office.run_to("2023-11-20T09:00");
  office.say("701", "báo cáo B20-01");
  for (const char* answer : {"3", "245", "2,5 triệu", "không", "bỏ qua"}) office.say("701", answer);
  if (office.state("B20-01") != "reported") office.say("701", "gửi");
  CHECK(office.state("B20-01") == "reported");
  CHECK(office.saw("900", "[B20-01]"));

  office.say("702", "xin gia hạn B20-02 đến 30/11 vì chờ số liệu công an");
  CHECK(office.saw("900", "xin gia hạn [B20-02]"));
  CHECK(office.press("900", "Đồng ý"));
  CHECK(office.saw("702", "Lãnh đạo đồng ý gia hạn"));

  office.run_to("2023-11-30T09:00");
  CHECK(office.saw("703", "[B20-03]"));
  CHECK(office.saw("900", "[B20-03]"));
  office.say("900", "quá hạn");
  CHECK(office.fake.newest("900").text.find("quá hạn") != std::string::npos);
}

TEST_CASE("a platform that loses answers and refuses calls delays messages and loses none",
          "[telegram]") {
  Story story;
  TelegramOffice& office = story.office;
  FakeTelegram::FaultPlan faults;
  faults.percent = 20;
  faults.seed = 7;
  office.fake.plan_faults(faults);
  office.run_to("2023-11-24T17:00");
  office.fake.plan_faults({});
  office.run_to("2023-12-08T17:00");
  for (const char* account : {"701", "702", "703"}) {
    INFO(account);
    CHECK(office.saw(account, "quá hạn"));
  }
  for (const auto& shown : office.fake.chat("701")) {
    if (!shown.from_bot) continue;
    const TimeOfDay time = Zone::viet_nam().time_of(shown.at);
    INFO(Zone::viet_nam().iso(shown.at) << ' ' << shown.text);
    const bool answer_of_binding = Zone::viet_nam().date_of(shown.at).iso() == "2023-05-25";
    CHECK((answer_of_binding || (time >= TimeOfDay::at(8, 0) && time <= TimeOfDay::at(16, 30))));
  }
}

TEST_CASE("who blocks the bot is not written to any more, and the lead is told", "[telegram]") {
  Story story;
  TelegramOffice& office = story.office;
  office.fake.block("703", at("2023-05-25T08:10"));
  const std::size_t before = office.fake.chat("703").size();
  office.run_to("2023-11-24T17:00");
  CHECK(office.fake.chat("703").size() == before);
  CHECK(office.saw("900", "chưa gửi được tin"));
}
