// LogRecord: one event in the life of `dondoc serve`, for the administrator's log. It is made of
// fields whose values are known beforehand; what comes from outside has one place alone, and is
// scrubbed before it is written (app/scrub.h). There is deliberately no field for a person, an
// account, a message or any free text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/channel.h"
#include "engine/port/receiver.h"
#include "engine/result.h"

namespace dondoc {

enum class LogEvent {
  started,
  stopping,
  stopped,
  channel_not_prepared,  ///< webhook, menu or token could not be set up; it is tried again
  channel_prepared,      ///< at last
  channel_alarm,         ///< what the administrator must know, with what to do about it
  channel_receiving,     ///< how receiving stands has changed
  channel_sending,       ///< whether a channel is stopped, or its breaker open, has changed
  send_failed,
  webhook_refused,
  page_refused,        ///< a call that the pages turned away
  file_failed,         ///< a file sent in the chat could not be had or kept
  subscriber_failing,  ///< a webhook of ours was not taken; it is tried again
  subscriber_paused,   ///< for days; nothing more is sent to it
  subscriber_works,    ///< again
  store_failed,
  duty_taken,          ///< of several nodes this one does it from now on
  duty_lost,           ///< another one may
  audit_found_faults,  ///< the doctor inside serve found a promise broken
  audit_changed,       ///< what it finds is other than before, no fault among it
  alive_not_taken,     ///< the dead man's switch did not take our call
};

/// What somebody else said, with the texts that must not be found in it.
struct SaidElsewhere {
  std::string said;
  std::vector<std::string> hidden{};  ///< of the message that was sent: text, account, labels

  static SaidElsewhere about(const OutgoingMessage& message, std::string said);
};

struct LogRecord {
  LogEvent event = LogEvent::started;
  std::string_view channel{};  ///< one of our names
  std::optional<SendClass> outcome{};
  std::optional<PollState> receiving{};
  std::optional<bool> stopped{};  ///< the token was refused
  std::optional<bool> breaker_open{};
  std::optional<int> status{};  ///< HTTP, as we answered
  std::optional<int> port{};
  std::string_view duty{};  ///< one of our names
  std::optional<ErrorKind> error{};
  SaidElsewhere said{};
};

/// Called from any thread, also the engine's: must not wait. The record is read before it returns.
using Tell = std::function<void(const LogRecord&)>;

inline void tell_nobody(const LogRecord&) {}

}  // namespace dondoc
