#include "app/channel_vault.h"

#include <utility>

namespace dondoc {
namespace {

class NoVault final : public Vault {
 public:
  Result<std::optional<std::string>> load(std::string_view) override { return refused(); }
  Result<void> save(std::string_view, const std::string&) override { return refused(); }

 private:
  static tl::unexpected<Error> refused() {
    return failure(ErrorKind::permanent, "no channel that is switched on keeps secrets");
  }
};

}  // namespace

Result<std::unique_ptr<Vault>> open_channel_vault(const Config& config, const std::string& key_file,
                                                  SecretStore& secrets) {
  if (!config.zalo_oa.enabled) return std::make_unique<NoVault>();
  auto key = VaultKey::open(key_file);
  if (!key) return tl::unexpected(key.error());
  return std::make_unique<StoreVault>(std::move(*key), secrets);
}

}  // namespace dondoc
