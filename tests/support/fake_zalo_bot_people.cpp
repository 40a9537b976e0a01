// What people do in front of FakeZaloBot.
#include <utility>

#include "tests/support/fake_zalo_bot.h"

namespace dondoc::test {
namespace {

using Json = nlohmann::json;

Json message_from(const std::string& person, const std::string& chat, const char* type) {
  return {{"from", {{"id", person}, {"display_name", "Lan"}, {"is_bot", false}}},
          {"chat", {{"id", chat}, {"chat_type", type}}}};
}

}  // namespace

std::string FakeZaloBot::queue(Json message, const std::string& event, Instant at) {
  std::string id = "zb" + std::to_string(++last_id_);
  message["message_id"] = id;
  message["date"] = at.ms;
  chats_.insert(message["chat"]["id"].get<std::string>());
  updates_.push_back({{"event_name", event}, {"message", std::move(message)}});
  return id;
}

std::string FakeZaloBot::say(const std::string& person, const std::string& text, Instant at) {
  const std::lock_guard lock(mutex_);
  Json message = message_from(person, person, "PRIVATE");
  message["text"] = text;
  return queue(std::move(message), "message.text.received", at);
}

std::string FakeZaloBot::say_in_group(const std::string& group, const std::string& person,
                                      const std::string& text, Instant at) {
  const std::lock_guard lock(mutex_);
  Json message = message_from(person, group, "GROUP");
  message["text"] = text;
  return queue(std::move(message), "message.text.received", at);
}

std::string FakeZaloBot::send_photo(const std::string& person, const std::string& url,
                                    const std::string& caption, Instant at) {
  const std::lock_guard lock(mutex_);
  Json message = message_from(person, person, "PRIVATE");
  // Both names have been seen (chat-apis.md §4.3).
  message[last_id_ % 2 == 0 ? "photo" : "photo_url"] = url;
  message["caption"] = caption;
  return queue(std::move(message), "message.image.received", at);
}

std::string FakeZaloBot::send_sticker(const std::string& person, Instant at) {
  const std::lock_guard lock(mutex_);
  Json message = message_from(person, person, "PRIVATE");
  message["sticker"] = "hoa-hong";
  return queue(std::move(message), "message.sticker.received", at);
}

std::string FakeZaloBot::send_unsupported(const std::string& person, Instant at) {
  const std::lock_guard lock(mutex_);
  return queue(message_from(person, person, "PRIVATE"), "message.unsupported.received", at);
}

std::string FakeZaloBot::bot_says(const std::string& bot, const std::string& text, Instant at) {
  const std::lock_guard lock(mutex_);
  Json message = message_from(bot, "group-1", "GROUP");
  message["from"]["is_bot"] = true;
  message["text"] = text;
  return queue(std::move(message), "message.text.received", at);
}

void FakeZaloBot::push(Json update) {
  const std::lock_guard lock(mutex_);
  updates_.push_back(std::move(update));
}

void FakeZaloBot::block(const std::string& person) {
  const std::lock_guard lock(mutex_);
  blocked_.insert(person);
}

void FakeZaloBot::delete_account(const std::string& person) {
  const std::lock_guard lock(mutex_);
  chats_.erase(person);
}

}  // namespace dondoc::test
