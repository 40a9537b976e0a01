#include "app/webhook_secrets.h"

#include <utility>

#include "app/settings.h"
#include "storage/open.h"

namespace dondoc {
namespace {

std::string name_of(const std::string& webhook) { return "webhook/" + webhook; }

}  // namespace

Result<std::optional<std::string>> WebhookSecrets::load(const std::string& webhook) {
  auto opened = vault();
  if (!opened) return tl::unexpected(opened.error());
  return (*opened)->load(name_of(webhook));
}

Result<void> WebhookSecrets::save(const std::string& webhook, const std::string& secret) {
  auto opened = vault();
  if (!opened) return tl::unexpected(opened.error());
  return (*opened)->save(name_of(webhook), secret);
}

Result<Vault*> WebhookSecrets::vault() {
  const std::lock_guard lock(mutex_);
  if (vault_) return vault_.get();
  auto store = open_secrets(database_);
  if (!store) return tl::unexpected(store.error());
  auto key = VaultKey::open(vault_key_file(database_));
  if (!key) return tl::unexpected(key.error());
  store_ = std::move(*store);
  vault_ = std::make_unique<StoreVault>(std::move(*key), *store_);
  return vault_.get();
}

}  // namespace dondoc
