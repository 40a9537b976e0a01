// Telegram: the Bot API as one of our channels (chat-apis.md §2, §5; core.telegram.org/bots/api).
// Sends, receives by long poll or webhook, and keeps the bot's account in order. One object a bot.
//
// Threads: send, read_webhook, download, check and faults may be called from several threads at once;
// poll, confirm, pressed, settled, prepare and tend on the channel's own receiving thread. No
// clock, no thread and no file of its own. The token and the texts of messages never appear in what
// is returned.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/port/channel.h"
#include "engine/port/http_client.h"
#include "engine/port/receiver.h"
#include "engine/port/upkeep.h"

namespace dondoc {

struct TelegramSettings {
  std::string api_base;        ///< "https://api.telegram.org", or a server of our own, or a fake
  std::string token;           ///< "123456:ABC…"
  std::string webhook_secret;  ///< 1–256 of A-Z a-z 0-9 _ -; empty: every webhook call is refused
  MessageBooks books{};        ///< for the menu and the word on a pressed button; outlive the bot
};

/// What the platform let us know we did wrong, since the start. Each is a defect of ours.
struct TelegramDefects {
  std::uint64_t buttons_dropped = 0;  ///< payload over 64 bytes or empty, or a label without text
  std::uint64_t sent_plain = 0;       ///< "can't parse entities": sent again without HTML
};

class Telegram : public Channel, public Receiver, public Upkeep {
 public:
  std::string_view name() const override = 0;
  virtual TelegramDefects defects() const = 0;
};

/// `http` must outlive what is returned.
std::unique_ptr<Telegram> make_telegram(TelegramSettings settings, HttpClient& http);

}  // namespace dondoc
