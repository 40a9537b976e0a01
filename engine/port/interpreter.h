// Interpreter: what a message from a person means, in commands and answers. A port: implemented in
// bots/talk, called by the engine inside its batch, so that an inbound message and its effect are
// one transaction (design §4, §8). Pure: no clock, no file, no network. Called on the engine's
// thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/receiver.h"
#include "engine/text/messages.h"

namespace dondoc {

/// A message or press, normalised by the channel.
struct Heard {
  std::string person;  ///< id in the directory; empty: whoever the account is bound to
  std::string channel;
  std::string key;      ///< the platform's own key, unique with the channel; for once-only handling
  Instant at;           ///< the event's own time
  std::string text;     ///< what was typed, NFC; empty for a press
  std::string payload;  ///< of a pressed button: "action:CODE:nonce"; empty otherwise
  std::string account{};  ///< of the sender on the channel; empty when the person is given
  InboundKind kind = InboundKind::text;
  InboundFile file{};
};

/// One answer to the sender.
struct Reply {
  std::string text;
  std::vector<Button> buttons;
  std::vector<std::string> codes;  ///< assignments the buttons are about; one or none for most
  std::string message;             ///< id of the text in the message book
};

struct Interpretation {
  std::vector<CommandBody> commands;  ///< carried out in order; the first refusal stops the rest
                                      ///< and is told to the sender
  std::vector<Reply> replies;         ///< sent when no command was refused
  std::optional<Conversation>
      conversation;  ///< what the person is in the middle of from now on; none: unchanged
};

class Interpreter {
 public:
  virtual ~Interpreter() = default;
  /// Total: what is not understood gives a question back. Nothing at all is said only to an account
  /// that answers by itself, once that was told (the loop guard).
  virtual Interpretation interpret(const World& world, const Heard& heard, Instant now) const = 0;
};

}  // namespace dondoc
