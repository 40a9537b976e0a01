#include "bots/telegram/send.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "bots/platform/our_defect.h"
#include "bots/telegram/errors.h"
#include "bots/telegram/html.h"
#include "bots/telegram/keyboard.h"
#include "bots/telegram/menu.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

constexpr Elapsed k_upload_timeout = Elapsed::seconds(150);
constexpr std::size_t k_file_name_bytes = 200;

/// Without path parts and without what could end a header's quoted text.
std::string harmless_name(const std::string& name) {
  std::string result;
  for (const char c : name.substr(name.find_last_of("/\\") + 1)) {
    const bool harmful = static_cast<unsigned char>(c) < 0x20 || c == '"' || c == 0x7F;
    result += harmful ? '_' : c;
  }
  if (result.empty() || result.size() > k_file_name_bytes) return std::string(k_unnamed_file);
  return result;
}

}  // namespace

bool Sender::follow(const ApiReply& reply, Way& way) {
  if (reply.kind != ReplyKind::refused || reply.migrate_to.empty() || way.moved) return false;
  way.chat = reply.migrate_to;
  way.moved = true;
  return true;
}

SendOutcome Sender::send_text(Way& way, std::string_view text, json parameters) {
  parameters["text"] = formatted(text);
  parameters["parse_mode"] = "HTML";
  parameters["link_preview_options"] = json::object({{"is_disabled", true}});
  bool plain = false;
  while (true) {
    parameters["chat_id"] = id_value(way.chat);
    const ApiReply reply = api_.ask("sendMessage", parameters);
    if (follow(reply, way)) continue;
    if (reply.kind == ReplyKind::refused && reply.says("can't parse entities") && !plain) {
      plain = true;
      ++sent_plain_;
      parameters.erase("parse_mode");
      parameters["text"] = text;
      continue;
    }
    return outcome_of(reply, way.now);
  }
}

SendOutcome Sender::send_file(Way& way, const OutgoingFile& file) {
  if (file.content.size() > k_upload_bytes) return our_defect("a file over 50 MB");
  if (file.content.empty()) return our_defect("an empty file");
  while (true) {
    std::vector<HttpPart> parts = {{"chat_id", way.chat, "", ""},
                                   {"document", file.content, harmless_name(file.name),
                                    file.mime.empty() ? "application/octet-stream" : file.mime}};
    const ApiReply reply = api_.upload("sendDocument", std::move(parts), k_upload_timeout);
    if (!follow(reply, way)) return outcome_of(reply, way.now);
  }
}

SendOutcome Sender::send(const OutgoingMessage& message, Instant now) {
  const std::vector<std::string> texts = split_text(message.text, k_text_units, TextUnit::utf16);
  const std::size_t count = texts.size() + message.files.size();
  if (count == 0) return our_defect("a message without text and file");
  Way way{message.account, false, now};
  PartsSent::Mark mark = sent_.take(message);
  SendOutcome outcome;
  for (; mark.parts < count; ++mark.parts) {
    const std::size_t part = mark.parts;
    if (part < texts.size()) {
      json parameters = json::object();
      if (part + 1 == texts.size()) buttons_dropped_ += add_keyboard(message.buttons, parameters);
      outcome = send_text(way, texts[part], std::move(parameters));
    } else {
      outcome = send_file(way, message.files[part - texts.size()]);
    }
    if (outcome.result != SendClass::delivered) break;
    if (part < texts.size() || texts.empty()) mark.platform_id = outcome.platform_id;
  }
  if (way.moved) outcome.new_account = way.chat;
  if (outcome.result == SendClass::delivered) {
    outcome.platform_id = mark.platform_id;
  } else {
    sent_.keep(message, way.chat, std::move(mark));
  }
  return outcome;
}

}  // namespace dondoc::telegram
