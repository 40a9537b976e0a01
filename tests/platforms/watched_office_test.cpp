// What an administrator sees of an office at work: a log in which neither what people write nor a
// secret ever stands.
#include <catch2/catch.hpp>
#include <sstream>

#include "app/operations_log.h"
#include "tests/platforms/telegram_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_start = "2023-05-25T07:30";
const std::string k_officer = "778899001122";
const std::string k_marker = "MARKER-7f3a vì còn chờ số liệu của công an xã";
const std::string k_lead = "900900900900";

/// Plan B with an officer and her lead on Telegram.
void set_up(TelegramOffice& office) {
  const Plan plan = decoded(plan_text("b-hocmon-2023"));
  for (Command& c : people_of_demo(plan)) office.command(c.by, std::move(c.body));
  office.bind("ld-" + plan.issuer, k_lead);
  office.bind("cb-hpn-xa-ba-diem", k_officer);
  office.command("ld-" + plan.issuer, IssuePlan{plan_text("b-hocmon-2023")});
  office.run_to("2023-05-25T08:05");
}

}  // namespace

TEST_CASE("neither a person's words nor a secret comes into the log, whatever platforms answer",
          "[serve]") {
  std::ostringstream out;
  std::size_t failures = 0;
  const std::string token(FakeTelegram::k_token);
  {
    const VirtualClock clock(at(k_start));
    OperationsLog log(clock, Zone::viet_nam(), {token, std::string(TelegramOffice::k_secret)},
                      &out);
    TelegramOffice office(k_start, [&](const LogRecord& record) {
      failures += record.event == LogEvent::send_failed ? 1 : 0;
      log.write(record);
    });
    set_up(office);
    // A platform that repeats in every refusal what it was asked, token and all.
    office.http().refuse_and_repeat(true);
    office.say(k_officer, "vướng mắc B20-01 " + k_marker);
    office.say(k_officer, "việc của tôi");
    office.say(k_lead, k_marker);
    office.http().refuse_and_repeat(false);
    // A token that is dead, a platform that is down, a webhook called by strangers.
    office.fake.fail_next(FakeTelegram::FaultKind::unauthorized, "sendMessage");
    office.say(k_officer, k_marker);
    office.fake.fail_next(FakeTelegram::FaultKind::bad_gateway, "", 30);
    office.run_to("2023-11-24T09:00");
    WebhookCall call;
    const std::string body = R"({"message": {"text": ")" + k_marker + token + "\"}}";
    call.body = body;
    for (int i = 0; i < 50; ++i) office.receiving().hear_webhook(office.channels().all()[0], call);
  }
  const std::string log = out.str();
  INFO(log);
  CHECK(failures >= 4);
  CHECK(log.find("send_failed") != std::string::npos);
  CHECK(log.find("webhook_refused") != std::string::npos);
  CHECK(log.find("channel_sending") != std::string::npos);
  CHECK(log.find("\\\"chat_id\\\":…") != std::string::npos);  // taken out of what was repeated
  for (const std::string& outside :
       {std::string("MARKER"), std::string("7f3a"), std::string("công an"), token,
        std::string("TEST-token"), std::string(TelegramOffice::k_secret), k_officer, k_lead})
    CHECK(log.find(outside) == std::string::npos);
}
