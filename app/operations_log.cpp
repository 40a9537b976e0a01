#include "app/operations_log.h"

#include <fmt/format.h>
#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/scrub.h"
#include "app/send_counts.h"

namespace dondoc {
namespace {

/// Lines that wait to be written.
constexpr std::size_t k_waiting_lines = 8'192;
constexpr Elapsed k_window = Elapsed::minutes(1);

const char* name_of(LogEvent event) {
  switch (event) {
    case LogEvent::started:
      return "started";
    case LogEvent::stopping:
      return "stopping";
    case LogEvent::stopped:
      return "stopped";
    case LogEvent::channel_not_prepared:
      return "channel_not_prepared";
    case LogEvent::channel_prepared:
      return "channel_prepared";
    case LogEvent::channel_alarm:
      return "channel_alarm";
    case LogEvent::channel_receiving:
      return "channel_receiving";
    case LogEvent::channel_sending:
      return "channel_sending";
    case LogEvent::send_failed:
      return "send_failed";
    case LogEvent::webhook_refused:
      return "webhook_refused";
    case LogEvent::page_refused:
      return "page_refused";
    case LogEvent::file_failed:
      return "file_failed";
    case LogEvent::subscriber_failing:
      return "subscriber_failing";
    case LogEvent::subscriber_paused:
      return "subscriber_paused";
    case LogEvent::subscriber_works:
      return "subscriber_works";
    case LogEvent::store_failed:
      return "store_failed";
    case LogEvent::duty_taken:
      return "duty_taken";
    case LogEvent::duty_lost:
      return "duty_lost";
    case LogEvent::audit_found_faults:
      return "audit_found_faults";
    case LogEvent::audit_changed:
      return "audit_changed";
    case LogEvent::alive_not_taken:
      return "alive_not_taken";
  }
  return "";
}

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::transient:
      return "transient";
    case ErrorKind::permanent:
      return "permanent";
    case ErrorKind::corrupt:
      return "corrupt";
  }
  return "";
}

struct InWords {
  const char* name;
  const char* meaning;  ///< with what to do about it
};

InWords in_words(PollState state) {
  switch (state) {
    case PollState::taken:
      return {"taken", "receiving"};
    case PollState::conflict:
      return {
          "conflict",
          "another program or a webhook takes the updates of this token; waiting for it to stop"};
    case PollState::auth_dead:
      return {"auth_dead", "the platform refuses the token; see dondoc admin channel check"};
    case PollState::failed:
      return {"failed", "the platform does not answer; trying again"};
  }
  return {"", ""};
}

/// A defect of ours, a dead token or a store that fails needs a person.
spdlog::level::level_enum level_of(const LogRecord& record) {
  const bool needs_somebody =
      record.event == LogEvent::store_failed || record.event == LogEvent::channel_alarm ||
      record.event == LogEvent::subscriber_paused || record.event == LogEvent::audit_found_faults ||
      record.outcome == SendClass::auth_dead || record.outcome == SendClass::bad_request ||
      record.receiving == PollState::auth_dead || record.stopped.value_or(false);
  if (needs_somebody) return spdlog::level::err;
  const bool is_usual =
      record.event == LogEvent::started || record.event == LogEvent::stopping ||
      record.event == LogEvent::stopped || record.event == LogEvent::channel_prepared ||
      record.event == LogEvent::duty_taken || record.event == LogEvent::subscriber_works ||
      record.event == LogEvent::audit_changed || record.receiving == PollState::taken ||
      (record.event == LogEvent::channel_sending && !record.breaker_open.value_or(false));
  return is_usual ? spdlog::level::info : spdlog::level::warn;
}

/// How many of the same kind were written in the present minute.
class LineLimit {
 public:
  /// None: leave this one out. Otherwise how many were left out before it.
  std::optional<std::uint64_t> admit(const std::string& kind, Instant now) {
    std::lock_guard lock(mutex_);
    Count& count = counts_[kind];
    const bool is_over = now - count.since >= k_window || now < count.since;  // clocks are set back
    if (is_over) {
      count.since = now;
      count.written = 0;
    }
    if (count.written >= OperationsLog::k_lines_in_a_minute) {
      ++count.left_out;
      return std::nullopt;
    }
    ++count.written;
    return std::exchange(count.left_out, 0);
  }

 private:
  struct Count {
    Instant since;
    int written = 0;
    std::uint64_t left_out = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Count> counts_;  // guarded by mutex_; events × channels × classes at most
};

std::string kind_of(const LogRecord& record) {
  return fmt::format("{} {} {} {}", static_cast<int>(record.event), record.channel,
                     record.outcome ? static_cast<int>(*record.outcome) : -1,
                     record.status.value_or(0));
}

}  // namespace

class OperationsLog::Impl {
 public:
  Impl(const Clock& clock, Zone zone, std::vector<std::string> secrets, std::ostream* out)
      : clock_(clock), zone_(zone), secrets_(std::move(secrets)) {
    spdlog::sink_ptr sink;
    if (out != nullptr) {
      sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(*out, true);
    } else {
      sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    }
    logger_ = std::make_shared<spdlog::async_logger>("dondoc", std::move(sink), threads_,
                                                     spdlog::async_overflow_policy::overrun_oldest);
    logger_->set_pattern("%v");
  }

  void write(const LogRecord& record) {
    const auto left_out = limit_.admit(kind_of(record), clock_.now());
    if (!left_out) return;
    logger_->log(level_of(record), line_of(record, *left_out));
  }

 private:
  std::string line_of(const LogRecord& record, std::uint64_t left_out) const {
    nlohmann::ordered_json line;
    line["time"] = zone_.iso(clock_.now());
    const auto level = spdlog::level::to_string_view(level_of(record));
    line["level"] = std::string(level.data(), level.size());
    line["what"] = name_of(record.event);
    if (!record.channel.empty()) line["channel"] = record.channel;
    if (record.outcome) line["class"] = dondoc::name_of(*record.outcome);
    if (record.receiving) {
      line["state"] = in_words(*record.receiving).name;
      line["meaning"] = in_words(*record.receiving).meaning;
    }
    if (record.stopped) line["stopped"] = *record.stopped;
    if (record.breaker_open) line["breaker_open"] = *record.breaker_open;
    if (record.status) line["status"] = *record.status;
    if (record.port) line["port"] = *record.port;
    if (!record.duty.empty()) line["duty"] = record.duty;
    if (record.error) line["error"] = name_of(*record.error);
    add_said(record.said, line);
    if (left_out > 0) line["left_out"] = left_out;
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  }

  void add_said(const SaidElsewhere& words, nlohmann::ordered_json& line) const {
    const std::string said = scrubbed(words, secrets_);
    if (said.empty()) return;
    if (const auto code = leading_code(said)) line["code"] = *code;
    line["said"] = said;
  }

  const Clock& clock_;
  const Zone zone_;
  const std::vector<std::string> secrets_;
  LineLimit limit_;
  std::shared_ptr<spdlog::details::thread_pool> threads_ =
      std::make_shared<spdlog::details::thread_pool>(k_waiting_lines, 1);
  std::shared_ptr<spdlog::async_logger> logger_;
};

OperationsLog::OperationsLog(const Clock& clock, Zone zone, std::vector<std::string> secrets,
                             std::ostream* out)
    : impl_(std::make_unique<Impl>(clock, zone, std::move(secrets), out)) {}
OperationsLog::~OperationsLog() = default;
void OperationsLog::write(const LogRecord& record) { impl_->write(record); }

}  // namespace dondoc
