#include "app/delivery.h"

#include <algorithm>

#include "engine/notice/notices.h"

namespace dondoc {
namespace {

constexpr std::size_t k_messages_per_batch = 200;
/// Longer than any channel takes to answer.
constexpr Elapsed k_lease = Elapsed::minutes(2);
/// Then the message is given up and the lead told.
constexpr int k_attempts = 8;

Elapsed pause_after(int attempts) {
  return Elapsed::seconds(std::int64_t{15} << std::min(attempts, 8));
}

/// A repeat after an unknown outcome says so, so that a person can see it is the same message
/// (design §4).
std::string text_for(const MessageBody& body, bool maybe_repeated) {
  return maybe_repeated ? "(Tin này có thể đã được gửi trước đó) " + body.text : body.text;
}

OutgoingMessage outgoing(const ClaimedMessage& claimed, const MessageBody& body,
                         const std::string& account) {
  OutgoingMessage message;
  message.id = claimed.row.id;
  message.account = account;
  message.maybe_repeated = claimed.outcome_unknown;
  message.text = text_for(body, claimed.outcome_unknown);
  const std::string code = body.codes.size() == 1 ? body.codes.front() : "";
  for (const Button& button : body.buttons)
    message.buttons.push_back(
        {button.label, payload_of(button, code.empty() ? claimed.row.code : code, claimed.row.id)});
  return message;
}

bool try_next_channel(SendClass result) {
  return result == SendClass::recipient_gone || result == SendClass::window_closed ||
         result == SendClass::quota_exhausted || result == SendClass::auth_dead ||
         result == SendClass::bad_request;
}

bool may_try_later(SendClass result) {
  return result == SendClass::deferred || result == SendClass::retryable ||
         result == SendClass::unknown;
}

const char* outcome_name(SendClass result, bool given_up) {
  if (given_up) return "given_up";
  if (result == SendClass::delivered) return "delivered";
  return result == SendClass::unknown ? "unknown" : "retry";
}

}  // namespace

Settled Delivery::send(const ClaimedMessage& claimed, Instant now) {
  const MessageBody body = decode_message(claimed.row.body);
  const Person* person = engine_.office().directory.person(claimed.row.person);
  SendOutcome outcome{SendClass::recipient_gone, "", "no channel reaches this person", now};
  std::string used;
  if (body.text.empty()) outcome.detail = "unreadable message";
  for (const Address& address :
       person == nullptr || body.text.empty() ? std::vector<Address>{} : person->addresses) {
    auto channel = std::find_if(channels_.begin(), channels_.end(),
                                [&](Channel* c) { return c->name() == address.channel; });
    if (channel == channels_.end() || !address.reachable) continue;
    used = address.channel;
    outcome = (*channel)->send(outgoing(claimed, body, address.account), now);
    if (!try_next_channel(outcome.result)) break;
  }
  Settled settled;
  settled.row = claimed.row;
  settled.update.id = claimed.row.id;
  settled.update.at = now;
  settled.update.attempts = claimed.attempts + 1;
  settled.update.channel = used;
  settled.update.detail = outcome.detail;
  const bool later = may_try_later(outcome.result) && settled.update.attempts < k_attempts;
  const bool delivered = outcome.result == SendClass::delivered;
  settled.update.standing = delivered ? OutboxStanding::sent
                            : later   ? OutboxStanding::waiting
                                      : OutboxStanding::given_up;
  settled.update.next_attempt = outcome.result == SendClass::deferred
                                    ? outcome.retry_at
                                    : now + pause_after(settled.update.attempts);
  settled.outcome =
      outcome_name(outcome.result, settled.update.standing == OutboxStanding::given_up);
  return settled;
}

Result<std::size_t> Delivery::send_due(Instant now) {
  if (channels_.empty()) return std::size_t{0};
  auto claimed = store_.claim_outbox(now, now + k_lease, k_messages_per_batch);
  if (!claimed) return tl::unexpected(claimed.error());
  if (claimed->empty()) return std::size_t{0};
  std::vector<Settled> settled;
  settled.reserve(claimed->size());
  for (const ClaimedMessage& message : *claimed) settled.push_back(send(message, now));
  if (auto recorded = engine_.settle(settled, now); !recorded)
    return tl::unexpected(recorded.error());
  return settled.size();
}

}  // namespace dondoc
