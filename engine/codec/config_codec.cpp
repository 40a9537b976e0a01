#include "engine/codec/config_codec.h"

#include <fmt/format.h>

#include "engine/codec/json_reader.h"

namespace dondoc {
namespace {

constexpr std::size_t k_hosts_most = 50;
constexpr int k_retention_most = 36'500;
constexpr int k_audit_minutes_most = 1'440;

constexpr std::array<Choice<ReceiveMode>, 2> k_modes = {
    {{"poll", ReceiveMode::poll}, {"webhook", ReceiveMode::webhook}}};

/// Replaces `value` when the field is there.
void read_text(ObjectReader& object, std::string_view name, const TextRule& rule,
               std::string& value) {
  if (auto field = object.field(name, Presence::optional))
    value = field->text(rule).value_or(value);
}

void need(const ObjectReader& object, std::string_view name, const std::string& value,
          std::string_view why) {
  if (value.empty()) object.value().fault(fmt::format("field '{}' is missing: {}", name, why));
}

void read_timezone(ObjectReader& object, Config& config) {
  auto field = object.field("timezone", Presence::optional);
  if (!field) return;
  config.timezone = field->text(rules::some_text).value_or(config.timezone);
  if (auto zone = Zone::named(config.timezone)) {
    config.zone = *zone;
  } else {
    field->fault(fmt::format(
        "unknown time zone '{}': expected 'Asia/Ho_Chi_Minh' or an offset such as 'UTC+07:00'",
        config.timezone));
  }
}

/// postgresql://user:password@host/…, or a parameter password=…
bool holds_password(std::string_view url) {
  auto start = url.find("://");
  if (start == std::string_view::npos) return false;
  auto authority = url.substr(start + 3, url.find_first_of("/?", start + 3) - start - 3);
  auto at = authority.rfind('@');
  bool in_authority =
      at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
  return in_authority || url.find("?password=") != std::string_view::npos ||
         url.find("&password=") != std::string_view::npos;
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.size() > start.size() && text.substr(0, start.size()) == start;
}

void read_storage(ObjectReader& object, Config& config) {
  auto value = object.field("storage", Presence::optional);
  if (!value) return;
  ObjectReader storage(*value);
  auto url = storage.field("url", Presence::optional);
  if (!url) return;
  config.storage_url = url->text(rules::some_text).value_or(config.storage_url);
  const auto& text = config.storage_url;
  if (!begins_with(text, "sqlite:") && !begins_with(text, "postgresql://") &&
      !begins_with(text, "postgres://")) {
    url->fault("expected 'sqlite:FILE' or 'postgresql://…'");
  }
  if (holds_password(text)) {
    url->fault(
        "a password must not stand in the configuration: use a password file (passfile=…) or "
        "PGPASSWORD");
  }
}

void read_listen(ObjectReader& object, ListenConfig& listen) {
  auto value = object.field("listen", Presence::optional);
  if (!value) return;
  ObjectReader section(*value);
  read_text(section, "host", rules::some_text, listen.host);
  listen.port = section.small("port", listen.port, 0, 65'535);
  read_text(section, "public_url", rules::web_address, listen.public_url);
}

void read_bot(ObjectReader& channels, std::string_view name, const ListenConfig& listen,
              BotChannelConfig& bot) {
  auto value = channels.field(name, Presence::optional);
  if (!value) return;
  ObjectReader object(*value);
  bot.enabled = object.flag("enabled", Presence::optional, bot.enabled);
  bot.mode = object.choice("mode", Presence::optional, k_modes).value_or(bot.mode);
  read_text(object, "token_file", rules::some_text, bot.token_file);
  read_text(object, "webhook_secret_file", rules::some_text, bot.webhook_secret_file);
  read_text(object, "api_base", rules::web_address, bot.api_base);
  if (!bot.enabled) return;
  need(object, "token_file", bot.token_file, "the channel is enabled");
  if (bot.mode != ReceiveMode::webhook) return;
  need(object, "webhook_secret_file", bot.webhook_secret_file, "the mode is 'webhook'");
  if (listen.public_url.empty()) object.value().fault("the mode 'webhook' needs listen.public_url");
}

void read_zalo_oa(ObjectReader& channels, ZaloOaConfig& oa) {
  auto value = channels.field("zalo_oa", Presence::optional);
  if (!value) return;
  ObjectReader object(*value);
  oa.enabled = object.flag("enabled", Presence::optional, oa.enabled);
  read_text(object, "app_id", rules::some_text, oa.app_id);
  read_text(object, "app_secret_file", rules::some_text, oa.app_secret_file);
  read_text(object, "oa_secret_file", rules::some_text, oa.oa_secret_file);
  read_text(object, "refresh_token_file", rules::some_text, oa.refresh_token_file);
  read_text(object, "api_base", rules::web_address, oa.api_base);
  read_text(object, "oauth_base", rules::web_address, oa.oauth_base);
  read_text(object, "business_base", rules::web_address, oa.business_base);
  if (auto hosts = object.field("attachment_hosts", Presence::optional)) {
    oa.attachment_hosts.clear();
    for (const auto& host : hosts->items(k_hosts_most)) {
      oa.attachment_hosts.push_back(host.text(rules::host_pattern).value_or(""));
    }
  }
  read_text(object, "templates_file", rules::some_text, oa.templates_file);
  if (!oa.enabled) return;
  need(object, "app_id", oa.app_id, "the channel is enabled");
  need(object, "app_secret_file", oa.app_secret_file, "the channel is enabled");
  need(object, "oa_secret_file", oa.oa_secret_file, "the channel is enabled");
}

void read_self_audit(ObjectReader& object, SelfAuditConfig& audit) {
  auto value = object.field("self_audit", Presence::optional);
  if (!value) return;
  ObjectReader section(*value);
  audit.every_minutes =
      section.small("every_minutes", audit.every_minutes, 1, k_audit_minutes_most);
  read_text(section, "alive_url", rules::web_address, audit.alive_url);
}

void read_channels(ObjectReader& object, Config& config) {
  auto value = object.field("channels", Presence::optional);
  if (!value) return;
  ObjectReader channels(*value);
  read_bot(channels, "telegram", config.listen, config.telegram);
  read_zalo_oa(channels, config.zalo_oa);
  read_bot(channels, "zalo_bot", config.listen, config.zalo_bot);
}

}  // namespace

std::optional<Config> decode_config(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  Config config;
  {
    ObjectReader object(JsonValue::root(*document, faults));
    object.text("$schema", Presence::optional, rules::any_text);
    read_timezone(object, config);
    read_storage(object, config);
    read_listen(object, config.listen);
    read_channels(object, config);
    read_text(object, "units", rules::some_text, config.units);
    read_text(object, "ladders", rules::some_text, config.ladders);
    read_text(object, "calendars", rules::some_text, config.calendars);
    config.retention_days =
        object.small("retention_days", config.retention_days, 1, k_retention_most);
    read_self_audit(object, config.self_audit);
  }
  if (!mark.clean()) return std::nullopt;
  return config;
}

}  // namespace dondoc
