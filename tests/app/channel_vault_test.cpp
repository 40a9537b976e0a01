#include "app/channel_vault.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "app/temporary_folder.h"

using namespace dondoc;

namespace {

struct EmptyStore : SecretStore {
  Result<std::optional<std::string>> load(std::string_view) override { return std::nullopt; }
  Result<void> save(std::string_view, const std::string&) override { return {}; }
};

Result<std::unique_ptr<Vault>> vault_of(const Config& config, const std::string& key_file) {
  static EmptyStore store;
  return open_channel_vault(config, key_file, store);
}

}  // namespace

TEST_CASE("an office without an Official Account gets no key file", "[vault]") {
  TemporaryFolder folder;
  const std::string key = folder.file("d.db.key");
  Config config;
  config.telegram.enabled = true;
  config.zalo_bot.enabled = true;
  const auto vault = vault_of(config, key);
  REQUIRE(vault);
  CHECK_FALSE(std::filesystem::exists(key));
  CHECK_FALSE((*vault)->load("zalo_oa"));
  CHECK_FALSE((*vault)->save("zalo_oa", "secret"));
  CHECK_FALSE(std::filesystem::exists(key));
}

TEST_CASE("an Official Account gets its key at the first start", "[vault]") {
  TemporaryFolder folder;
  Config config;
  config.zalo_oa.enabled = true;
  const auto vault = vault_of(config, folder.file("d.db.key"));
  REQUIRE(vault);
  CHECK(std::filesystem::exists(folder.file("d.db.key")));
  CHECK((*vault)->save("zalo_oa", "secret"));
  CHECK_FALSE(vault_of(config, folder.file("no-such-folder/d.db.key")));
}
