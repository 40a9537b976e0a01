// ZaloBot as a Channel: texts out.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "bots/zalo_bot/typed_words.h"
#include "bots/zalo_bot/zalo_bot.h"

namespace dondoc {
namespace {

using zalo_bot::CallResult;

constexpr Elapsed k_send_timeout = Elapsed::seconds(15);
constexpr std::size_t k_progress_most = 256;  // messages that stopped between two parts

SendOutcome bad_request(std::string detail) {
  SendOutcome outcome;
  outcome.result = SendClass::bad_request;
  outcome.detail = std::move(detail);
  return outcome;
}

SendOutcome outcome_of(const CallResult& call, Instant now) {
  SendOutcome outcome;
  outcome.result = zalo_bot::send_class_of(call);
  if (outcome.result == SendClass::delivered) {
    outcome.platform_id = zalo_bot::text_of(call.result(), "message_id");
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
  if (message.account.empty()) return bad_request("a message to nobody");
  const std::string text = zalo_bot::text_with_typed_words(message);
  const auto parts = split_text(text, k_text_units, TextUnit::utf16);
  if (parts.empty()) return bad_request("a message without text");
  if (parts.size() > k_parts_most)
    return bad_request(fmt::format("a text of more than {} messages", k_parts_most));

  Progress progress = progress_of(message, text);
  SendOutcome outcome;
  for (std::size_t i = progress.sent; i < parts.size(); ++i) {
    const nlohmann::json parameters = {{"chat_id", message.account}, {"text", parts[i]}};
    outcome = outcome_of(api_.call("sendMessage", parameters, k_send_timeout), now);
    count_send(outcome.result, now);
    if (outcome.result != SendClass::delivered) {
      keep_progress(message, std::move(progress));
      return outcome;
    }
    progress.sent = i + 1;
    if (progress.first_id.empty()) progress.first_id = std::move(outcome.platform_id);
  }
  forget_progress(message);
  outcome.platform_id = std::move(progress.first_id);
  return outcome;
}

ZaloBot::Progress ZaloBot::progress_of(const OutgoingMessage& message,
                                       const std::string& text) const {
  const std::lock_guard lock(mutex_);
  const auto found = progress_.find(message.id);
  // Another text under the same id ("this may be a repetition: …") begins anew.
  if (found == progress_.end() || found->second.text != text) return {text, 0, {}};
  return found->second;
}

void ZaloBot::keep_progress(const OutgoingMessage& message, Progress progress) {
  if (progress.sent == 0 || message.id == 0) return;
  const std::lock_guard lock(mutex_);
  progress_[message.id] = std::move(progress);
  // The oldest goes: its message, should it be tried again, begins anew.
  if (progress_.size() > k_progress_most) progress_.erase(progress_.begin());
}

void ZaloBot::forget_progress(const OutgoingMessage& message) {
  const std::lock_guard lock(mutex_);
  progress_.erase(message.id);
}

void ZaloBot::count_send(SendClass result, Instant now) {
  const std::lock_guard lock(mutex_);
  turn_month(now);
  if (result == SendClass::delivered) exhausted_ = false;
  if (result == SendClass::delivered || result == SendClass::unknown) ++sent_;
  if (result == SendClass::quota_exhausted) exhausted_ = true;
}

}  // namespace dondoc
