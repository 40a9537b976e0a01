#include "bots/zalo_bot/read_update.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/text/vietnamese.h"

namespace dondoc::zalo_bot {
namespace {

constexpr std::size_t k_id_bytes = 256;  // longer ones are no ids
constexpr std::size_t k_url_bytes = 4'096;

struct Event {
  std::string_view name;
  InboundKind kind;
};

// What is not listed and still a message is answered kindly, as `other`.
constexpr std::array k_events = std::to_array<Event>({
    {"message.text.received", InboundKind::text},
    {"message.link.received", InboundKind::text},
    {"message.image.received", InboundKind::photo},
});

std::optional<InboundKind> kind_of(std::string_view event) {
  const auto found = std::find_if(k_events.begin(), k_events.end(),
                                  [&](const Event& each) { return each.name == event; });
  if (found != k_events.end()) return found->kind;
  const bool is_message = event.starts_with("message.") && event.ends_with(".received");
  if (!is_message || event == "message.reaction.received") return std::nullopt;
  return InboundKind::other;
}

std::string id_of(const JsonTree& value) {
  std::string id = value.text();
  return id.size() <= k_id_bytes ? id : std::string();
}

/// Cuts "@Bot Đôn Đốc" out: in a group the bot is only told what mentions it or answers it.
std::string without_mention(std::string text, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::string mention = "@" + name;
    const auto at = name.empty() ? text.npos : text.find(mention);
    if (at == text.npos) continue;
    text.erase(at, mention.size());
    const auto begin = text.find_first_not_of(" \t\n,:");
    return begin == text.npos ? std::string() : text.substr(begin);
  }
  return text;
}

/// Milliseconds (chat-apis.md §4.3).
Instant time_of(const JsonTree& message, Instant now) {
  const auto ms = message["date"].whole();
  return ms && *ms > 0 && *ms < now.ms ? Instant{*ms} : now;
}

bool set_people(const JsonTree& message, Inbound& inbound) {
  const JsonTree from = message["from"];
  const JsonTree chat = message["chat"];
  if (from["is_bot"].is_true()) return false;
  const std::string sender = id_of(from["id"]);
  inbound.chat = id_of(chat["id"]);
  if (inbound.chat.empty()) inbound.chat = sender;
  const std::string type = fold(chat["chat_type"].text());
  inbound.in_group = !type.empty() && type != "private";
  inbound.account = inbound.in_group ? sender : inbound.chat;
  return !inbound.account.empty();
}

void set_photo(const JsonTree& message, Inbound& inbound) {
  std::string url = message["photo"].text();
  if (url.empty()) url = message["photo_url"].text();
  inbound.text = message["caption"].text();
  if (url.empty() || url.size() > k_url_bytes) return;
  inbound.file.handle = std::move(url);
}

std::optional<Inbound> read_update(const JsonTree& update, const std::vector<std::string>& names,
                                   Instant now) {
  const auto kind = kind_of(update["event_name"].text());
  const JsonTree message = update["message"];
  if (!kind || !message.is_object()) return std::nullopt;
  Inbound inbound;
  inbound.kind = *kind;
  inbound.key = id_of(message["message_id"]);
  if (inbound.key.empty() || !set_people(message, inbound)) return std::nullopt;
  inbound.at = time_of(message, now);
  if (inbound.kind == InboundKind::text) inbound.text = message["text"].text();
  if (inbound.kind == InboundKind::photo) set_photo(message, inbound);
  if (inbound.kind == InboundKind::photo && inbound.file.handle.empty())
    inbound.kind = InboundKind::other;
  if (inbound.in_group) inbound.text = without_mention(std::move(inbound.text), names);
  if (inbound.kind == InboundKind::text && inbound.text.empty()) inbound.kind = InboundKind::other;
  return inbound;
}

}  // namespace

std::vector<Inbound> read_updates(const JsonTree& body, const std::vector<std::string>& names,
                                  Instant now) {
  const JsonTree wrapped = body["result"];
  const JsonTree& update = wrapped.exists() ? wrapped : body;
  std::vector<Inbound> updates;
  const auto take = [&](const JsonTree& each) {
    if (auto inbound = read_update(each, names, now)) updates.push_back(std::move(*inbound));
  };
  if (!update.is_list()) take(update);
  for (const JsonTree& each : update.items()) take(each);
  return updates;
}

}  // namespace dondoc::zalo_bot
