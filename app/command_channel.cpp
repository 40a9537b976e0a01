#include "app/command_channel.h"

#include <fmt/format.h>
#include <sodium.h>

#include <nlohmann/json.hpp>

#include "app/channel_set.h"
#include "app/channel_vault.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/platform_http.h"
#include "bots/zalo_oa/zalo_oa.h"
#include "engine/check.h"
#include "engine/command/invitation.h"
#include "storage/sqlite/sqlite_secrets.h"

namespace dondoc {
namespace {

std::string fresh_code() {
  CHECK(sodium_init() >= 0);
  for (;;) {
    std::array<std::uint32_t, k_invitation_length> random{};
    randombytes_buf(random.data(), sizeof random);
    if (auto code = invitation_code(random)) return *code;
  }
}

/// Of an office that stands still: the tokens belong to a running one; two that refresh them would
/// lose them.
class OwnSecrets final : public SecretStore {
 public:
  OwnSecrets(std::unique_ptr<SecretStore> inner, bool office_runs)
      : inner_(std::move(inner)), office_runs_(office_runs) {}

  Result<std::optional<std::string>> load(std::string_view name) override {
    if (office_runs_) return tl::unexpected(refused());
    return inner_->load(name);
  }
  Result<void> save(std::string_view name, const std::string& sealed) override {
    if (office_runs_) return tl::unexpected(refused());
    return inner_->save(name, sealed);
  }

 private:
  static Error refused() {
    return {ErrorKind::transient,
            "dondoc serve is running and holds the tokens; stop it first"};
  }

  std::unique_ptr<SecretStore> inner_;
  const bool office_runs_;
};

/// The store and the platforms over it, for a command of the administrator.
struct ChannelDesk {
  std::unique_ptr<AdminDesk> desk;
  PlatformHttp http;
  std::unique_ptr<SecretStore> secrets;
  std::unique_ptr<Vault> vault;
  std::unique_ptr<ChannelSet> channels;

  Result<void> open(const std::string& config) {
    auto opened = AdminDesk::open(config);
    if (!opened) return tl::unexpected(opened.error());
    desk = std::move(*opened);
    auto kept = open_sqlite_secrets(desk->settings().database);
    if (!kept) return tl::unexpected(kept.error());
    secrets = std::make_unique<OwnSecrets>(std::move(*kept), desk->is_remote());
    auto safe = open_channel_vault(desk->settings().config,
                                   vault_key_file(desk->settings().database), *secrets);
    if (!safe) return tl::unexpected(safe.error());
    vault = std::move(*safe);
    auto set = ChannelSet::connect(desk->settings().config, http, *vault);
    if (!set) return tl::unexpected(set.error());
    channels = std::move(*set);
    return {};
  }
};

/// Where the code can simply be followed instead of typed; empty where it cannot.
std::string link_for(const ChannelDesk& desk, const std::string& channel, const std::string& code,
                     Instant now) {
  const ConnectedChannel* telegram = desk.channels->find("telegram");
  if (telegram == nullptr || (!channel.empty() && channel != "telegram")) return {};
  std::string name = telegram->upkeep->check(now).identity;
  if (name.starts_with('@')) name.erase(0, 1);
  return name.empty() ? "" : fmt::format("https://t.me/{}?start={}", name, code);
}

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

int run_admin_invite(const InviteOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin invite", opened.error().message);
  const std::string code = fresh_code();
  auto made =
      desk.desk->carry_out_one(Invite{options.person, options.channel, invitation_hash(code)});
  if (!made) return fail("admin invite", made.error().message);
  const Instant now = SystemClock().now();
  const std::string expires = desk.desk->settings().config.zone.iso(now + k_invitation_life);
  const std::string link = link_for(desk, options.channel, code, now);
  if (options.json) {
    const nlohmann::ordered_json json{{"person", options.person},
                                      {"channel", options.channel},
                                      {"code", code},
                                      {"link", link},
                                      {"expires", expires}};
    print(json.dump() + "\n");
    return 0;
  }
  print(fmt::format("{}: {}\n", options.person, invitation_in_words(code)));
  if (!link.empty()) print(fmt::format("  or open {}\n", link));
  print(fmt::format("  once, until {}\n", expires));
  return 0;
}

int run_admin_channel_check(const ChannelOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin channel check", opened.error().message);
  const Zone& zone = desk.desk->settings().config.zone;
  bool all_in_order = true;
  auto list = nlohmann::ordered_json::array();
  for (const ConnectedChannel& channel : desk.channels->all()) {
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
  const ConnectedChannel* channel = desk.channels->find(options.channel);
  auto* account = channel == nullptr ? nullptr : dynamic_cast<ZaloOa*>(channel->channel);
  if (account == nullptr)
    return fail("admin channel consent", "only zalo_oa, switched on, asks for consent");
  if (options.code.empty()) {
    CHECK(sodium_init() >= 0);
    std::array<unsigned char, 32> chance{};
    randombytes_buf(chance.data(), chance.size());
    auto begun = account->begin_consent(
        chance, webhook_address(desk.desk->settings().config, "zalo_oa") + "/consent");
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
