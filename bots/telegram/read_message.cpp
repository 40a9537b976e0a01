#include "bots/telegram/read_message.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "engine/limits.h"
#include "engine/text/vietnamese.h"

namespace dondoc::telegram {
namespace {

constexpr std::int64_t k_latest_s = 253'402'300'799;  // 9999-12-31
constexpr std::size_t k_start_payload = 64;
constexpr std::size_t k_name_bytes = 255;

/// What a person can send that we cannot read; anything else without text is a service message.
constexpr std::array<std::string_view, 13> k_unread = {
    "sticker", "voice",   "audio", "video", "video_note", "animation", "location",
    "venue",   "contact", "poll",  "dice",  "story",      "paid_media"};

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

/// Telegram's longest text is 4,096 characters: what is longer than the limit is not Telegram's.
std::string bounded(std::string text) {
  if (text.size() <= limits::text_bytes) return text;
  std::size_t end = limits::text_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.erase(end);
  return text;
}

bool is_start_payload(std::string_view text) {
  return text.size() <= k_start_payload && std::all_of(text.begin(), text.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-';
         });
}

/// "/viec@ten_bot 2": the address goes. False when it is another bot's.
bool drop_address(std::string& text, const std::string& bot_name) {
  if (!text.starts_with('/')) return true;
  const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
  const auto at = text.find('@');
  if (at >= end || bot_name.empty()) return true;
  if (!same_word(std::string_view(text).substr(at + 1, end - at - 1), bot_name)) return false;
  text.erase(at, end - at);
  return true;
}

/// "/start PAYLOAD". A payload of other letters cannot come from a link: it is left out.
void read_start(Inbound& inbound) {
  const std::string_view text = inbound.text;
  constexpr std::string_view k_start = "/start";
  if (!text.starts_with(k_start)) return;
  std::string_view rest = text.substr(k_start.size());
  if (!rest.empty() && rest[0] != ' ' && rest[0] != '\n') return;
  inbound.kind = InboundKind::start;
  const auto first = rest.find_first_not_of(" \n");
  if (first == rest.npos) return;
  rest = rest.substr(first, rest.find_last_not_of(" \n") - first + 1);
  if (is_start_payload(rest)) inbound.payload = std::string(rest);
}

bool read_text(const JsonTree& message, const std::string& bot_name, Inbound& inbound) {
  inbound.kind = InboundKind::text;
  inbound.text = bounded(nfc(message["text"].text()));
  if (!drop_address(inbound.text, bot_name)) return false;
  read_start(inbound);
  return true;
}

std::size_t declared_bytes(const JsonTree& file) {
  return static_cast<std::size_t>(
      std::max<std::int64_t>(file["file_size"].number().value_or(0), 0));
}

std::string without_path(const std::string& name) {
  std::string last = name.substr(name.find_last_of("/\\") + 1);
  std::erase_if(last, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (last == "." || last == ".." || last.size() > k_name_bytes) last.clear();
  return last;
}

bool read_document(const JsonTree& document, Inbound& inbound) {
  inbound.kind = InboundKind::file;
  inbound.file.handle = document["file_id"].text();
  inbound.file.name = without_path(nfc(document["file_name"].text()));
  inbound.file.mime = document["mime_type"].text().substr(0, k_name_bytes);
  inbound.file.bytes = declared_bytes(document);
  return !inbound.file.handle.empty();
}

/// The largest of the sizes: a photo has no name and no type.
bool read_photo(const JsonTree& sizes, Inbound& inbound) {
  inbound.kind = InboundKind::photo;
  std::int64_t largest = -1;
  for (const JsonTree& size : sizes.items()) {
    const std::int64_t pixels =
        std::clamp<std::int64_t>(size["width"].number().value_or(0), 0, 100'000) *
        std::clamp<std::int64_t>(size["height"].number().value_or(0), 0, 100'000);
    if (pixels <= largest || size["file_id"].text().empty()) continue;
    largest = pixels;
    inbound.file.handle = size["file_id"].text();
    inbound.file.bytes = declared_bytes(size);
  }
  inbound.file.mime = "image/jpeg";
  return largest >= 0;
}

/// The message that tells, in the old group or in the new one, that the group has moved.
bool read_migration(const JsonTree& message, const JsonTree& chat, Inbound& inbound) {
  const std::string to = message["migrate_to_chat_id"].whole_text();
  const std::string from = message["migrate_from_chat_id"].whole_text();
  const std::string here = chat["id"].whole_text();
  if ((to.empty() && from.empty()) || here.empty()) return false;
  inbound.kind = InboundKind::migrated;
  inbound.in_group = true;
  inbound.chat = to.empty() ? from : here;
  inbound.new_chat = to.empty() ? here : to;
  return true;
}

bool read_content(const JsonTree& message, bool edited, const std::string& bot_name,
                  Inbound& inbound) {
  if (message["text"].exists()) return read_text(message, bot_name, inbound);
  inbound.text = bounded(nfc(message["caption"].text()));
  const bool unread = std::any_of(k_unread.begin(), k_unread.end(),
                                  [&](std::string_view name) { return message[name].exists(); });
  if (unread) {  // before documents: an animation carries one as well
    inbound.kind = InboundKind::other;
    return !edited;  // a shared location is edited every few seconds
  }
  if (const JsonTree document = message["document"]; document.is_object())
    return read_document(document, inbound);
  if (const JsonTree photo = message["photo"]; photo.is_list()) return read_photo(photo, inbound);
  return false;
}

}  // namespace

Instant time_of(const JsonTree& object, std::string_view name, Instant now) {
  const auto seconds = object[name].number();
  if (!seconds || *seconds <= 0 || *seconds > k_latest_s) return now;
  return std::min(Instant{*seconds * 1000}, now);
}

bool read_people(const JsonTree& from, const JsonTree& chat, Inbound& inbound) {
  inbound.account = from["id"].whole_text();
  const bool known = chat.is_object();
  inbound.chat = known ? chat["id"].whole_text() : inbound.account;
  inbound.in_group = known && chat["type"].text() != "private";
  return !from["is_bot"].is_true() && !inbound.account.empty() && !inbound.chat.empty();
}

bool read_message(const JsonTree& message, bool edited, const std::string& bot_name, Instant now,
                  Inbound& inbound) {
  const JsonTree chat = message["chat"];
  if (!chat.is_object()) return false;
  inbound.at = time_of(message, edited ? "edit_date" : "date", now);
  if (read_migration(message, chat, inbound)) return true;
  // A channel, or a group that speaks for itself: nobody in particular.
  if (message["sender_chat"].exists()) return false;
  if (!read_people(message["from"], chat, inbound)) return false;
  inbound.message = message["message_id"].whole_text();
  return read_content(message, edited, bot_name, inbound);
}

}  // namespace dondoc::telegram
