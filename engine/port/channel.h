// Channel: a way to send a message to a person's account (design §8, chat-apis.md §7). A port: one
// folder under bots/ for each platform. Called by the delivery worker only, one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/messages.h"
#include "engine/time/time.h"

namespace dondoc {

/// A button as it leaves the house: label and payload ("action:CODE:nonce").
struct OutgoingButton {
  std::string label;
  std::string payload;
};

struct OutgoingMessage {
  std::int64_t id = 0;  ///< of the outbox; the same message sent again has the same id
  std::string account;  ///< on the platform
  std::string text;     ///< NFC, plain
  std::vector<OutgoingButton> buttons;
  bool maybe_repeated = false;  ///< an earlier attempt has an unknown outcome
};

enum class SendClass {
  delivered,
  deferred,        ///< not now: try again at `retry_at`
  retryable,       ///< failed for certain, may work later
  unknown,         ///< may have been delivered
  recipient_gone,  ///< blocked, never started, account deleted: use another channel
  window_closed,   ///< Zalo: not within the window, needs an approved template or another channel
  quota_exhausted,
  auth_dead,    ///< token refused: stop the channel, tell the administrator
  bad_request,  ///< our defect
};

struct SendOutcome {
  SendClass result = SendClass::delivered;
  std::string platform_id;  ///< id of the message there
  std::string detail;       ///< code and text of the platform
  Instant retry_at;         ///< for deferred
};

class Channel {
 public:
  virtual ~Channel() = default;
  virtual std::string_view name() const = 0;
  virtual SendOutcome send(const OutgoingMessage& message, Instant now) = 0;
};

}  // namespace dondoc
