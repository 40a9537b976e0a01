#include "bots/telegram/webhook.h"
#include "engine/check.h"
#include "tests/fuzz/feed.h"
#include "tests/fuzz/heard.h"

namespace dondoc::fuzz {

void feed_telegram(std::string_view input) {
  const WebhookCall call{
      {{"X-Telegram-Bot-Api-Secret-Token", "the secret"}, {"Content-Type", "application/json"}},
      input};
  const WebhookReading reading =
      telegram::read_webhook_call(call, "the secret", "dondoc_test_bot", reading_time());
  CHECK(reading.status == 200 || reading.updates.empty());
  CHECK(reading.updates.size() <= 1);
  check_heard(reading.updates);
}

}  // namespace dondoc::fuzz
