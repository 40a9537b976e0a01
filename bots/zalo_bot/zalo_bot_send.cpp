// ZaloBot as a Channel: texts out.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "bots/platform/our_defect.h"
#include "bots/zalo_bot/typed_words.h"
#include "bots/zalo_bot/zalo_bot.h"

namespace dondoc {
namespace {

using zalo_bot::CallResult;

constexpr Elapsed k_send_timeout = Elapsed::seconds(15);

SendOutcome outcome_of(const CallResult& call, Instant now) {
  SendOutcome outcome;
  outcome.result = zalo_bot::send_class_of(call);
  if (outcome.result == SendClass::delivered) {
    outcome.platform_id = call.result["message_id"].text();
    return outcome;
  }
  outcome.detail = call.detail;
  if (outcome.result == SendClass::deferred) {
    outcome.retry_at = now + *call.retry_after;
    outcome.pauses_channel = true;
  }
  return outcome;
}

}  // namespace

Capabilities ZaloBot::capabilities() const {
  Capabilities can;
  can.text_length = k_text_units;
  can.unit = TextUnit::utf16;
  return can;
}

SendOutcome ZaloBot::send(const OutgoingMessage& message, Instant now) {
  if (message.account.empty()) return our_defect("a message to nobody");
  const auto parts =
      split_text(zalo_bot::text_with_typed_words(message), k_text_units, TextUnit::utf16);
  if (parts.empty()) return our_defect("a message without text");
  if (parts.size() > k_parts_most)
    return our_defect(fmt::format("a text of more than {} messages", k_parts_most));

  PartsSent::Mark mark = sent_parts_.take(message);
  SendOutcome outcome;
  for (; mark.parts < parts.size(); ++mark.parts) {
    const nlohmann::json parameters = {{"chat_id", message.account}, {"text", parts[mark.parts]}};
    outcome = outcome_of(api_.call("sendMessage", parameters, k_send_timeout), now);
    count_send(outcome.result, now);
    if (outcome.result != SendClass::delivered) {
      sent_parts_.keep(message, message.account, std::move(mark));
      return outcome;
    }
    if (mark.platform_id.empty()) mark.platform_id = std::move(outcome.platform_id);
  }
  outcome.platform_id = std::move(mark.platform_id);
  return outcome;
}

void ZaloBot::count_send(SendClass result, Instant now) {
  const std::lock_guard lock(mutex_);
  turn_month(now);
  if (result == SendClass::delivered) exhausted_ = false;
  if (result == SendClass::delivered || result == SendClass::unknown) ++sent_;
  if (result == SendClass::quota_exhausted) exhausted_ = true;
}

}  // namespace dondoc
