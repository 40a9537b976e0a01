#include "bots/telegram/registration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "bots/telegram/menu.h"
#include "bots/telegram/read_update.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

constexpr int k_connections = 40;
constexpr std::size_t k_secret_length = 256;
/// More than this waiting means that nobody fetches them.
constexpr std::int64_t k_waiting_noted = 100;

Result<void> done(const ApiReply& reply, std::string_view what) {
  if (!reply.ok()) return tl::unexpected<Error>(error_of(reply, what));
  return {};
}

json menu_of(const MessageBook& book) {
  json commands = json::array();
  for (const MenuCommand& each : k_menu) {
    commands.push_back(
        {{"command", std::string(each.command)}, {"description", words_of(book, each.text)}});
  }
  return json::object({{"commands", std::move(commands)}});
}

/// Vietnamese for everybody, English for applications in English.
Result<void> set_menus(const ApiCall& api, const MessageBooks& books) {
  if (books.vi != nullptr) {
    auto set = done(api.ask("setMyCommands", menu_of(*books.vi)), "setMyCommands");
    if (!set) return set;
  }
  if (books.en == nullptr) return {};
  json english = menu_of(*books.en);
  english["language_code"] = "en";
  return done(api.ask("setMyCommands", english), "setMyCommands");
}

bool is_secret(std::string_view secret) {
  return !secret.empty() && secret.size() <= k_secret_length &&
         std::all_of(secret.begin(), secret.end(),
                     [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
}

Result<void> set_webhook(const ApiCall& api, const std::string& address,
                         const std::string& secret) {
  if (!is_secret(secret)) {
    return failure(
        ErrorKind::permanent,
        "telegram setWebhook: webhook_secret_file must hold 1 to 256 of A-Z a-z 0-9 _ -");
  }
  auto set = done(api.ask("setWebhook", {{"url", address},
                                         {"secret_token", secret},
                                         {"allowed_updates", allowed_updates()},
                                         {"max_connections", k_connections}}),
                  "setWebhook");
  if (!set) return set;
  const ApiReply info = api.ask("getWebhookInfo", json::object());
  if (!info.ok()) return tl::unexpected<Error>(error_of(info, "getWebhookInfo"));
  if (info.result["url"].text() != address) {
    return failure(ErrorKind::transient,
                   "telegram setWebhook: the platform names another address; does another program "
                   "use the token?");
  }
  return {};
}

/// Waiting updates stay: they are fetched by polling.
Result<void> remove_webhook(const ApiCall& api) {
  return done(api.ask("deleteWebhook", json::object({{"drop_pending_updates", false}})),
              "deleteWebhook");
}

void note_webhook(const JsonTree& info, ChannelHealth& health) {
  health.webhook = info["url"].text();
  health.waiting = info["pending_update_count"].number();
  const std::string error = info["last_error_message"].text();
  if (!error.empty() && !health.webhook.empty()) {
    health.faults.push_back(fmt::format(
        "Telegram's last call of the webhook failed at {}: {}; check that listen.public_url is "
        "reached from outside, with a valid certificate, on port 443, 80, 88 or 8443",
        Zone::viet_nam().clock({info["last_error_date"].number().value_or(0) * 1000}), error));
  }
  if (health.waiting.value_or(0) > k_waiting_noted) {
    health.faults.push_back(
        fmt::format("{} updates wait at Telegram, for a day at most; check that dondoc serve runs "
                    "and receives",
                    *health.waiting));
  }
}

}  // namespace

Result<std::string> register_bot(const ApiCall& api, const ReceivePlan& plan,
                                 const std::string& secret, const MessageBooks& books) {
  const ApiReply me = api.ask("getMe", json::object());
  if (!me.ok()) return tl::unexpected<Error>(error_of(me, "getMe"));
  if (auto set = set_menus(api, books); !set) return tl::unexpected<Error>(set.error());
  const Result<void> receiving =
      plan.webhook ? set_webhook(api, plan.address, secret) : remove_webhook(api);
  if (!receiving) return tl::unexpected<Error>(receiving.error());
  return me.result["username"].text();
}

ChannelHealth inspect_bot(const ApiCall& api) {
  ChannelHealth health;
  const ApiReply me = api.ask("getMe", json::object());
  if (!me.ok()) {
    health.faults.push_back(error_of(me, "getMe").message);
    return health;
  }
  health.identity = "@" + me.result["username"].text();
  const ApiReply info = api.ask("getWebhookInfo", json::object());
  if (!info.ok()) {
    health.faults.push_back(error_of(info, "getWebhookInfo").message);
    return health;
  }
  note_webhook(info.result, health);
  health.ok = health.faults.empty();
  return health;
}

}  // namespace dondoc::telegram
