#include "bots/zalo_oa/read_event.h"

#include <algorithm>
#include <array>
#include <optional>

#include "bots/zalo_oa/buttons.h"
#include "engine/limits.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_id_bytes = 128;
constexpr std::size_t k_attachments_most = 10;
constexpr std::size_t k_receipts_most = 100;
constexpr std::size_t k_file_name_bytes = 255;
constexpr std::size_t k_address_bytes = 4096;

struct EventKind {
  std::string_view name;  ///< without "_group"
  InboundKind kind;
};

// clang-format off
constexpr std::array k_kinds = std::to_array<EventKind>({
    {"user_send_text", InboundKind::text},
    {"user_click_button", InboundKind::press},  // in third-party lists only (chat-apis.md §3.4)
    {"user_send_file", InboundKind::file},
    {"user_send_image", InboundKind::photo},
    {"user_send_link", InboundKind::other},
    {"user_send_audio", InboundKind::other},
    {"user_send_video", InboundKind::other},
    {"user_send_sticker", InboundKind::other},
    {"user_send_gif", InboundKind::other},
    {"user_send_location", InboundKind::other},
    {"user_send_business_card", InboundKind::other},
    {"user_submit_info", InboundKind::other},
    {"follow", InboundKind::follow},
    {"unfollow", InboundKind::unfollow},
    {"user_received_message", InboundKind::delivered},
    {"user_seen_message", InboundKind::seen},
});
// clang-format on

std::optional<InboundKind> kind_of(std::string_view name) {
  auto found = std::find_if(k_kinds.begin(), k_kinds.end(),
                            [name](const EventKind& each) { return each.name == name; });
  return found == k_kinds.end() ? std::nullopt : std::optional(found->kind);
}

Instant time_of(const JsonTree& event, Instant now) {
  const auto told = event["timestamp"].whole();
  return told && *told > 0 ? std::min(Instant{*told}, now) : now;
}

/// What all events have; `name` is the whole event name.
struct Envelope {
  std::string name;
  std::string sender;
  std::string recipient;
  std::string message;  ///< id
  bool in_group = false;
  Instant at;
};

std::string key_of(const Envelope& envelope) {
  if (!envelope.message.empty()) return envelope.name + ":" + envelope.message;
  return envelope.name + ":" + envelope.sender + ":" + std::to_string(envelope.at.ms);
}

Inbound begin(const Envelope& envelope, InboundKind kind) {
  Inbound inbound;
  inbound.kind = kind;
  inbound.key = key_of(envelope);
  inbound.account = envelope.sender;
  inbound.chat = envelope.in_group ? envelope.recipient : envelope.sender;
  inbound.in_group = envelope.in_group;
  inbound.at = envelope.at;
  return inbound;
}

/// Without path parts and control characters, NFC.
std::string file_name(std::string_view declared) {
  const auto slash = declared.find_last_of("/\\");
  if (slash != std::string_view::npos) declared.remove_prefix(slash + 1);
  std::string name = nfc(declared.substr(0, k_file_name_bytes));
  std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return name == "." || name == ".." ? std::string() : name;
}

InboundFile file_of(const JsonTree& payload) {
  InboundFile file;
  file.handle = payload["url"].text();
  if (file.handle.size() > k_address_bytes) file.handle.clear();
  file.name = file_name(payload["name"].text());
  file.mime = payload["type"].text();
  if (file.mime.find('/') == std::string::npos || file.mime.size() > k_id_bytes) file.mime.clear();
  file.bytes =
      static_cast<std::size_t>(std::max<std::int64_t>(0, payload["size"].whole().value_or(0)));
  return file;
}

std::vector<Inbound> read_files(const Envelope& envelope, InboundKind kind,
                                const JsonTree& message) {
  std::vector<Inbound> result;
  const std::string caption = nfc(message["text"].text());
  for (const JsonTree& attachment : message["attachments"].items()) {
    if (result.size() == k_attachments_most) break;
    Inbound inbound = begin(envelope, kind);
    inbound.file = file_of(attachment["payload"]);
    if (inbound.file.handle.empty()) inbound.kind = InboundKind::other;
    if (caption.size() <= limits::text_bytes && result.empty()) inbound.text = caption;
    if (!result.empty()) inbound.key += ":" + std::to_string(result.size() + 1);
    result.push_back(std::move(inbound));
  }
  if (result.empty()) result.push_back(begin(envelope, InboundKind::other));
  return result;
}

/// Receipts name one message or several; which side is the sender is told differently.
std::vector<Inbound> read_receipts(const Envelope& envelope, InboundKind kind,
                                   const JsonTree& message, std::string_view oa_id) {
  std::vector<std::string> ids;
  if (!envelope.message.empty()) ids.push_back(envelope.message);
  for (const JsonTree& id : message["msg_ids"].items()) {
    if (ids.size() < k_receipts_most && is_platform_id(id.text())) ids.push_back(id.text());
  }
  // A template by phone: the recipient is the phone (§3.6).
  const bool by_phone = message["tracking_id"].exists() || message["delivery_time"].exists();
  const bool from_us = !oa_id.empty() && envelope.sender == oa_id;
  std::vector<Inbound> result;
  for (const std::string& id : ids) {
    Inbound inbound = begin(envelope, kind);
    inbound.key = envelope.name + ":" + id;
    inbound.message = id;
    if (by_phone) {
      inbound.account = "phone:" + envelope.recipient;
    } else if (from_us || inbound.account.empty()) {
      inbound.account = envelope.recipient;
    }
    inbound.chat = inbound.account;
    result.push_back(std::move(inbound));
  }
  return result;
}

Inbound read_submitted(const Envelope& envelope, const JsonTree& info) {
  Inbound inbound = begin(envelope, InboundKind::other);
  const std::string phone = info["phone"].text();
  const bool digits =
      std::all_of(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && phone.size() >= 8 && phone.size() <= 15) inbound.payload = "phone:" + phone;
  return inbound;
}

Envelope read_envelope(const JsonTree& event, Instant now) {
  Envelope envelope;
  envelope.name = event["event_name"].text();
  envelope.sender = event["sender"]["id"].text();
  if (envelope.sender.empty()) envelope.sender = event["follower"]["id"].text();
  envelope.recipient = event["recipient"]["id"].text();
  envelope.message = event["message"]["msg_id"].text();
  if (!is_platform_id(envelope.message)) envelope.message.clear();
  envelope.at = time_of(event, now);
  return envelope;
}

}  // namespace

bool is_platform_id(std::string_view id) {
  return !id.empty() && id.size() <= k_id_bytes &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Inbound inbound_text(const SaidText& said) {
  Inbound inbound;
  inbound.kind = InboundKind::text;
  inbound.key = said.event + ":" + said.message;
  inbound.account = said.account;
  inbound.chat = said.chat;
  inbound.in_group = said.in_group;
  inbound.at = said.at;
  if (said.text.size() > limits::text_bytes) {
    inbound.kind = InboundKind::other;
  } else if (said.text.starts_with(k_press_prefix)) {
    inbound.kind = InboundKind::press;
    inbound.payload = said.text.substr(k_press_prefix.size());
  } else {
    inbound.text = nfc(said.text);
  }
  return inbound;
}

std::vector<Inbound> read_event(const JsonTree& event, std::string_view oa_id, Instant now) {
  Envelope envelope = read_envelope(event, now);
  std::string plain_name = envelope.name;
  if (plain_name.find("anonymous") != std::string::npos) return {};
  if (const auto group = plain_name.find("_group"); group != std::string::npos) {
    envelope.in_group = true;
    plain_name.erase(group, std::string_view("_group").size());
  }
  const auto kind = kind_of(plain_name);
  if (!kind) return {};
  const JsonTree message = event["message"];
  if (*kind == InboundKind::delivered || *kind == InboundKind::seen)
    return read_receipts(envelope, *kind, message, oa_id);
  if (!is_platform_id(envelope.sender) || envelope.sender == oa_id) return {};
  if (envelope.in_group && !is_platform_id(envelope.recipient)) return {};
  switch (*kind) {
    case InboundKind::file:
    case InboundKind::photo:
      return read_files(envelope, *kind, message);
    case InboundKind::text:
    case InboundKind::press: {
      if (envelope.message.empty()) return {};  // nothing to tell a repetition by
      std::string text = message["text"].text();
      if (text.empty()) text = message["payload"].text();
      const Inbound base = begin(envelope, *kind);
      return {inbound_text({envelope.name, envelope.message, base.account, base.chat, base.in_group,
                            base.at, std::move(text)})};
    }
    default:
      break;
  }
  if (plain_name == "user_submit_info") return {read_submitted(envelope, event["info"])};
  return {begin(envelope, *kind)};
}

}  // namespace dondoc::zalo_oa
