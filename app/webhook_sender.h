// WebhookSender: tells subscribers what happens in the office, one after the other, in the order of
// the log, at least once. A thread of its own follows the log from each subscriber's cursor, which
// moves only after a 2xx. What fails is tried again, later each time (five seconds to an hour, and
// a little by chance); after three days, or at once by 410, a subscriber is paused until the
// administrator resumes it. What is sent: events of assignments, plans, units, calendars and
// changes of units, without what people wrote (web/api/event_sight.h).
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/duties.h"
#include "app/log_record.h"
#include "engine/port/http_client.h"
#include "engine/port/log_pages.h"
#include "engine/port/webhook_store.h"
#include "web/page_desk.h"

namespace dondoc {

class WebhookSender {
 public:
  struct Parts {
    WebhookStore& store;
    LogPages& log;
    PageDesk& desk;
    HttpClient& outside;   ///< reaches public addresses alone
    HttpClient& anywhere;  ///< for subscribers whose address may be private
    std::function<Result<std::optional<std::string>>(const std::string& webhook)> secret_of;
    std::function<Instant()> wall;
    Tell tell = tell_nobody;
    const Duties& duties = every_duty();  ///< whether it is this node that tells them
  };

  /// All must run as long as this does.
  explicit WebhookSender(Parts parts);
  /// Stops when still running.
  ~WebhookSender();

  void start();
  /// Returns when the call under way has ended.
  void stop();

  /// One round: whoever's time has come is told what is new. What the thread does again and again;
  /// for tests without it. Not from several threads at once.
  void work();

 private:
  class Turn;

  bool is_stopping();

  const Parts parts_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

/// Whether a webhook is told of that kind of event.
bool wants(const Webhook& webhook, std::string_view kind);

/// How long after the `failures`th failure in a row the next attempt comes; `chance`: 0 to 1.
Elapsed webhook_pause(int failures, double chance);

inline constexpr Elapsed k_webhook_given_up = Elapsed::hours(72);

}  // namespace dondoc
