#include "bots/platform/digest.h"
#include "bots/platform/json_tree.h"
#include "bots/zalo_oa/digest.h"
#include "bots/zalo_oa/read_event.h"
#include "bots/zalo_oa/webhook.h"
#include "engine/check.h"
#include "tests/fuzz/feed.h"
#include "tests/fuzz/heard.h"

namespace dondoc::fuzz {
namespace {

const zalo_oa::WebhookSecret k_secret{"1234567890", "the secret"};

std::string signature(std::string_view body) {
  const auto event = JsonTree::parse(body);
  const std::string time = event ? (*event)["timestamp"].text() : std::string();
  return "mac=" + zalo_oa::webhook_mac(k_secret.app_id, body, time, k_secret.oa_secret);
}

}  // namespace

void feed_zalo_oa(std::string_view input) {
  const WebhookCall call{{{"X-ZEvent-Signature", signature(input)}}, input};
  const WebhookReading reading = zalo_oa::read_webhook(call, k_secret, "888", reading_time());
  CHECK(reading.status != 401);
  CHECK(reading.status == 200 || reading.updates.empty());
  check_heard(reading.updates);
  // The age of an event keeps most inputs out above; what is behind it is read here.
  if (const auto event = JsonTree::parse(input); event && event->is_object())
    check_heard(zalo_oa::read_event(*event, "888", reading_time()));
}

}  // namespace dondoc::fuzz
