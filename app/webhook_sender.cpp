#include "app/webhook_sender.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "app/webhook_message.h"
#include "engine/check.h"
#include "web/api/event_sight.h"

namespace dondoc {
namespace {

/// How often the log is looked at.
constexpr std::chrono::milliseconds k_glance{1'000};
/// Rows one subscriber is told of before the next one's turn.
constexpr std::size_t k_rows_a_turn = 200;
constexpr Elapsed k_first_pause = Elapsed::seconds(5);
constexpr Elapsed k_longest_pause = Elapsed::hours(1);
constexpr int k_gone = 410;

/// A row, and what is to be sent of it; none: nothing, it is only passed.
struct Passage {
  std::int64_t seq = 0;
  std::optional<WebhookMessage> message;
};

bool is_within(const Moment& moment, const Webhook& webhook, const std::string& unit) {
  return webhook.unit.empty() ||
         (!unit.empty() && moment.present.office.directory.is_within(unit, webhook.unit));
}

std::optional<WebhookMessage> message_of(const Moment& moment, const Webhook& webhook,
                                         const LogRow& row) {
  if (!wants(webhook, row.kind)) return std::nullopt;
  const auto unit = unit_of(moment, row);
  if (!unit || !is_within(moment, webhook, *unit)) return std::nullopt;
  auto event = event_json(moment, row, FreeText::left_out);
  if (!event) return std::nullopt;
  const nlohmann::ordered_json json{{"type", row.subject_kind + "." + row.kind},
                                    {"timestamp", moment.world.zone.iso(row.at)},
                                    {"data", std::move(*event)}};
  return WebhookMessage{std::to_string(row.seq),
                        json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

double chance() {
  CHECK(sodium_init() >= 0);
  return static_cast<double>(randombytes_uniform(1'001)) / 1'000;
}

/// Empty: it was taken.
std::string fault_of(const tl::expected<HttpAnswer, HttpError>& answer) {
  if (!answer) return answer.error().detail;
  const bool taken = answer->status >= 200 && answer->status < 300;
  return taken ? "" : fmt::format("status {}", answer->status);
}

}  // namespace

bool wants(const Webhook& webhook, std::string_view kind) {
  return webhook.kinds.empty() ||
         (" " + webhook.kinds + " ").find(fmt::format(" {} ", kind)) != std::string::npos;
}

Elapsed webhook_pause(int failures, double chance) {
  Elapsed pause = k_first_pause;
  for (int i = 1; i < failures && pause.ms < k_longest_pause.ms; ++i) pause.ms *= 2;
  pause.ms = std::min(pause.ms, k_longest_pause.ms);
  return Elapsed{pause.ms * 8 / 10 +
                 static_cast<std::int64_t>(static_cast<double>(pause.ms) * 0.4 * chance)};
}

/// One subscriber's turn.
class WebhookSender::Turn {
 public:
  Turn(WebhookSender& sender, Webhook webhook)
      : sender_(sender), parts_(sender.parts_), webhook_(std::move(webhook)) {}

  void take() {
    const auto passages = passages_ahead();
    const std::int64_t before = webhook_.cursor;
    for (const Passage& passage : passages) {
      if (sender_.is_stopping()) break;
      if (passage.message && !send(*passage.message)) return;
      webhook_.cursor = passage.seq;
      if (passage.message) keep();
    }
    if (webhook_.cursor != before) keep();
  }

 private:
  std::vector<Passage> passages_ahead() {
    std::vector<Passage> passages;
    auto rows = parts_.log.after(webhook_.cursor, k_rows_a_turn);
    if (!rows || rows->empty()) return passages;
    auto looked = parts_.desk.look(std::nullopt, [&](const Moment& moment) {
      for (const LogRow& row : *rows)
        passages.push_back({row.seq, message_of(moment, webhook_, row)});
    });
    if (!looked) passages.clear();
    return passages;
  }

  /// False: it was not taken, and what becomes of that is kept.
  bool send(const WebhookMessage& message) {
    auto secret = parts_.secret_of(webhook_.id);
    if (!secret || !*secret) return failed("its secret cannot be read", 0);
    const auto request = webhook_request(webhook_.url, **secret, message, parts_.wall());
    if (!request) return failed("its secret cannot be read", 0);
    HttpClient& client = webhook_.private_allowed ? parts_.anywhere : parts_.outside;
    const auto answer = client.ask(*request);
    const std::string fault = fault_of(answer);
    if (!fault.empty()) return failed(fault, answer ? answer->status : 0);
    if (webhook_.failures > 0) say(LogEvent::subscriber_works, "");
    webhook_.failures = 0;
    webhook_.failing_since.reset();
    webhook_.fault.clear();
    return true;
  }

  bool failed(const std::string& fault, int status) {
    const Instant now = parts_.wall();
    ++webhook_.failures;
    if (!webhook_.failing_since) webhook_.failing_since = now;
    webhook_.fault = fault;
    webhook_.next_attempt = now + webhook_pause(webhook_.failures, chance());
    webhook_.paused = status == k_gone || now - *webhook_.failing_since >= k_webhook_given_up;
    if (webhook_.paused) {
      say(LogEvent::subscriber_paused, fault);
    } else if (webhook_.failures == 1) {
      say(LogEvent::subscriber_failing, fault);
    }
    keep();
    return false;
  }

  /// When it cannot be kept the same is sent again: at least once.
  void keep() {
    if (auto kept = parts_.store.note_progress(webhook_); !kept) {
      LogRecord record{LogEvent::store_failed};
      record.error = kept.error().kind;
      parts_.tell(record);
    }
  }

  void say(LogEvent event, const std::string& fault) {
    LogRecord record{event};
    record.said.said = webhook_.id + (fault.empty() ? "" : " " + fault);
    parts_.tell(record);
  }

  WebhookSender& sender_;
  const Parts& parts_;
  Webhook webhook_;
};

WebhookSender::WebhookSender(Parts parts) : parts_(std::move(parts)) {}

WebhookSender::~WebhookSender() { stop(); }

void WebhookSender::start() {
  thread_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
      lock.unlock();
      work();
      lock.lock();
      woken_.wait_for(lock, k_glance, [this] { return stopping_; });
    }
  });
}

void WebhookSender::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool WebhookSender::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void WebhookSender::work() {
  if (!parts_.duties.holds(k_subscribers_duty)) return;
  auto all = parts_.store.all();
  if (!all) return;  // the engine's thread tells of a store that is down
  for (Webhook& webhook : *all) {
    if (is_stopping() || !parts_.duties.holds(k_subscribers_duty)) return;
    if (webhook.paused || parts_.wall() < webhook.next_attempt) continue;
    Turn(*this, std::move(webhook)).take();
  }
}

}  // namespace dondoc
