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

/// Another version of the program may answer: what has another type is as good as absent.
std::string text_in(const Json& one, const char* name) {
  const auto found = one.find(name);
  return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string number_line(const Json& one, const char* name, const char* words) {
  const auto found = one.find(name);
  if (found == one.end() || !found->is_number_integer()) return {};
  return fmt::format("  {}: {}\n", words, found->get<std::int64_t>());
}

bool is_in_order(const Json& one) {
  const auto found = one.find("ok");
  return found != one.end() && found->is_boolean() && found->get<bool>();
}

std::string in_words(const Json& one) {
  const std::string identity = text_in(one, "identity");
  const std::string webhook = text_in(one, "webhook");
  const std::string expires = text_in(one, "token_expires");
  std::string text = fmt::format("{}: {}", text_in(one, "channel"),
                                 is_in_order(one) ? "in order" : "NOT in order");
  text += (identity.empty() ? "" : ", " + identity) + "\n";
  if (!webhook.empty()) text += "  webhook: " + webhook + "\n";
  text += number_line(one, "waiting", "updates waiting there");
  text += number_line(one, "quota_left", "quota left");
  if (!expires.empty()) text += "  token expires: " + expires + "\n";
  const auto faults = one.find("faults");
  if (faults == one.end() || !faults->is_array()) return text;
  for (const Json& fault : *faults) {
    if (fault.is_string()) text += "  ! " + fault.get<std::string>() + "\n";
  }
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

std::vector<std::pair<std::string, ChannelHealth>> ask_channels(const ChannelSet& channels,
                                                                std::size_t on_zalo_bot,
                                                                Instant now) {
  std::vector<std::pair<std::string, ChannelHealth>> answers;
  for (const ConnectedChannel& channel : channels.all()) {
    if (auto* bot = dynamic_cast<ZaloBot*>(channel.channel))
      bot->set_usage({on_zalo_bot, std::nullopt}, now);
    answers.emplace_back(channel.name, channel.upkeep->check(now));
  }
  return answers;
}

std::string channel_health(const ChannelSet& channels, std::size_t on_zalo_bot, Instant now,
                           const Zone& zone) {
  Json list = Json::array();
  for (const auto& [name, health] : ask_channels(channels, on_zalo_bot, now))
    list.push_back(json_of(name, health, zone));
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
    health.all_in_order = health.all_in_order && is_in_order(one);
  }
  if (json.empty()) health.text = "no channel is switched on in the configuration\n";
  return health;
}

}  // namespace dondoc
