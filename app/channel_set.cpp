#include "app/channel_set.h"

#include <algorithm>
#include <optional>

#include "app/data.h"
#include "app/zalo_templates.h"
#include "bots/telegram/telegram.h"
#include "bots/zalo_bot/zalo_bot.h"
#include "bots/zalo_oa/zalo_oa.h"

namespace dondoc {
namespace {

constexpr std::size_t k_secret_bytes = 16 * 1024;

/// The content of a secret's file without blanks around it. An empty name: an empty secret.
Result<std::string> secret(const std::string& file) {
  if (file.empty()) return std::string();
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  const auto begin = text->find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || text->size() > k_secret_bytes)
    return failure(ErrorKind::permanent, file + ": empty or too long for a secret");
  return text->substr(begin, text->find_last_not_of(" \t\r\n") - begin + 1);
}

/// Reads several files; the first failure is kept.
class Secrets {
 public:
  std::string read(const std::string& file) {
    std::string value = keep(secret(file));
    if (!value.empty()) values_.push_back(value);
    return value;
  }
  /// The value, or an empty one.
  template <class Value>
  Value keep(Result<Value> value) {
    if (value) return std::move(*value);
    if (!error_) error_ = value.error();
    return {};
  }
  const std::optional<Error>& error() const { return error_; }
  const std::vector<std::string>& values() const { return values_; }

 private:
  std::vector<std::string> values_;
  std::optional<Error> error_;
};

/// How many messages are under way at once: a platform that takes 300 ms for each is then still
/// spoken to at its own rate.
constexpr std::size_t k_telegram_threads = 10;
constexpr std::size_t k_zalo_threads = 4;

class Connected final : public ChannelSet {
 public:
  Result<void> open(const Config& config, HttpClient& http, Vault& vault,
                    const MessageBooks& books) {
    Secrets secrets;
    if (config.zalo_oa.enabled) add_zalo_oa(config, secrets, http, vault);
    if (config.zalo_bot.enabled) add_zalo_bot(config, secrets, http);
    if (config.telegram.enabled) add_telegram(config, secrets, http, books);
    if (secrets.error()) return tl::unexpected(*secrets.error());
    secrets_ = secrets.values();
    return {};
  }

 private:
  template <class Platform>
  void add(const Config& config, Platform& platform, ReceiveMode mode, PaceRules pace,
           std::size_t threads) {
    const std::string name(static_cast<const Channel&>(platform).name());
    ReceivePlan plan{mode == ReceiveMode::webhook, ""};
    if (plan.webhook) plan.address = webhook_address(config, name);
    all_.push_back({name, &platform, &platform, &platform, plan, pace, threads});
  }

  void add_telegram(const Config& config, Secrets& secrets, HttpClient& http,
                    const MessageBooks& books) {
    const BotChannelConfig& c = config.telegram;
    telegram_ = make_telegram(
        {c.api_base, secrets.read(c.token_file), secrets.read(c.webhook_secret_file), books}, http);
    add(config, *telegram_, c.mode, k_telegram_pace, k_telegram_threads);
  }

  void add_zalo_bot(const Config& config, Secrets& secrets, HttpClient& http) {
    const BotChannelConfig& c = config.zalo_bot;
    ZaloBotSettings settings;
    settings.api_base = c.api_base;
    settings.token = secrets.read(c.token_file);
    settings.webhook_secret = secrets.read(c.webhook_secret_file);
    zalo_bot_ = std::make_unique<ZaloBot>(std::move(settings), http);
    add(config, *zalo_bot_, c.mode, k_zalo_bot_pace, k_zalo_threads);
  }

  void add_zalo_oa(const Config& config, Secrets& secrets, HttpClient& http, Vault& vault) {
    const ZaloOaConfig& c = config.zalo_oa;
    ZaloOaSettings settings;
    settings.app_id = c.app_id;
    settings.app_secret = secrets.read(c.app_secret_file);
    settings.oa_secret = secrets.read(c.oa_secret_file);
    settings.api_base = c.api_base;
    settings.oauth_base = c.oauth_base;
    settings.business_base = c.business_base;
    settings.attachment_hosts = c.attachment_hosts;
    settings.refresh_token = secrets.read(c.refresh_token_file);
    if (!c.templates_file.empty())
      settings.templates = secrets.keep(load_zalo_templates(c.templates_file));
    zalo_oa_ = std::make_unique<ZaloOa>(std::move(settings), http, vault);
    add(config, *zalo_oa_, ReceiveMode::webhook, k_zalo_oa_pace, k_zalo_threads);
  }

  std::unique_ptr<Telegram> telegram_;
  std::unique_ptr<ZaloBot> zalo_bot_;
  std::unique_ptr<ZaloOa> zalo_oa_;
};

}  // namespace

Result<std::unique_ptr<ChannelSet>> ChannelSet::connect(const Config& config, HttpClient& http,
                                                        Vault& vault, const MessageBooks& books) {
  auto set = std::make_unique<Connected>();
  if (auto opened = set->open(config, http, vault, books); !opened)
    return tl::unexpected(opened.error());
  return std::unique_ptr<ChannelSet>(std::move(set));
}

const ConnectedChannel* ChannelSet::find(std::string_view name) const {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const ConnectedChannel& c) { return c.name == name; });
  return found == all_.end() ? nullptr : &*found;
}

std::vector<Outlet> ChannelSet::outlets() const {
  std::vector<Outlet> outlets;
  for (const ConnectedChannel& c : all_) outlets.push_back({c.channel, c.pace, c.threads});
  return outlets;
}

std::string webhook_address(const Config& config, std::string_view channel) {
  std::string base = config.listen.public_url;
  while (base.ends_with('/')) base.pop_back();
  return base + "/webhook/" + std::string(channel);
}

}  // namespace dondoc
