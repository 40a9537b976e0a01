#include "app/channel_desk.h"

#include <utility>

#include "app/channel_vault.h"
#include "storage/open.h"

namespace dondoc {
namespace {

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
    return {ErrorKind::transient, "dondoc serve is running and holds the tokens; stop it first"};
  }

  std::unique_ptr<SecretStore> inner_;
  const bool office_runs_;
};

}  // namespace

Result<void> ChannelDesk::open(const std::string& config) {
  auto opened = AdminDesk::open(config);
  if (!opened) return tl::unexpected(opened.error());
  desk_ = std::move(*opened);
  const std::string& database = desk_->settings().database;
  auto secrets = open_secrets(database);
  if (!secrets) return tl::unexpected(secrets.error());
  secrets_ = std::make_unique<OwnSecrets>(std::move(*secrets), desk_->is_remote());
  auto vault = open_channel_vault(desk_->settings().config, vault_key_file(database), *secrets_);
  if (!vault) return tl::unexpected(vault.error());
  vault_ = std::move(*vault);
  auto set = ChannelSet::connect(desk_->settings().config, http_, *vault_,
                                 desk_->settings().definitions.books());
  if (!set) return tl::unexpected(set.error());
  channels_ = std::move(*set);
  return {};
}

}  // namespace dondoc
