// Plan B over a Telegram that fails, and with people who leave. The whole story: tests/served.
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
