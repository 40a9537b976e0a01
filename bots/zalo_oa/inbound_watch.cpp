#include "bots/zalo_oa/inbound_watch.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::zalo_oa {
namespace {

constexpr Elapsed k_silence = Elapsed::hours(2);        ///< then the history is looked at
constexpr Elapsed k_long_silence = Elapsed::hours(24);  ///< then a person should look
constexpr Elapsed k_between_looks = Elapsed::minutes(30);
constexpr Elapsed k_first_look = Elapsed::hours(24);
constexpr Elapsed k_overlap = Elapsed::minutes(10);    ///< clocks differ; repetitions are dropped
constexpr Elapsed k_under_way = Elapsed::minutes(15);  ///< may still be on its way

constexpr std::string_view k_where =
    "in the developer console (Official Account, Webhook) check that the webhook is switched on, "
    "with this address and all user events";

}  // namespace

void InboundWatch::heard(Instant now) {
  const std::lock_guard lock(mutex_);
  if (!last_heard_ || *last_heard_ < now) last_heard_ = now;
}

std::optional<Instant> InboundWatch::last_heard() const {
  const std::lock_guard lock(mutex_);
  return last_heard_;
}

void InboundWatch::started(Instant now) {
  const std::lock_guard lock(mutex_);
  if (!started_) started_ = now;
}

std::optional<Instant> InboundWatch::look_since(Instant now) {
  const std::lock_guard lock(mutex_);
  if (!seen_until_) return now - k_first_look;
  const Instant heard = std::max(last_heard_.value_or(*seen_until_), Instant{0});
  if (now - heard < k_silence) return std::nullopt;
  if (last_look_ && now - *last_look_ < k_between_looks) return std::nullopt;
  return *seen_until_ - k_overlap;
}

void InboundWatch::looked(const std::vector<Inbound>& found, Instant now) {
  const std::lock_guard lock(mutex_);
  last_look_ = now;
  pending_until_ = now;
  // At the first look we were down ourselves: no sign of a webhook that is switched off.
  if (!seen_until_) return;
  for (const Inbound& each : found) {
    const bool came = last_heard_ && each.at <= *last_heard_;
    if (!came && each.at > *seen_until_ && now - each.at > k_under_way) lost_ = each.at;
  }
}

void InboundWatch::confirm() {
  const std::lock_guard lock(mutex_);
  if (pending_until_) seen_until_ = pending_until_;
  pending_until_.reset();
}

std::string InboundWatch::fault(Instant now) const {
  const std::lock_guard lock(mutex_);
  const Zone zone = Zone::viet_nam();
  if (lost_ && (!last_heard_ || *last_heard_ < *lost_))
    return fmt::format("a message of {} came by the chat history and not by the webhook: {}",
                       zone.clock(*lost_), k_where);
  if (!started_) return {};
  const Instant since = last_heard_.value_or(*started_);
  if (now - since < k_long_silence) return {};
  return fmt::format("nothing has come in since {}: {}", zone.clock(since), k_where);
}

}  // namespace dondoc::zalo_oa
