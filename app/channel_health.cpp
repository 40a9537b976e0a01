#include "app/channel_health.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bots/zalo_bot/zalo_bot.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::string& name, const ChannelHealth& health, const Zone& zone) {
  Json json{{"channel", name},
            {"ok", health.ok},
            {"identity", health.identity},
            {"webhook", health.webhook},
            {"faults", health.faults}};
  if (health.waiting) json["waiting"] = *health.waiting;
  if (health.quota_left) json["quota_left"] = *health.quota_left;
  if (health.token_expires) json["token_expires"] = zone.iso(*health.token_expires);
  return json;
}

std::string in_words(const Json& one) {
  const std::string identity = one.value("identity", "");
  const std::string webhook = one.value("webhook", "");
  std::string text = fmt::format("{}: {}", one.value("channel", ""),
                                 one.value("ok", false) ? "in order" : "NOT in order");
  text += (identity.empty() ? "" : ", " + identity) + "\n";
  if (!webhook.empty()) text += "  webhook: " + webhook + "\n";
  if (one.contains("waiting"))
    text += fmt::format("  updates waiting there: {}\n", one["waiting"].get<std::int64_t>());
  if (one.contains("quota_left"))
    text += fmt::format("  quota left: {}\n", one["quota_left"].get<std::int64_t>());
  if (one.contains("token_expires"))
    text += "  token expires: " + one["token_expires"].get<std::string>() + "\n";
  for (const Json& fault : one.value("faults", Json::array()))
    text += "  ! " + fault.get<std::string>() + "\n";
  return text;
}

}  // namespace

std::size_t bound_persons(const Directory& directory, std::string_view channel) {
  const auto& persons = directory.persons();
  return static_cast<std::size_t>(std::count_if(persons.begin(), persons.end(), [&](const auto& p) {
    const auto& addresses = p.second.addresses;
    return p.second.active && std::any_of(addresses.begin(), addresses.end(), [&](const auto& a) {
             return a.channel == channel && !a.account.empty();
           });
  }));
}

std::string channel_health(const ChannelSet& channels, std::size_t on_zalo_bot, Instant now,
                           const Zone& zone) {
  Json list = Json::array();
  for (const ConnectedChannel& channel : channels.all()) {
    if (auto* bot = dynamic_cast<ZaloBot*>(channel.channel))
      bot->set_usage({on_zalo_bot, std::nullopt}, now);
    list.push_back(json_of(channel.name, channel.upkeep->check(now), zone));
  }
  return list.dump();
}

Result<HealthText> health_in_words(const std::string& list) {
  const Json json = Json::parse(list, nullptr, false);
  if (!json.is_array()) return failure(ErrorKind::corrupt, "no list of channels");
  HealthText health;
  health.all_in_order = true;
  for (const Json& one : json) {
    if (!one.is_object()) return failure(ErrorKind::corrupt, "no list of channels");
    health.text += in_words(one);
    health.all_in_order = health.all_in_order && one.value("ok", false);
  }
  if (json.empty()) health.text = "no channel is switched on in the configuration\n";
  return health;
}

}  // namespace dondoc
