// The secrets that webhooks are signed with, sealed in the store (app/vault.h). The vault's key is
// opened, and made, only when the first secret is asked for. Safe from several threads.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/vault.h"
#include "engine/port/secret_store.h"

namespace dondoc {

class WebhookSecrets {
 public:
  /// `database`: opened as a store before.
  explicit WebhookSecrets(std::string database) : database_(std::move(database)) {}

  /// None when none was kept. Errors: those of the vault and the store.
  Result<std::optional<std::string>> load(const std::string& webhook);
  Result<void> save(const std::string& webhook, const std::string& secret);

 private:
  Result<Vault*> vault();

  const std::string database_;
  std::mutex mutex_;
  std::unique_ptr<SecretStore> store_;  // guarded by mutex_ until it is there, as vault_
  std::unique_ptr<StoreVault> vault_;
};

}  // namespace dondoc
