#include "bots/telegram/read_update.h"

#include <nlohmann/json.hpp>

#include "bots/telegram/json_fields.h"
#include "bots/telegram/read_message.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

/// A press on a button. Its message may be inaccessible (date 0): it can then not be edited, and
/// `message` stays empty. Pressed in a chat we do not see, the answer goes to the person.
bool read_press(const json& query, Instant now, Inbound& inbound) {
  const json* from = object_field(query, "from");
  if (!from) return false;
  const json* message = object_field(query, "message");
  const json* chat = message ? object_field(*message, "chat") : nullptr;
  const json own_chat = {{"id", id_field(*from, "id")}, {"type", "private"}};
  if (!read_people(*from, chat ? *chat : own_chat, inbound)) return false;
  inbound.kind = InboundKind::press;
  inbound.at = now;
  inbound.callback = text_field(query, "id");
  inbound.payload = text_field(query, "data");
  if (chat && whole_field(*message, "date").value_or(0) > 0)
    inbound.message = id_field(*message, "message_id");
  return !inbound.callback.empty() && !inbound.payload.empty();
}

/// The person stopped or restarted the bot. In a group, whoever added or removed the bot did not
/// stop it for himself: left out.
bool read_membership(const json& change, Instant now, Inbound& inbound) {
  const json* from = object_field(change, "from");
  const json* chat = object_field(change, "chat");
  const json* after = object_field(change, "new_chat_member");
  if (!from || !chat || !after || !read_people(*from, *chat, inbound) || inbound.in_group)
    return false;
  inbound.at = time_of(change, "date", now);
  const std::string standing = text_field(*after, "status");
  inbound.kind = standing == "kicked" ? InboundKind::blocked : InboundKind::unblocked;
  return standing == "kicked" || standing == "member";
}

}  // namespace

json allowed_updates() { return {"message", "edited_message", "callback_query", "my_chat_member"}; }

std::optional<Inbound> read_update(const json& update, const std::string& bot_name, Instant now) {
  const auto id = whole_field(update, "update_id");
  if (!id) return std::nullopt;
  Inbound inbound;
  inbound.key = std::to_string(*id);
  bool ours = false;
  if (const json* message = object_field(update, "message")) {
    ours = read_message(*message, false, bot_name, now, inbound);
  } else if (const json* edited = object_field(update, "edited_message")) {
    ours = read_message(*edited, true, bot_name, now, inbound);
  } else if (const json* query = object_field(update, "callback_query")) {
    ours = read_press(*query, now, inbound);
  } else if (const json* change = object_field(update, "my_chat_member")) {
    ours = read_membership(*change, now, inbound);
  }
  if (!ours) return std::nullopt;
  return inbound;
}

}  // namespace dondoc::telegram
