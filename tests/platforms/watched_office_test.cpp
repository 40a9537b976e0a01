// What an administrator sees of an office at work: metrics over a real port, and a log in which
// neither what people write nor a secret ever stands.
#include <catch2/catch.hpp>
#include <sstream>

#include "app/operations_log.h"
#include "tests/platforms/served_office.h"

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

/// The value of a metric; empty when it is not shown.
std::string value(const std::string& text, const std::string& metric) {
  const auto begin = ("\n" + text).find("\n" + metric + " ");
  if (begin == std::string::npos) return "";
  const auto number = begin + metric.size() + 1;
  return text.substr(number, text.find('\n', number) - number);
}

}  // namespace

TEST_CASE("an office's metrics are shown over HTTP", "[serve]") {
  ServedOffice served(k_start);
  set_up(served.office);
  const HttpAnswer answer = served.get("/metrics");
  REQUIRE(answer.status == 200);
  CHECK(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(std::stoi(value(answer.body, "dondoc_messages_sent_total{channel=\"telegram\"}")) >= 4);
  CHECK(value(answer.body, "dondoc_channel_stopped{channel=\"telegram\"}") == "0");
  CHECK(value(answer.body, "dondoc_updates_received_total{channel=\"telegram\"}") == "2");
  CHECK(value(answer.body, "dondoc_store_answers") == "1");
  const std::string sent = value(answer.body, "dondoc_messages_sent_total{channel=\"telegram\"}");
  CHECK(value(answer.body, "dondoc_message_lateness_seconds_count{channel=\"telegram\"}") == sent);
  CHECK(value(answer.body,
              "dondoc_message_lateness_seconds_bucket{channel=\"telegram\",le=\"900\"}") == sent);

  served.office.fake.fail_next(FakeTelegram::FaultKind::unauthorized, "sendMessage");
  served.office.say(k_officer, "việc của tôi");
  HttpRequest forged;
  forged.url = "http://127.0.0.1:" + std::to_string(served.port) + "/webhook/telegram";
  forged.body = "{}";
  CHECK(PlatformHttp().ask(forged)->status == 401);
  const std::string after = served.get("/metrics").body;
  CHECK(value(after, "dondoc_messages_failed_total{channel=\"telegram\",class=\"auth_dead\"}") ==
        "1");
  CHECK(value(after, "dondoc_channel_stopped{channel=\"telegram\"}") == "1");
  CHECK(value(after, "dondoc_channel_paused_seconds{channel=\"telegram\"}") == "600");
  CHECK(value(after, "dondoc_webhook_calls_refused_total{channel=\"telegram\"}") == "1");
  for (const std::string& outside : {k_officer, k_lead, std::string("cb-hpn-xa-ba-diem")})
    CHECK(after.find(outside) == std::string::npos);
}

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
