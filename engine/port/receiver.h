// Receiver: what comes in from a platform, normalised (design §8, chat-apis.md §7). A port: one
// folder under bots/ for each platform. poll, confirm, pressed and settled are called on the channel's
// own receiving thread; read_webhook and download on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/http_client.h"
#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

enum class InboundKind {
  text,
  press,      ///< a button, or typed text that begins with our prefix
  file,       ///< a document; `text` is its caption
  photo,      ///< `text` is its caption
  start,      ///< first contact; `payload` is what the link carried
  follow,     ///< Zalo OA: first contact without words
  unfollow,   ///< Zalo OA
  blocked,    ///< Telegram: the person stopped the bot
  unblocked,  ///< Telegram: started again
  delivered,  ///< receipt: the platform has handed `message` over
  seen,       ///< receipt: `message` was read
  migrated,   ///< Telegram: the group has the new id `new_chat`
  other,      ///< sticker, voice, location …: answered kindly, understood as nothing
};

struct InboundFile {
  std::string handle;     ///< file id or address, understood by the channel's download alone
  std::string name;       ///< as declared, without path parts; may be empty
  std::string mime;       ///< as declared; may be empty
  std::size_t bytes = 0;  ///< as declared; 0: unknown
};

struct Inbound {
  InboundKind kind = InboundKind::text;
  std::string key;      ///< the platform's own key, unique in the channel; for once-only handling
  std::string account;  ///< of the sender, always text
  std::string chat;     ///< where an answer goes; equals the account in private chats
  bool in_group = false;
  Instant at;            ///< the event's own time
  std::string text;      ///< NFC
  std::string payload;   ///< press: "action:CODE:nonce"; start: what the link carried
  std::string message;   ///< id of the platform's message that was pressed, delivered or seen
  std::string callback;  ///< press on Telegram: what is answered at once
  std::string language;  ///< of the sender's application, "vi", "en-US"; empty: not told
  std::string new_chat;  ///< migrated
  InboundFile file;
};

enum class PollState {
  taken,      ///< asked and answered, with updates or without
  conflict,   ///< another poller or a webhook has the token: say so, wait, try again
  auth_dead,  ///< token refused: stop, tell the administrator
  failed,     ///< network or platform: wait, try again
};

struct Polled {
  PollState state = PollState::taken;
  std::vector<Inbound> updates;  ///< in order; echoes, bots and unknown kinds already left out
  std::string detail;            ///< code and text of the platform
  Elapsed wait;                  ///< before the next poll
};

/// A call of our webhook address as it came in.
struct WebhookCall {
  std::vector<HttpHeader> headers;
  std::string_view body;
};

struct WebhookReading {
  int status = 200;  ///< 200: updates are to be made durable first; anything else is the answer
  std::vector<Inbound> updates;
  std::string reason;  ///< of a refusal; never holds what was sent
};

class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual std::string_view name() const = 0;

  /// Asks once; blocks for the platform's long-poll time at most.
  virtual Polled poll(Instant now) = 0;
  /// Everything the last poll gave is durable: the platform may forget it.
  virtual void confirm() = 0;
  /// At once when a press comes in, before its effect: the platform shows a sign of life.
  virtual void pressed(const Inbound& press) = 0;
  /// After the effect of a press is durable: takes the buttons away when it took effect.
  virtual void settled(const Inbound& press, bool took_effect) = 0;
  /// The content of a file. Errors: permanent (too large, a host that is not allowed, gone);
  /// transient.
  virtual Result<std::string> download(const InboundFile& file, std::size_t most_bytes) = 0;

  /// Checks who calls (constant time), the size and the form, and reads the updates.
  virtual WebhookReading read_webhook(const WebhookCall& call, Instant now) const = 0;
};

}  // namespace dondoc
