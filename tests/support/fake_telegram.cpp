// What people do with the fake, and what they see.
#include "tests/support/fake_telegram.h"

#include <algorithm>
#include <stdexcept>

#include "tests/support/fake_telegram_state.h"

namespace dondoc::test {

using Lock = std::lock_guard<std::mutex>;

FakeTelegram::FakeTelegram() : state_(std::make_unique<State>()) {}
FakeTelegram::~FakeTelegram() = default;

FakeTelegram::State::Chat& FakeTelegram::State::chat_of(const std::string& id) {
  const auto [place, is_new] = chats.try_emplace(id);
  if (is_new) place->second.id = std::stoll(id);
  return place->second;
}

json FakeTelegram::State::chat_json(const Chat& chat) const {
  json result = {{"id", chat.id}, {"type", chat.type}};
  result[chat.type == "private" ? "first_name" : "title"] = "Chat " + std::to_string(chat.id);
  return result;
}

json FakeTelegram::State::person_json(const std::string& account) const {
  return {{"id", std::stoll(account)},
          {"is_bot", false},
          {"first_name", "Lan " + account},
          {"language_code", "vi"}};
}

json FakeTelegram::State::new_message(const std::string& chat_id, const std::string& account,
                                      const std::string& text, Instant now) {
  Chat& chat = chat_of(chat_id);
  if (chat.type == "private") chat.started = true;
  Shown shown;
  shown.id = chat.next_message++;
  shown.at = now;
  shown.from_bot = false;
  shown.text = text;
  chat.messages.push_back(shown);
  return {{"message_id", shown.id},
          {"date", now.ms / 1000},
          {"chat", chat_json(chat)},
          {"from", person_json(account)}};
}

std::int64_t FakeTelegram::State::put(const std::string& chat, const std::string& kind, json body,
                                      Instant now) {
  const std::int64_t id = next_update++;
  if (!allowed.empty() && !allowed.contains(kind)) return id;
  updates.push_back({id, chat, kind, json{{"update_id", id}, {kind, std::move(body)}}, now, now});
  changed.notify_all();
  return id;
}

std::string FakeTelegram::State::keep_file(const std::string& content) {
  const std::string number = std::to_string(next_file++);
  files["BQAC" + number] = {"documents/file " + number + ".bin", content};
  return "BQAC" + number;
}

std::int64_t FakeTelegram::say(const std::string& account, const std::string& text, Instant now) {
  return say_in_group(account, account, text, now);
}

std::int64_t FakeTelegram::say_in_group(const std::string& group, const std::string& account,
                                        const std::string& text, Instant now) {
  const Lock lock(state_->mutex);
  json message = state_->new_message(group, account, text, now);
  message["text"] = text;
  if (text.starts_with('/')) {
    const auto length = std::min(text.find(' '), text.size());
    message["entities"] =
        json::array({json{{"type", "bot_command"}, {"offset", 0}, {"length", length}}});
  }
  return state_->put(group, "message", std::move(message), now);
}

std::int64_t FakeTelegram::start(const std::string& account, const std::string& payload,
                                 Instant now) {
  return say(account, payload.empty() ? "/start" : "/start " + payload, now);
}

std::int64_t FakeTelegram::edit_newest(const std::string& account, const std::string& text,
                                       Instant now) {
  const Lock lock(state_->mutex);
  State::Chat& chat = state_->chat_of(account);
  for (auto shown = chat.messages.rbegin(); shown != chat.messages.rend(); ++shown) {
    if (shown->from_bot) continue;
    shown->text = text;
    json message = {{"message_id", shown->id},
                    {"date", shown->at.ms / 1000},
                    {"edit_date", now.ms / 1000},
                    {"chat", state_->chat_json(chat)},
                    {"from", state_->person_json(account)},
                    {"text", text}};
    return state_->put(account, "edited_message", std::move(message), now);
  }
  return 0;
}

std::int64_t FakeTelegram::press(const std::string& chat_id, const std::string& account,
                                 std::int64_t id, const std::string& label, Instant now) {
  const Lock lock(state_->mutex);
  State::Chat& chat = state_->chat_of(chat_id);
  for (const Shown& shown : chat.messages) {
    for (const auto& row : shown.rows) {
      for (const Button& button : row) {
        if (shown.id != id || button.label != label) continue;
        const std::string query = std::to_string(state_->next_callback++);
        state_->presses.push_back({query, "", now, false});
        json body = {{"id", query},
                     {"from", state_->person_json(account)},
                     {"chat_instance", "-88"},
                     {"data", button.payload},
                     {"message", state_->message_json(chat, shown)}};
        return state_->put(chat_id, "callback_query", std::move(body), now);
      }
    }
  }
  return 0;
}

std::int64_t FakeTelegram::press_old(const std::string& account, std::int64_t id,
                                     const std::string& payload, Instant now) {
  const Lock lock(state_->mutex);
  const std::string query = std::to_string(state_->next_callback++);
  state_->presses.push_back({query, "", now, false});
  const json chat = state_->chat_json(state_->chat_of(account));
  json body = {{"id", query},
               {"from", state_->person_json(account)},
               {"chat_instance", "-88"},
               {"data", payload},
               {"message", {{"chat", chat}, {"message_id", id}, {"date", 0}}}};
  return state_->put(account, "callback_query", std::move(body), now);
}

std::int64_t FakeTelegram::send_document(const std::string& account, const std::string& name,
                                         const std::string& mime, const std::string& content,
                                         const std::string& caption, Instant now) {
  const Lock lock(state_->mutex);
  json message = state_->new_message(account, account, caption, now);
  if (!caption.empty()) message["caption"] = caption;
  message["document"] = {{"file_id", state_->keep_file(content)},
                         {"file_unique_id", "AgAD"},
                         {"file_name", name},
                         {"mime_type", mime},
                         {"file_size", content.size()}};
  return state_->put(account, "message", std::move(message), now);
}

std::int64_t FakeTelegram::send_photo(const std::string& account, const std::string& content,
                                      const std::string& caption, Instant now) {
  const Lock lock(state_->mutex);
  json message = state_->new_message(account, account, caption, now);
  if (!caption.empty()) message["caption"] = caption;
  message["photo"] = json::array();
  for (const int width : {90, 1280, 320}) {  // not in order: the largest is to be looked for
    const std::string bytes = width == 1280 ? content : "small";
    message["photo"].push_back({{"file_id", state_->keep_file(bytes)},
                                {"file_unique_id", "AgAD"},
                                {"width", width},
                                {"height", width * 3 / 4},
                                {"file_size", bytes.size()}});
  }
  return state_->put(account, "message", std::move(message), now);
}

std::int64_t FakeTelegram::send_sticker(const std::string& account, Instant now) {
  const Lock lock(state_->mutex);
  json message = state_->new_message(account, account, "", now);
  message["sticker"] = {
      {"file_id", "CAAC1"}, {"file_unique_id", "AgAD"}, {"type", "regular"}, {"width", 512},
      {"height", 512},      {"is_animated", false},     {"is_video", false}};
  return state_->put(account, "message", std::move(message), now);
}

std::int64_t FakeTelegram::State::membership(const std::string& account, const char* before,
                                             const char* after, Instant now) {
  const json bot = {{"id", 4242}, {"is_bot", true}, {"first_name", "Bot"}};
  json body = {{"chat", chat_json(chat_of(account))},
               {"from", person_json(account)},
               {"date", now.ms / 1000},
               {"old_chat_member", {{"user", bot}, {"status", before}}},
               {"new_chat_member", {{"user", bot}, {"status", after}}}};
  return put(account, "my_chat_member", std::move(body), now);
}

std::int64_t FakeTelegram::block(const std::string& account, Instant now) {
  const Lock lock(state_->mutex);
  state_->chat_of(account).blocked = true;
  return state_->membership(account, "member", "kicked", now);
}

std::int64_t FakeTelegram::unblock(const std::string& account, Instant now) {
  const Lock lock(state_->mutex);
  state_->chat_of(account).blocked = false;
  return state_->membership(account, "kicked", "member", now);
}

void FakeTelegram::delete_account(const std::string& account) {
  const Lock lock(state_->mutex);
  state_->chat_of(account).deleted = true;
}

void FakeTelegram::know(const std::string& account) {
  const Lock lock(state_->mutex);
  state_->chat_of(account);
}

void FakeTelegram::make_group(const std::string& group) {
  const Lock lock(state_->mutex);
  State::Chat& chat = state_->chat_of(group);
  chat.type = "group";
  chat.started = true;
}

void FakeTelegram::remove_bot_from(const std::string& group) {
  const Lock lock(state_->mutex);
  state_->chat_of(group).removed = true;
}

std::int64_t FakeTelegram::upgrade_group(const std::string& group, const std::string& supergroup,
                                         Instant now) {
  const Lock lock(state_->mutex);
  State::Chat& next = state_->chat_of(supergroup);
  next.type = "supergroup";
  next.started = true;
  State::Chat& old = state_->chat_of(group);
  old.moved_to = supergroup;
  json leaving = state_->new_message(group, "7001", "", now);
  leaving["migrate_to_chat_id"] = next.id;
  const std::int64_t id = state_->put(group, "message", std::move(leaving), now);
  json arriving = state_->new_message(supergroup, "7001", "", now);
  arriving["migrate_from_chat_id"] = old.id;
  state_->put(supergroup, "message", std::move(arriving), now);
  return id;
}

std::int64_t FakeTelegram::put_update(const std::string& chat, const std::string& text,
                                      Instant now) {
  const Lock lock(state_->mutex);
  json body = json::parse(text);
  const std::string kind = body.begin().key();
  return state_->put(chat, kind, std::move(body.begin().value()), now);
}

std::vector<FakeTelegram::Shown> FakeTelegram::chat(const std::string& chat) const {
  const Lock lock(state_->mutex);
  const auto found = state_->chats.find(chat);
  return found == state_->chats.end() ? std::vector<Shown>() : found->second.messages;
}

FakeTelegram::Shown FakeTelegram::newest(const std::string& chat_id) const {
  const std::vector<Shown> all = chat(chat_id);
  const auto found =
      std::find_if(all.rbegin(), all.rend(), [](const Shown& shown) { return shown.from_bot; });
  if (found == all.rend()) throw std::out_of_range("the bot has said nothing in " + chat_id);
  return *found;
}

std::string FakeTelegram::press_answer() const {
  const Lock lock(state_->mutex);
  return state_->presses.empty() ? "" : state_->presses.back().answer;
}

std::vector<std::pair<std::string, std::string>> FakeTelegram::menu(
    const std::string& language) const {
  const Lock lock(state_->mutex);
  std::vector<std::pair<std::string, std::string>> result;
  const auto found = state_->menus.find(language);
  if (found == state_->menus.end()) return result;
  for (const json& each : found->second)
    result.emplace_back(each["command"].get<std::string>(), each["description"].get<std::string>());
  return result;
}

}  // namespace dondoc::test
