#include "app/command_channel.h"

#include <fmt/format.h>
#include <sodium.h>

#include <nlohmann/json.hpp>

#include "app/channel_desk.h"
#include "app/clock.h"
#include "bots/zalo_oa/zalo_oa.h"
#include "engine/check.h"

namespace dondoc {
namespace {

nlohmann::ordered_json json_of(const std::string& name, const ChannelHealth& health,
                               const Zone& zone) {
  nlohmann::ordered_json json{{"channel", name},
                              {"ok", health.ok},
                              {"identity", health.identity},
                              {"webhook", health.webhook},
                              {"faults", health.faults}};
  if (health.waiting) json["waiting"] = *health.waiting;
  if (health.quota_left) json["quota_left"] = *health.quota_left;
  if (health.token_expires) json["token_expires"] = zone.iso(*health.token_expires);
  return json;
}

std::string text_of(const std::string& name, const ChannelHealth& health, const Zone& zone) {
  std::string text = fmt::format("{}: {}", name, health.ok ? "in order" : "NOT in order");
  if (!health.identity.empty()) text += ", " + health.identity;
  text += "\n";
  if (!health.webhook.empty()) text += "  webhook: " + health.webhook + "\n";
  if (health.waiting) text += fmt::format("  updates waiting there: {}\n", *health.waiting);
  if (health.quota_left) text += fmt::format("  quota left: {}\n", *health.quota_left);
  if (health.token_expires)
    text += fmt::format("  token expires: {}\n", zone.iso(*health.token_expires));
  for (const std::string& fault : health.faults) text += "  ! " + fault + "\n";
  return text;
}

}  // namespace

int run_admin_channel_check(const ChannelOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin channel check", opened.error().message);
  const Zone& zone = desk.desk().settings().config.zone;
  bool all_in_order = true;
  auto list = nlohmann::ordered_json::array();
  for (const ConnectedChannel& channel : desk.channels().all()) {
    const ChannelHealth health = channel.upkeep->check(SystemClock().now());
    all_in_order = all_in_order && health.ok;
    list.push_back(json_of(channel.name, health, zone));
    if (!options.json) print(text_of(channel.name, health, zone));
  }
  if (options.json) print(list.dump() + "\n");
  if (list.empty() && !options.json) print("no channel is switched on in the configuration\n");
  return all_in_order ? 0 : 1;
}

int run_admin_channel_consent(const ConsentOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin channel consent", opened.error().message);
  const ConnectedChannel* channel = desk.channels().find(options.channel);
  auto* account = channel == nullptr ? nullptr : dynamic_cast<ZaloOa*>(channel->channel);
  if (account == nullptr)
    return fail("admin channel consent", "only zalo_oa, switched on, asks for consent");
  if (options.code.empty()) {
    CHECK(sodium_init() >= 0);
    std::array<unsigned char, 32> chance{};
    randombytes_buf(chance.data(), chance.size());
    auto begun = account->begin_consent(
        chance, webhook_address(desk.desk().settings().config, "zalo_oa") + "/consent");
    if (!begun) return fail("admin channel consent", begun.error().message);
    print(
        fmt::format("1. Enter this code challenge in the developer console: {}\n"
                    "2. Let an administrator of the account open: {}\n"
                    "3. Within ten minutes: dondoc admin channel consent zalo_oa CODE\n",
                    begun->challenge, begun->address));
    return 0;
  }
  auto given = account->consent(options.code, SystemClock().now());
  if (!given) return fail("admin channel consent", given.error().message);
  print("The account has given its consent; the new tokens are kept.\n");
  return 0;
}

}  // namespace dondoc
