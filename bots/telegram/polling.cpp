#include "bots/telegram/polling.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bots/telegram/read_update.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

constexpr int k_poll_s = 30;
constexpr Elapsed k_http_timeout = Elapsed::seconds(k_poll_s + 10);
constexpr int k_updates_at_once = 100;
/// A server that answers a long poll at once must not be asked without a pause.
constexpr Elapsed k_after_nothing = {100};
constexpr Elapsed k_conflict_first = Elapsed::seconds(5), k_conflict_most = Elapsed::minutes(5);
constexpr Elapsed k_failure_first = Elapsed::seconds(1), k_failure_most = Elapsed::minutes(1);

}  // namespace

Elapsed Poller::longer_wait(Elapsed first, Elapsed most) {
  last_wait_ = std::clamp(Elapsed{last_wait_.ms * 2}, first, most);
  return last_wait_;
}

Polled Poller::failed(const ApiReply& reply) {
  Polled polled;
  polled.detail = reply.detail();
  const bool said = reply.kind == ReplyKind::refused;
  if (said && reply.code == 409) {
    polled.state = PollState::conflict;
    polled.wait = longer_wait(k_conflict_first, k_conflict_most);
  } else {
    polled.state = token_refused(reply) ? PollState::auth_dead : PollState::failed;
    polled.wait = longer_wait(k_failure_first, k_failure_most);
    if (said && reply.retry_after) polled.wait = std::max(polled.wait, *reply.retry_after);
  }
  return polled;
}

Polled Poller::read(const JsonTree& list, const std::string& bot_name, Instant now) {
  Polled polled;
  const std::vector<JsonTree> updates = list.items();
  for (const JsonTree& update : updates) {
    const auto id = update["update_id"].number();
    if (!id || *id < 0 || *id >= INT64_MAX) continue;
    next_ = std::max(next_.value_or(0), *id + 1);
    if (auto inbound = read_update(update, bot_name, now))
      polled.updates.push_back(std::move(*inbound));
  }
  if (!updates.empty() && !next_) {
    polled.state = PollState::failed;
    polled.detail = "updates without an update_id";
    polled.wait = longer_wait(k_failure_first, k_failure_most);
    return polled;
  }
  last_wait_ = {};
  if (next_) last_update_at_ = now;
  if (updates.empty()) polled.wait = k_after_nothing;
  return polled;
}

Polled Poller::poll(const std::string& bot_name, Instant now) {
  if (!last_update_at_) last_update_at_ = now;
  if (now - *last_update_at_ > k_silence_before_anew) offset_.reset();
  next_.reset();
  json parameters = {
      {"timeout", k_poll_s}, {"limit", k_updates_at_once}, {"allowed_updates", allowed_updates()}};
  if (offset_) parameters["offset"] = *offset_;
  const ApiReply reply = api_.ask("getUpdates", parameters, k_http_timeout);
  if (!reply.ok()) return failed(reply);
  if (!reply.result.is_list()) {
    Polled polled = failed(reply);
    polled.detail = "getUpdates gave no list";
    return polled;
  }
  return read(reply.result, bot_name, now);
}

void Poller::confirm() {
  if (next_) offset_ = next_;
}

}  // namespace dondoc::telegram
