// The methods that send, edit and answer (chat-apis.md §2.2, §2.6, §2.7).
#include <algorithm>

#include "engine/text/vietnamese.h"
#include "tests/support/fake_telegram_state.h"
#include "tests/support/telegram_html.h"

namespace dondoc::test {
namespace {

constexpr std::size_t k_text_units = 4096, k_caption_units = 1024, k_answer_characters = 200;
constexpr std::size_t k_payload_bytes = 64;
constexpr std::size_t k_upload_bytes = 50 * 1024 * 1024, k_download_bytes = 20 * 1024 * 1024;
constexpr Elapsed k_press_lives = Elapsed::seconds(30);

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Refusal too_many(Elapsed wait) {
  const std::int64_t seconds = std::max<std::int64_t>(1, (wait.ms + 999) / 1000);
  return {
      429, "Too Many Requests: retry after " + std::to_string(seconds), {{"retry_after", seconds}}};
}

/// Takes one more, or says how long until it may be.
std::optional<Elapsed> wait_for_place(std::deque<Instant>& times, std::size_t most, Elapsed window,
                                      Instant now) {
  const auto recent =
      std::count_if(times.begin(), times.end(), [&](Instant at) { return at + window > now; });
  if (static_cast<std::size_t>(recent) < most) return std::nullopt;
  return times[times.size() - most] + window - now;
}

}  // namespace

std::optional<Refusal> FakeTelegram::State::over_rate(Chat& chat, Instant now) {
  if (!limits_rates) return std::nullopt;
  auto wait = wait_for_place(sent, 30, Elapsed::seconds(1), now);
  if (!wait) wait = wait_for_place(chat.sent, 1, Elapsed::seconds(1), now);
  if (!wait && chat.type != "private")
    wait = wait_for_place(chat.sent, 20, Elapsed::minutes(1), now);
  if (wait) {
    ++refused_by_rate;
    return too_many(*wait);
  }
  for (std::deque<Instant>* times : {&sent, &chat.sent}) {
    times->push_back(now);
    if (times->size() > 100) times->pop_front();
  }
  return std::nullopt;
}

tl::expected<FakeTelegram::State::Chat*, Refusal> FakeTelegram::State::open_chat(
    const Asked& asked) {
  if (asked.text("chat_id").empty()) return refuse(400, "Bad Request: chat_id is empty");
  const auto found = chats.find(asked.text("chat_id"));
  if (found == chats.end()) return refuse(400, "Bad Request: chat not found");
  Chat& chat = found->second;
  if (!chat.moved_to.empty()) {
    return refuse(400, "Bad Request: group chat was upgraded to a supergroup chat",
                  {{"migrate_to_chat_id", chats.at(chat.moved_to).id}});
  }
  if (chat.deleted) return refuse(403, "Forbidden: user is deactivated");
  if (chat.blocked) return refuse(403, "Forbidden: bot was blocked by the user");
  if (chat.removed) return refuse(403, "Forbidden: bot was kicked from the group chat");
  if (!chat.started) return refuse(403, "Forbidden: bot can't initiate conversation with a user");
  if (auto refusal = over_rate(chat, asked.now)) return tl::unexpected<Refusal>(*refusal);
  return &chat;
}

tl::expected<std::vector<std::vector<FakeTelegram::Button>>, Refusal>
FakeTelegram::State::read_keyboard(const Asked& asked) const {
  std::vector<std::vector<Button>> rows;
  if (!asked.has("reply_markup")) return rows;
  const json& markup = asked.parameters["reply_markup"];
  if (!markup.is_object()) return refuse(400, "Bad Request: object expected as reply markup");
  if (!markup.contains("inline_keyboard")) return rows;
  for (const json& row : markup["inline_keyboard"]) {
    rows.emplace_back();
    for (const json& button : row) {
      if (is_blank(button.value("text", ""))) {
        return refuse(400,
                      "Bad Request: can't parse inline keyboard button: Text buttons are "
                      "unallowed in the inline keyboard");
      }
      const std::string payload = button.value("callback_data", "");
      if (payload.size() > k_payload_bytes || (payload.empty() && !button.contains("url")))
        return refuse(400, "Bad Request: BUTTON_DATA_INVALID");
      rows.back().push_back({button["text"].get<std::string>(), payload});
    }
  }
  return rows;
}

tl::expected<FakeTelegram::Shown, Refusal> FakeTelegram::State::read_text(const Asked& asked,
                                                                          const std::string& name,
                                                                          std::size_t most) const {
  Shown shown;
  shown.text = asked.text(name);
  if (asked.text("parse_mode") == "HTML") {
    ReadHtml html = read_html(shown.text);
    if (!html.problem.empty())
      return refuse(400, "Bad Request: can't parse entities: " + html.problem);
    shown.text = std::move(html.text);
    shown.bold = std::move(html.bold);
  }
  if (utf16_units(shown.text) > most) {
    return refuse(400, name == "caption" ? "Bad Request: message caption is too long"
                                         : "Bad Request: message is too long");
  }
  if (asked.has("link_preview_options")) {
    shown.preview = !asked.parameters["link_preview_options"].value("is_disabled", false);
  } else {
    shown.preview = true;
  }
  return shown;
}

json FakeTelegram::State::message_json(const Chat& chat, const Shown& shown) const {
  const json bot = {
      {"id", 4242}, {"is_bot", true}, {"first_name", "Bot"}, {"username", std::string(k_bot)}};
  json result = {{"message_id", shown.id},
                 {"date", shown.at.ms / 1000},
                 {"chat", chat_json(chat)},
                 {"from", shown.from_bot ? bot : person_json(std::to_string(chat.id))}};
  if (!shown.file_name.empty()) {
    result["document"] = {{"file_id", "BQAC-sent"},
                          {"file_unique_id", "AgAD"},
                          {"file_name", shown.file_name},
                          {"file_size", shown.file.size()}};
  } else {
    result["text"] = shown.text;
  }
  if (shown.rows.empty()) return result;
  json rows = json::array();
  for (const auto& row : shown.rows) {
    rows.push_back(json::array());
    for (const Button& button : row)
      rows.back().push_back({{"text", button.label}, {"callback_data", button.payload}});
  }
  result["reply_markup"] = json::object({{"inline_keyboard", std::move(rows)}});
  return result;
}

json FakeTelegram::State::show(Chat& chat, Shown shown, Instant now) {
  shown.id = chat.next_message++;
  shown.at = now;
  chat.messages.push_back(std::move(shown));
  return message_json(chat, chat.messages.back());
}

Reply FakeTelegram::State::get_me(const Asked&) {
  return json{{"id", 4242},
              {"is_bot", true},
              {"first_name", "Đôn Đốc"},
              {"username", std::string(k_bot)},
              {"can_join_groups", true},
              {"can_read_all_group_messages", false},
              {"supports_inline_queries", false}};
}

Reply FakeTelegram::State::send_message(const Asked& asked) {
  auto shown = read_text(asked, "text", k_text_units);
  if (!shown) return tl::unexpected<Refusal>(shown.error());
  if (is_blank(shown->text)) return refuse(400, "Bad Request: message text is empty");
  auto rows = read_keyboard(asked);
  if (!rows) return tl::unexpected<Refusal>(rows.error());
  const auto chat = open_chat(asked);
  if (!chat) return tl::unexpected<Refusal>(chat.error());
  shown->rows = std::move(*rows);
  return show(**chat, std::move(*shown), asked.now);
}

Reply FakeTelegram::State::send_document(const Asked& asked) {
  const auto file = asked.files.find("document");
  if (file == asked.files.end() && !files.contains(asked.text("document")))
    return refuse(400, "Bad Request: there is no document in the request");
  if (file != asked.files.end() && file->second.content.empty())
    return refuse(400, "Bad Request: file must be non-empty");
  if (file != asked.files.end() && file->second.content.size() > k_upload_bytes)
    return refuse(413, "Request Entity Too Large");
  auto shown = read_text(asked, "caption", k_caption_units);
  if (!shown) return tl::unexpected<Refusal>(shown.error());
  const auto chat = open_chat(asked);
  if (!chat) return tl::unexpected<Refusal>(chat.error());
  if (file != asked.files.end()) {
    shown->file_name = file->second.file_name;
    shown->file = file->second.content;
  }
  return show(**chat, std::move(*shown), asked.now);
}

Reply FakeTelegram::State::send_chat_action(const Asked& asked) {
  const auto chat = open_chat(asked);
  if (!chat) return tl::unexpected<Refusal>(chat.error());
  return json(true);
}

FakeTelegram::Shown* FakeTelegram::State::find_shown(const Asked& asked, Chat** chat) {
  const auto found = chats.find(asked.text("chat_id"));
  if (found == chats.end()) return nullptr;
  *chat = &found->second;
  for (Shown& shown : found->second.messages) {
    if (shown.id == asked.whole("message_id") && shown.from_bot) return &shown;
  }
  return nullptr;
}

namespace {

tl::unexpected<Refusal> not_modified() {
  return refuse(400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message");
}

}  // namespace

Reply FakeTelegram::State::edit_reply_markup(const Asked& asked) {
  Chat* chat = nullptr;
  Shown* shown = find_shown(asked, &chat);
  if (!chat) return refuse(400, "Bad Request: chat not found");
  if (!shown) return refuse(400, "Bad Request: message to edit not found");
  auto rows = read_keyboard(asked);
  if (!rows) return tl::unexpected<Refusal>(rows.error());
  if (rows->empty() && shown->rows.empty()) return not_modified();
  shown->rows = std::move(*rows);
  return message_json(*chat, *shown);
}

Reply FakeTelegram::State::edit_text(const Asked& asked) {
  Chat* chat = nullptr;
  Shown* shown = find_shown(asked, &chat);
  if (!chat) return refuse(400, "Bad Request: chat not found");
  if (!shown) return refuse(400, "Bad Request: message to edit not found");
  const auto fresh = read_text(asked, "text", k_text_units);
  if (!fresh) return tl::unexpected<Refusal>(fresh.error());
  auto rows = read_keyboard(asked);
  if (!rows) return tl::unexpected<Refusal>(rows.error());
  if (fresh->text == shown->text && rows->empty() && shown->rows.empty()) return not_modified();
  shown->text = fresh->text;
  shown->rows = std::move(*rows);
  return message_json(*chat, *shown);
}

Reply FakeTelegram::State::delete_message(const Asked& asked) {
  Chat* chat = nullptr;
  const Shown* shown = find_shown(asked, &chat);
  if (!shown) return refuse(400, "Bad Request: message to delete not found");
  std::erase_if(chat->messages, [id = shown->id](const Shown& each) { return each.id == id; });
  return json(true);
}

Reply FakeTelegram::State::answer_callback(const Asked& asked) {
  if (characters(asked.text("text")) > k_answer_characters)
    return refuse(400, "Bad Request: MESSAGE_TOO_LONG");
  for (Press& press : presses) {
    if (press.id != asked.text("callback_query_id") || asked.now - press.at > k_press_lives)
      continue;
    press.answered = true;
    press.answer = asked.text("text");
    return json(true);
  }
  return refuse(400,
                "Bad Request: query is too old and response timeout expired or query ID is "
                "invalid");
}

Reply FakeTelegram::State::get_file(const Asked& asked) {
  const auto found = files.find(asked.text("file_id"));
  if (found == files.end())
    return refuse(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
  if (found->second.content.size() > k_download_bytes)
    return refuse(400, "Bad Request: file is too big");
  return json{{"file_id", found->first},
              {"file_unique_id", "AgAD"},
              {"file_size", found->second.content.size()},
              {"file_path", found->second.path}};
}

Reply FakeTelegram::State::set_commands(const Asked& asked) {
  if (!asked.has("commands") || !asked.parameters["commands"].is_array())
    return refuse(400, "Bad Request: can't parse commands JSON object");
  const json& commands = asked.parameters["commands"];
  if (commands.size() > 100) return refuse(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
  for (const json& each : commands) {
    const std::string name = each.value("command", "");
    const std::size_t length = characters(each.value("description", ""));
    if (name.empty() || name.size() > 32 ||
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != name.npos)
      return refuse(400, "Bad Request: BOT_COMMAND_INVALID");
    if (length < 1 || length > 256)
      return refuse(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
  }
  menus[asked.text("language_code")] = commands;
  return json(true);
}

Reply FakeTelegram::State::get_commands(const Asked& asked) {
  return menus.try_emplace(asked.text("language_code"), json::array()).first->second;
}

}  // namespace dondoc::test
