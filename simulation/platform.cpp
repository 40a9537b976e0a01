#include "simulation/platform.h"

namespace dondoc::simulation {
namespace {

constexpr Elapsed k_day = Elapsed::hours(24);
/// Zalo takes messages for so long after the person wrote (chat-apis.md §3.4).
constexpr Elapsed k_window = Elapsed::hours(48);

}  // namespace

Platform::Platform(Parts parts) : parts_(std::move(parts)) {
  broken_ = outages(Fault::server_error, 18 * 60);
  dead_token_ = outages(Fault::dead_token, 30 * 60);
}

/// Each day has the fault's chance of beginning one.
std::vector<Platform::Span> Platform::outages(Fault fault, std::int64_t most_minutes) {
  std::vector<Span> spans;
  for (Instant day = parts_.clocks.truth; day < parts_.until; day = day + k_day) {
    if (!parts_.rates.strikes(fault, parts_.generator)) continue;
    const Instant from = day + Elapsed::minutes(parts_.generator.between(0, 24 * 60));
    spans.emplace_back(from, from + Elapsed::minutes(parts_.generator.between(1, most_minutes)));
  }
  return spans;
}

bool Platform::within(const std::vector<Span>& spans, Instant t) {
  for (const Span& span : spans) {
    if (span.first <= t && t < span.second) return true;
  }
  return false;
}

void Platform::heal() {
  healed_ = true;
  broken_.clear();
  dead_token_.clear();
  blocked_.clear();
}

SendOutcome Platform::trouble(SendClass result, const char* detail) {
  last_trouble_ = parts_.clocks.truth;
  SendOutcome outcome;
  outcome.result = result;
  outcome.detail = detail;
  return outcome;
}

void Platform::arrive(const OutgoingMessage& message, Instant now, bool answered) {
  Arrival arrival{parts_.name, message.account, message, parts_.clocks.truth, now, answered};
  ++delivered_;
  if (listener_) listener_(arrival);
}

bool Platform::is_window_closed(const OutgoingMessage& message, Instant now) {
  if (!parts_.capabilities.needs_window || healed_) return false;
  if (parts_.rates.per_mille(Fault::closed_window) == 0) return false;
  const bool is_open = message.last_heard && now - *message.last_heard < k_window;
  // Most messages go out as an approved template when the window is closed; some have none.
  return !is_open && parts_.rates.strikes(Fault::closed_window, parts_.generator);
}

SendOutcome Platform::send(const OutgoingMessage& message, Instant now) {
  Generator& generator = parts_.generator;
  const FaultRates& rates = parts_.rates;
  if (blocked_.contains(message.account)) return trouble(SendClass::recipient_gone, "403 blocked");
  if (within(dead_token_, parts_.clocks.truth)) return trouble(SendClass::auth_dead, "401");
  if (within(broken_, parts_.clocks.truth)) return trouble(SendClass::retryable, "502");
  if (is_window_closed(message, now)) return trouble(SendClass::window_closed, "-230");
  if (!healed_ && rates.strikes(Fault::rate_limited, generator)) {
    SendOutcome wait = trouble(SendClass::deferred, "429");
    wait.retry_at = now + Elapsed::seconds(generator.between(1, 120));
    wait.pauses_channel = generator.chance(700);
    return wait;
  }
  if (!healed_ && rates.strikes(Fault::server_error, generator))
    return trouble(SendClass::retryable, "500");
  if (!healed_ && rates.strikes(Fault::timeout_unknown, generator)) {
    if (generator.chance(500)) arrive(message, now, false);
    return trouble(SendClass::unknown, "time-out");
  }
  arrive(message, now, true);
  SendOutcome sent;
  sent.platform_id = parts_.name + "-" + std::to_string(delivered_);
  return sent;
}

}  // namespace dondoc::simulation
