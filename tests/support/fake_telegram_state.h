// The inside of FakeTelegram: its world and the methods of the Bot API on it. Every function
// requires that the lock is held.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "tests/support/fake_telegram.h"

namespace dondoc::test {

using nlohmann::json;

/// "ok":false.
struct Refusal {
  int code = 400;
  std::string description;
  json parameters = json::object();
};
using Reply = tl::expected<json, Refusal>;

inline tl::unexpected<Refusal> refuse(int code, std::string description,
                                      json parameters = json::object()) {
  return tl::unexpected<Refusal>({code, std::move(description), std::move(parameters)});
}

/// A call taken apart: parameters with their types, whether they came as JSON or in a form.
struct Asked {
  std::string method;
  json parameters = json::object();
  std::map<std::string, HttpPart> files;
  Instant now;

  std::string text(const std::string& name) const;
  std::optional<std::int64_t> whole(const std::string& name) const;
  bool has(const std::string& name) const { return parameters.contains(name); }
};

struct FakeTelegram::State {
  struct Chat {
    std::int64_t id = 0;
    std::string type = "private";
    bool started = false, blocked = false, deleted = false, removed = false;
    std::string moved_to;
    std::int64_t next_message = 1;
    std::vector<Shown> messages;
    std::deque<Instant> sent;  ///< times of the bot's messages, for the rates
  };
  struct Update {
    std::int64_t id = 0;
    std::string chat, kind;
    json body;
    Instant at, next_attempt;
    int attempts = 0;
  };
  struct Press {
    std::string id, answer;
    Instant at;
    bool answered = false;
  };
  struct File {
    std::string path, content;
  };

  // --- people (fake_telegram.cpp) ---
  Chat& chat_of(const std::string& id);
  json chat_json(const Chat& chat) const;
  json person_json(const std::string& account) const;
  /// A message of a person, shown in the chat; without content.
  json new_message(const std::string& chat, const std::string& account, const std::string& text,
                   Instant now);
  std::int64_t put(const std::string& chat, const std::string& kind, json body, Instant now);
  std::int64_t membership(const std::string& account, const char* before, const char* after,
                          Instant now);
  std::string keep_file(const std::string& content);

  // --- calls (fake_telegram_answer.cpp) ---
  tl::expected<HttpAnswer, HttpError> serve(const HttpRequest& request, Instant now,
                                            std::unique_lock<std::mutex>& lock);
  std::optional<Fault> next_fault(const std::string& method);
  HttpAnswer file_answer(const std::string& path) const;
  Reply dispatch(const Asked& asked, std::unique_lock<std::mutex>& lock);
  void forget_old(Instant now);

  // --- methods (fake_telegram_methods.cpp, fake_telegram_receive.cpp) ---
  Reply get_me(const Asked& asked);
  Reply send_message(const Asked& asked);
  Reply send_document(const Asked& asked);
  Reply send_chat_action(const Asked& asked);
  Reply edit_reply_markup(const Asked& asked);
  Reply edit_text(const Asked& asked);
  Reply delete_message(const Asked& asked);
  Reply answer_callback(const Asked& asked);
  Reply get_file(const Asked& asked);
  Reply set_commands(const Asked& asked);
  Reply get_commands(const Asked& asked);
  Reply get_updates(const Asked& asked, std::unique_lock<std::mutex>& lock);
  Reply set_webhook(const Asked& asked);
  Reply delete_webhook(const Asked& asked);
  Reply webhook_info(const Asked& asked);

  // --- parts of methods ---
  tl::expected<Chat*, Refusal> open_chat(const Asked& asked);
  std::optional<Refusal> over_rate(Chat& chat, Instant now);
  tl::expected<std::vector<std::vector<Button>>, Refusal> read_keyboard(const Asked& asked) const;
  tl::expected<Shown, Refusal> read_text(const Asked& asked, const std::string& name,
                                         std::size_t most) const;
  json show(Chat& chat, Shown shown, Instant now);
  json message_json(const Chat& chat, const Shown& shown) const;
  Shown* find_shown(const Asked& asked, Chat** chat);
  void take_allowed(const Asked& asked);

  // --- webhooks (fake_telegram_receive.cpp) ---
  Update* due_update(Instant now, const std::set<std::string>& tried);
  HttpRequest webhook_request(const Update& update) const;
  bool note_delivery(std::int64_t id, const tl::expected<HttpAnswer, HttpError>& answer,
                     Instant now);

  mutable std::mutex mutex;
  std::condition_variable changed;
  std::map<std::string, Chat> chats;
  std::deque<Update> updates;
  std::int64_t next_update = 900'001, next_callback = 30'001, next_file = 1;
  std::map<std::string, File> files;
  std::vector<Press> presses;
  std::map<std::string, json> menus;  ///< by language; "": everybody else's
  std::set<std::string> allowed;
  std::string webhook_url, webhook_secret;
  std::optional<Instant> webhook_set_at, webhook_error_at, webhook_gone_since;
  std::string webhook_error;
  int webhook_connections = 40;
  bool repeat_delivery = false;
  std::vector<Attempt> attempts;
  FaultPlan faults;
  std::mt19937_64 chance{1};
  bool limits_rates = false, other_poller = false;
  std::uint64_t refused_by_rate = 0;
  std::deque<Instant> sent;
  int hold_ms = 0;
  std::uint64_t poll_generation = 0;
  std::vector<Call> calls;
};

}  // namespace dondoc::test
