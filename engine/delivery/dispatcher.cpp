#include "engine/delivery/dispatcher.h"

#include <algorithm>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr std::size_t k_held = 400;
/// Failed attempts on all ways together; then the message is given up and the lead told.
constexpr int k_attempts = 8;
/// A message that cannot go sooner is handed back to the outbox, so that its lease does not run out
/// here.
constexpr Elapsed k_held_for = Elapsed::seconds(45);
/// So is one that stands so long behind others of its chat; whether it may go is then asked anew.
constexpr Elapsed k_longest_stay = Elapsed::seconds(90);
constexpr Elapsed k_token_pause = Elapsed::minutes(10);
constexpr Elapsed k_quota_pause = Elapsed::hours(6);

Elapsed pause_after(int attempts) {
  return Elapsed::seconds(std::int64_t{15} << std::min(attempts, 8));
}

bool passes_by_itself(SendClass result) {
  return result == SendClass::quota_exhausted || result == SendClass::auth_dead;
}

bool is_trouble_of_platform(SendClass result) {
  return result == SendClass::retryable || result == SendClass::unknown;
}

std::string with(const std::string& troubles, const std::string& channel,
                 const std::string& detail) {
  return troubles + (troubles.empty() ? "" : "; ") + channel + ": " + detail;
}

}  // namespace

void Dispatcher::add_channel(const std::string& name, const ChannelRules& rules) {
  lanes_.emplace(name, Lane(rules));
}

std::size_t Dispatcher::room() const { return held_.size() >= k_held ? 0 : k_held - held_.size(); }

void Dispatcher::take(Parcel parcel) {
  const OutboxRow& row = parcel.claimed.row;
  const Order order{-static_cast<int>(row.priority), row.id};
  if (!orders_.emplace(row.id, order).second) return;
  held_.emplace(order, Held{std::move(parcel)});
}

Dispatcher::Lane* Dispatcher::lane_of(const Held& held) {
  const auto lane = lanes_.find(held.parcel.ways[held.way].channel);
  return lane == lanes_.end() ? nullptr : &lane->second;
}

const Dispatcher::Lane* Dispatcher::lane_of(const Held& held) const {
  const auto lane = lanes_.find(held.parcel.ways[held.way].channel);
  return lane == lanes_.end() ? nullptr : &lane->second;
}

Instant Dispatcher::free_at(const Lane& lane, const Held& held, Instant now) {
  const Way& way = held.parcel.ways[held.way];
  return std::max({lane.pace.earliest(way.message.account, now), lane.breaker.earliest(now),
                   lane.stopped_until, held.not_before});
}

Instant Dispatcher::free_for_anybody_at(const Lane& lane, Instant now) {
  return std::max({lane.pace.earliest_of_bot(now), lane.breaker.earliest(now), lane.stopped_until});
}

/// The bot's own rate holds the message back for a moment: the usual case in a long queue, told
/// without a look at its chat.
bool Dispatcher::has_nothing_to_decide(const Held& held, Instant now) const {
  if (held.way >= held.parcel.ways.size()) return false;
  const Lane* lane = lane_of(held);
  if (lane == nullptr) return false;
  const Instant free = free_for_anybody_at(*lane, now);
  return free > now && free <= now + k_held_for && held.not_before <= now + k_held_for;
}

/// Also when the clock was set back: nobody knows then how long it was.
bool Dispatcher::is_held_too_long(Held& held, Instant now) {
  if (!held.since) held.since = now;
  return now < *held.since || now > *held.since + k_longest_stay;
}

/// Leaves ways that are closed for long behind; false when none is left.
bool Dispatcher::pass_closed_ways(Held& held, Instant now) {
  while (held.way < held.parcel.ways.size()) {
    const Lane* lane = lane_of(held);
    if (lane == nullptr) {
      next_way(held, "not configured");
      continue;
    }
    const Instant free = free_at(*lane, held, now);
    const bool has_other = held.way + 1 < held.parcel.ways.size();
    if (free <= now + k_held_for || !has_other) return true;
    held.may_come_back = true;
    next_way(held, lane->last_trouble.empty() ? "paused" : lane->last_trouble);
  }
  return false;
}

void Dispatcher::next_way(Held& held, const std::string& trouble) {
  held.troubles = with(held.troubles, held.parcel.ways[held.way].channel, trouble);
  ++held.way;
}

SendOrder Dispatcher::start(Held& held, Lane& lane, Instant now) {
  const Way& way = held.parcel.ways[held.way];
  lane.pace.take(way.message.account, way.is_group, now);
  lane.breaker.tries(now);
  lane.busy_chats.insert(way.message.account);
  ++lane.under_way;
  held.under_way = true;
  SendOrder order{held.parcel.claimed.row.id, way.channel, way.message};
  if (way.message.maybe_repeated) order.message.text.insert(0, held.parcel.repeat_notice);
  return order;
}

std::vector<SendOrder> Dispatcher::due(Instant now, const LastLook& last_look) {
  std::vector<SendOrder> orders;
  std::vector<Order> finished;
  for (auto& [order, held] : held_) {
    if (held.under_way) continue;
    if (is_held_too_long(held, now)) {
      settle(held, OutboxStanding::waiting, "retry", now, now);
      finished.push_back(order);
      continue;
    }
    if (has_nothing_to_decide(held, now)) continue;
    if (!pass_closed_ways(held, now)) {
      put_off(held, now);
      finished.push_back(order);
      continue;
    }
    Lane& lane = *lane_of(held);
    const Way& way = held.parcel.ways[held.way];
    const Instant free = free_at(lane, held, now);
    if (free > now + k_held_for) {
      settle(held, OutboxStanding::waiting, "retry", now, free);
      finished.push_back(order);
      continue;
    }
    if (free > now || lane.under_way >= lane.at_once ||
        lane.busy_chats.contains(way.message.account))
      continue;
    if (last_look) {
      held.parcel.claimed.outcome_unknown = held.may_have_been_sent;
      if (auto instead = last_look(held.parcel.claimed)) {
        settled_.push_back(std::move(*instead));
        finished.push_back(order);
        continue;
      }
    }
    orders.push_back(start(held, lane, now));
  }
  for (const Order& order : finished) {
    orders_.erase(order.second);
    held_.erase(order);
  }
  return orders;
}

void Dispatcher::answered(std::int64_t id, const SendOutcome& outcome, Instant now) {
  const auto known = orders_.find(id);
  CHECK(known != orders_.end());
  const Order order = known->second;
  Held& held = held_.at(order);
  CHECK(held.under_way);
  held.under_way = false;
  Lane& lane = *lane_of(held);
  lane.busy_chats.erase(held.parcel.ways[held.way].message.account);
  --lane.under_way;
  const std::size_t decided = settled_.size();
  judge(held, lane, outcome, now);
  if (settled_.size() == decided) return;
  orders_.erase(order.second);
  held_.erase(order);
}

void Dispatcher::drop() {
  held_.clear();
  orders_.clear();
  settled_.clear();
  unreached_.clear();
  for (auto& [name, lane] : lanes_) {
    lane.under_way = 0;
    lane.busy_chats.clear();
  }
}

void Dispatcher::judge(Held& held, Lane& lane, const SendOutcome& outcome, Instant now) {
  const Way& way = held.parcel.ways[held.way];
  if (is_trouble_of_platform(outcome.result)) {
    lane.breaker.failed(now);
  } else {
    lane.breaker.answered();
  }
  if (outcome.result != SendClass::delivered) lane.last_trouble = outcome.detail;
  switch (outcome.result) {
    case SendClass::delivered:
      lane.is_stopped = false;
      held.troubles = outcome.platform_id;
      return settle(held, OutboxStanding::sent, "delivered", now, {});
    case SendClass::deferred:
      if (outcome.pauses_channel) {
        lane.pace.pause(outcome.retry_at);
        return;  // it goes when the pause is over, or is handed back when that is far
      }
      return defer(held, outcome, now);
    case SendClass::unknown:
      ++held.parcel.claimed.attempts;
      if (!way.message.maybe_repeated) return repeat_once(held, now);
      break;
    case SendClass::retryable:
      if (++held.parcel.claimed.attempts >= k_attempts) break;
      held.troubles = with("", way.channel, outcome.detail);
      return settle(held, OutboxStanding::waiting, "retry", now,
                    std::max(outcome.retry_at, now + pause_after(held.parcel.claimed.attempts)));
    case SendClass::auth_dead:
    case SendClass::quota_exhausted:
      lane.is_stopped = outcome.result == SendClass::auth_dead;
      lane.stopped_until = now + (lane.is_stopped ? k_token_pause : k_quota_pause);
      break;
    case SendClass::recipient_gone:
      unreached_.push_back(
          {held.parcel.claimed.row.person, way.channel, way.message.account, outcome.detail});
      break;
    case SendClass::window_closed:
    case SendClass::bad_request:
      break;
  }
  held.may_come_back = held.may_come_back || passes_by_itself(outcome.result);
  next_way(held, outcome.detail);
  if (held.way >= held.parcel.ways.size()) put_off(held, now);
}

/// This message alone has to wait (a template at night): another way may be open now.
void Dispatcher::defer(Held& held, const SendOutcome& outcome, Instant now) {
  if (held.way + 1 < held.parcel.ways.size()) {
    held.may_come_back = true;
    return next_way(held, outcome.detail);
  }
  held.troubles = with(held.troubles, held.parcel.ways[held.way].channel, outcome.detail);
  settle(held, OutboxStanding::waiting, "retry", now, outcome.retry_at);
}

/// An unknown outcome is tried once more, saying so (design §4). It stays here meanwhile: after a
/// crash the lease, never recorded, says the same.
void Dispatcher::repeat_once(Held& held, Instant now) {
  held.may_have_been_sent = true;
  for (Way& way : held.parcel.ways) way.message.maybe_repeated = true;
  held.not_before = now + pause_after(0);
}

/// No way is left: later, when one of them closed for a reason that passes; otherwise given up.
void Dispatcher::put_off(Held& held, Instant now) {
  if (held.parcel.ways.empty()) held.troubles = "no account";
  ++held.parcel.claimed.attempts;
  if (held.may_come_back && held.parcel.claimed.attempts < k_attempts)
    return settle(held, OutboxStanding::waiting, "retry", now, now + k_token_pause);
  settle(held, OutboxStanding::given_up, "given_up", now, {});
}

void Dispatcher::settle(const Held& held, OutboxStanding standing, const char* outcome, Instant at,
                        Instant again) {
  const ClaimedMessage& claimed = held.parcel.claimed;
  Settled settled;
  settled.row = claimed.row;
  settled.outcome = outcome;
  settled.update.id = claimed.row.id;
  settled.update.standing = standing;
  settled.update.at = at;
  settled.update.next_attempt = again;
  settled.update.outcome_unknown = held.may_have_been_sent;
  settled.update.attempts = claimed.attempts + (standing == OutboxStanding::sent ? 1 : 0);
  if (!held.parcel.ways.empty())
    settled.update.channel =
        held.parcel.ways[std::min(held.way, held.parcel.ways.size() - 1)].channel;
  settled.update.detail = held.troubles;
  settled_.push_back(std::move(settled));
}

void Dispatcher::hand_back(Instant now) {
  for (auto it = held_.begin(); it != held_.end();) {
    if (it->second.under_way) {
      ++it;
      continue;
    }
    settle(it->second, OutboxStanding::waiting, "retry", now, now);
    orders_.erase(it->first.second);
    it = held_.erase(it);
  }
}

std::vector<Settled> Dispatcher::take_settled() { return std::exchange(settled_, {}); }
std::vector<Unreached> Dispatcher::take_unreached() { return std::exchange(unreached_, {}); }

std::optional<Instant> Dispatcher::wake_at(Instant now) const {
  std::optional<Instant> earliest;
  std::set<const Lane*> settled;  // nothing of these goes sooner than what was found
  for (const auto& [order, held] : held_) {
    if (held.under_way || held.way >= held.parcel.ways.size()) continue;
    const Lane* lane = lane_of(held);
    if (lane == nullptr) return now;
    const Way& way = held.parcel.ways[held.way];
    if (settled.contains(lane) || lane->under_way >= lane->at_once ||
        lane->busy_chats.contains(way.message.account))
      continue;
    const Instant free = free_at(*lane, held, now);
    earliest = earliest ? std::min(*earliest, free) : free;
    if (free <= now) break;
    if (free == free_for_anybody_at(*lane, now)) settled.insert(lane);
    if (settled.size() == lanes_.size()) break;
  }
  return earliest;
}

bool Dispatcher::has_under_way() const {
  return std::any_of(lanes_.begin(), lanes_.end(),
                     [](const auto& lane) { return lane.second.under_way > 0; });
}

std::map<std::string, ChannelStanding> Dispatcher::standings(Instant now) const {
  std::map<std::string, ChannelStanding> all;
  for (const auto& [name, lane] : lanes_) {
    const Instant paused = std::max(lane.pace.paused_until(), lane.stopped_until);
    all[name] = {lane.is_stopped, lane.breaker.is_open(), std::max(paused, now), lane.under_way,
                 lane.last_trouble};
  }
  return all;
}

}  // namespace dondoc
