#include "app/delivery.h"

#include "engine/delivery/release.h"
#include "engine/notice/notices.h"

namespace dondoc {
namespace {

/// Longer than a message is held by the dispatcher and a channel takes to answer, together.
constexpr Elapsed k_lease = Elapsed::minutes(3);

/// Messages recorded in one transaction when a channel answers at once.
constexpr std::size_t k_at_once_here = 1'000;

}  // namespace

Delivery::Delivery(Engine& engine, Store& store, const std::vector<Outlet>& outlets,
                   std::function<void()> arrived, Tell tell, const Duties& duties)
    : engine_(engine),
      store_(store),
      duties_(duties),
      tell_(std::move(tell)),
      has_channels_(!outlets.empty()),
      pool_(std::move(arrived), [&duties] { return duties.holds(k_platforms_duty).has_value(); }) {
  for (const Outlet& outlet : outlets) {
    const std::string name(outlet.channel->name());
    if (outlet.channel->capabilities().needs_window) with_window_.insert(name);
    const std::size_t at_once = outlet.threads == 0 ? k_at_once_here : outlet.threads;
    dispatcher_.add_channel(name, {outlet.pace, at_once});
    counts_[name] = {};
    if (outlet.threads == 0) {
      here_[name] = outlet.channel;
    } else {
      pool_.add_channel(*outlet.channel, outlet.threads);
    }
  }
}

/// Whoever held the duty before may have died: what it leased goes on here. What was leased here
/// under an earlier lease belongs to somebody else by now.
Result<bool> Delivery::has_duty(Instant now) {
  const auto fence = duties_.holds(k_platforms_duty);
  if (fence_ && (!fence || fence->number != fence_->number)) drop();
  if (!fence) return false;
  if (!fence_) {
    if (auto taken = store_.take_over_claims(now); !taken) return tl::unexpected(taken.error());
    fence_ = fence;
  }
  return true;
}

void Delivery::drop() {
  fence_.reset();
  dispatcher_.drop();
  kept_back_.clear();
  pool_.drop();
}

bool Delivery::take_outcomes(Instant now) {
  std::vector<Sent> outcomes = pool_.take_outcomes();
  for (const Sent& sent : outcomes) answered(sent, now);
  if (has_news_) tell_standings(now);
  return !outcomes.empty();
}

void Delivery::answered(const Sent& sent, Instant now) {
  const SendClass result = sent.outcome.result;
  counts_[sent.channel].add(result);
  const bool failed = result != SendClass::delivered;
  has_news_ = has_news_ || failed || !told_.empty();
  if (failed) {
    LogRecord record{LogEvent::send_failed, sent.channel};
    record.outcome = result;
    record.said = sent.said;
    tell_(record);
  }
  dispatcher_.answered(sent.id, sent.outcome, now);
}

/// Tells of channels whose trouble began, changed or ended.
void Delivery::tell_standings(Instant now) {
  has_news_ = false;
  for (const auto& [channel, standing] : dispatcher_.standings(now)) {
    const Trouble trouble{standing.is_stopped, standing.breaker_open};
    const auto told = told_.find(channel);
    if (trouble == (told == told_.end() ? Trouble{} : told->second)) continue;
    LogRecord record{LogEvent::channel_sending, channel};
    record.stopped = trouble.is_stopped;
    record.breaker_open = trouble.breaker_open;
    tell_(record);
    if (trouble == Trouble{}) {
      told_.erase(told);
    } else {
      told_[channel] = trouble;
    }
  }
}

Settled Delivery::kept_back(const ClaimedMessage& claimed, const ReleaseVerdict& verdict,
                            Instant now) {
  const bool wait = verdict.what == Release::wait;
  Settled settled;
  settled.row = claimed.row;
  settled.outcome = wait ? "retry" : "overtaken";
  settled.update.id = claimed.row.id;
  settled.update.standing = wait ? OutboxStanding::waiting : OutboxStanding::overtaken;
  settled.update.at = now;
  settled.update.next_attempt = verdict.until;
  settled.update.attempts = claimed.attempts;
  settled.update.outcome_unknown = claimed.outcome_unknown;
  settled.update.detail = verdict.why;
  return settled;
}

/// True when anything was leased.
Result<bool> Delivery::lease(Instant now) {
  just_leased_.clear();
  if (!has_channels_ || dispatcher_.room() == 0) return false;
  auto earliest = store_.earliest_outbox();
  if (!earliest) return tl::unexpected(earliest.error());
  if (!*earliest || **earliest > now) return false;
  std::vector<Settled> back;
  std::vector<Parcel> parcels;
  auto look = [&](ClaimedMessage message) {
    const MessageBody body = decode_message(message.row.body);
    const ReleaseVerdict verdict = release_of(engine_.world(), message.row, body, now);
    if (verdict.what != Release::send) {
      back.push_back(kept_back(message, verdict, now));
    } else {
      just_leased_.insert(message.row.id);
      parcels.push_back(parcel_of(engine_.world(), std::move(message), body, with_window_, now));
    }
  };
  auto leased = engine_.lease({now, now + k_lease, dispatcher_.room(), fence_}, look);
  if (!leased) return tl::unexpected(leased.error());
  for (Parcel& parcel : parcels) dispatcher_.take(std::move(parcel));
  kept_back_.insert(kept_back_.end(), std::make_move_iterator(back.begin()),
                    std::make_move_iterator(back.end()));
  return *leased > 0;
}

/// What stood in line for a while, for the pace of a platform or an outcome that is not known, may
/// be about a duty that was settled meanwhile.
std::optional<Settled> Delivery::last_look(const ClaimedMessage& message, Instant now) {
  if (just_leased_.contains(message.row.id)) return std::nullopt;
  const MessageBody body = decode_message(message.row.body);
  const ReleaseVerdict verdict = release_of(engine_.world(), message.row, body, now);
  if (verdict.what == Release::send) return std::nullopt;
  return kept_back(message, verdict, now);
}

Result<bool> Delivery::start_due(Instant now) {
  if (dispatcher_.held() > just_leased_.size()) {
    if (auto current = engine_.refresh(); !current) return tl::unexpected(current.error());
  }
  std::vector<SendOrder> orders = dispatcher_.due(
      now, [this, now](const ClaimedMessage& message) { return last_look(message, now); });
  for (SendOrder& order : orders) {
    const auto here = here_.find(order.channel);
    if (here == here_.end()) {
      pool_.send(std::move(order), now);
    } else {
      answered(sent_as(order, here->second->send(order.message, now)), now);
    }
  }
  return !orders.empty();
}

Result<std::size_t> Delivery::record(Instant now) {
  std::vector<Settled> settled = dispatcher_.take_settled();
  const std::vector<Unreached> unreached = dispatcher_.take_unreached();
  settled.insert(settled.end(), std::make_move_iterator(kept_back_.begin()),
                 std::make_move_iterator(kept_back_.end()));
  kept_back_.clear();
  if (settled.empty() && unreached.empty()) return std::size_t{0};
  if (auto recorded = engine_.settle(settled, unreached, now, fence_); !recorded)
    return tl::unexpected(recorded.error());
  std::size_t finished = 0;
  for (const Settled& one : settled) {
    finished += one.update.standing == OutboxStanding::waiting ? 0 : 1;
    if (one.update.standing == OutboxStanding::sent)
      counts_[one.update.channel].lateness.add(one.update.at - one.row.not_before);
  }
  return finished;
}

Result<std::size_t> Delivery::pump(Instant now) {
  std::size_t finished = 0;
  for (bool more = true; more;) {
    auto duty = has_duty(now);
    if (!duty) return tl::unexpected(duty.error());
    if (!*duty) return finished;
    more = take_outcomes(now);
    auto leased = lease(now);
    if (!leased) return tl::unexpected(leased.error());
    more = *leased || more;
    auto started = start_due(now);
    if (!started) return tl::unexpected(started.error());
    more = *started || more;
    auto recorded = record(now);
    if (!recorded) return recorded;
    finished += *recorded;
  }
  return finished;
}

Result<std::size_t> Delivery::finish(Instant now) {
  std::size_t finished = 0;
  for (;;) {
    auto pumped = pump(now);
    if (!pumped) return pumped;
    finished += *pumped;
    if (!dispatcher_.has_under_way()) return finished;
    pool_.wait();
  }
}

Result<void> Delivery::close(Instant now) {
  auto duty = has_duty(now);
  if (!duty) return tl::unexpected(duty.error());
  if (!*duty) return {};
  while (dispatcher_.has_under_way()) {
    pool_.wait();
    take_outcomes(now);
  }
  dispatcher_.hand_back(now);
  auto recorded = record(now);
  if (!recorded) return tl::unexpected(recorded.error());
  return {};
}

Result<std::optional<Instant>> Delivery::wake_at(Instant now) {
  if (!has_channels_ || !duties_.holds(k_platforms_duty)) return std::optional<Instant>();
  std::optional<Instant> wake = dispatcher_.wake_at(now);
  if (dispatcher_.room() == 0) return wake;
  auto earliest = store_.earliest_outbox();
  if (!earliest) return earliest;
  if (*earliest) wake = wake ? std::min(*wake, **earliest) : **earliest;
  return wake;
}

}  // namespace dondoc
