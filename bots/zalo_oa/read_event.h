// A webhook event of Zalo as Inbound (chat-apis.md §3.7). Left out: our own and human operators'
// messages (echoes), anonymous chats, events that are not known. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bots/platform/json_tree.h"
#include "engine/port/receiver.h"

namespace dondoc::zalo_oa {

/// `oa_id` may be empty when it is not known yet. The key is event name and message id, with the
/// place of the attachment when there are several; events without a message id use sender and time.
/// A time in the future counts as `now`: presses are judged by it.
///
/// A phone that a person submits comes as `other` with the payload "phone:84901234567".
std::vector<Inbound> read_event(const JsonTree& event, std::string_view oa_id, Instant now);

/// One message of a person, from the webhook or from the chat history.
struct SaidText {
  std::string event;  ///< "user_send_text"
  std::string message;
  std::string account;
  std::string chat;
  bool in_group = false;
  Instant at;
  std::string text;
};

/// Text or press; `other` when it is longer than what is kept.
Inbound inbound_text(const SaidText& said);

/// Fit for an id of the platform: visible ASCII, not empty, at most 128 bytes.
bool is_platform_id(std::string_view id);

}  // namespace dondoc::zalo_oa
