// Channel: a way to send a message to a person's account (design §8, chat-apis.md §7). A port: one
// folder under bots/ for each platform. send blocks until the platform has answered or the time is
// up, and may be called from several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/messages.h"
#include "engine/text/split_text.h"
#include "engine/time/time.h"

namespace dondoc {

/// A button as it leaves the house: label and payload ("action:CODE:nonce").
struct OutgoingButton {
  std::string label;
  std::string payload;
};

struct OutgoingFile {
  std::string name;
  std::string mime;
  std::string content;
};

struct OutgoingMessage {
  std::int64_t id = 0;  ///< of the outbox; the same message sent again has the same id
  std::string account;  ///< on the platform
  std::string text;     ///< NFC, plain
  std::vector<OutgoingButton> buttons;
  std::vector<OutgoingFile> files;
  bool maybe_repeated = false;  ///< an earlier attempt has an unknown outcome
  std::string message;          ///< id in the message book, "M-02"; for approved templates
  Parameters facts;             ///< what the message may say about its duty; for approved templates
  /// Texts in the person's language, for what a channel has to add; null: it adds no words of its
  /// own. Constant while the program runs.
  const MessageBook* book = nullptr;
  std::optional<Instant> last_heard;  ///< when the person last wrote or pressed on this channel
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
  Instant retry_at;         ///< for deferred; for retryable: not before, when later than usual
  std::string new_account;  ///< not empty: the account has this id from now on, whatever the result
                            ///< (Telegram: a group became a supergroup, chat-apis.md §5.14)
  bool pauses_channel =
      false;  ///< deferred: nothing at all until then (429), not this message alone
};

/// What a platform can do; everything that buttons do can be typed as well (design §8).
struct Capabilities {
  bool buttons = false;
  bool files = false;
  bool needs_window = false;    ///< takes messages only for some time after the person wrote
  std::size_t text_length = 0;  ///< longer texts are split by the channel (split_text)
  TextUnit unit = TextUnit::utf16;
};

class Channel {
 public:
  virtual ~Channel() = default;
  virtual std::string_view name() const = 0;
  virtual Capabilities capabilities() const = 0;
  virtual SendOutcome send(const OutgoingMessage& message, Instant now) = 0;
};

}  // namespace dondoc
