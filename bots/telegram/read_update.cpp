#include "bots/telegram/read_update.h"

#include <nlohmann/json.hpp>

#include "bots/telegram/read_message.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

/// A press on a button. Its message may be inaccessible (date 0): it can then not be edited, and
/// `message` stays empty. Pressed in a chat we do not see, the answer goes to the person.
bool read_press(const JsonTree& query, Instant now, Inbound& inbound) {
  const JsonTree message = query["message"];
  if (!read_people(query["from"], message["chat"], inbound)) return false;
  inbound.kind = InboundKind::press;
  inbound.at = now;
  inbound.callback = query["id"].text();
  inbound.payload = query["data"].text();
  inbound.language = query["from"]["language_code"].text();
  if (message["chat"].is_object() && message["date"].number().value_or(0) > 0)
    inbound.message = message["message_id"].whole_text();
  return !inbound.callback.empty() && !inbound.payload.empty();
}

/// The person stopped or restarted the bot. In a group, whoever added or removed the bot did not
/// stop it for himself: left out.
bool read_membership(const JsonTree& change, Instant now, Inbound& inbound) {
  const JsonTree chat = change["chat"];
  if (!chat.is_object() || !read_people(change["from"], chat, inbound) || inbound.in_group)
    return false;
  inbound.at = time_of(change, "date", now);
  const std::string standing = change["new_chat_member"]["status"].text();
  inbound.kind = standing == "kicked" ? InboundKind::blocked : InboundKind::unblocked;
  return standing == "kicked" || standing == "member";
}

}  // namespace

json allowed_updates() { return {"message", "edited_message", "callback_query", "my_chat_member"}; }

std::optional<Inbound> read_update(const JsonTree& update, const std::string& bot_name,
                                   Instant now) {
  const auto id = update["update_id"].number();
  if (!id) return std::nullopt;
  Inbound inbound;
  inbound.key = std::to_string(*id);
  bool ours = false;
  if (const JsonTree message = update["message"]; message.is_object()) {
    ours = read_message(message, false, bot_name, now, inbound);
  } else if (const JsonTree edited = update["edited_message"]; edited.is_object()) {
    ours = read_message(edited, true, bot_name, now, inbound);
  } else if (const JsonTree query = update["callback_query"]; query.is_object()) {
    ours = read_press(query, now, inbound);
  } else if (const JsonTree change = update["my_chat_member"]; change.is_object()) {
    ours = read_membership(change, now, inbound);
  }
  if (!ours) return std::nullopt;
  return inbound;
}

}  // namespace dondoc::telegram
