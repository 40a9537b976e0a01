// StoreVault: the Vault port (engine/port/upkeep.h) with secrets sealed before they reach the
// store, so that a copy of the database alone gives no token away. XChaCha20-Poly1305 of libsodium,
// the secret's name bound to it. The key lies in a file of its own next to the database and must be
// kept apart from its backups: without it every secret has to be made anew (consent, tokens).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/port/secret_store.h"
#include "engine/port/upkeep.h"
#include "engine/result.h"

namespace dondoc {

/// 32 random bytes, wiped when they go. Moves, does not copy.
class VaultKey {
 public:
  static constexpr std::size_t k_bytes = 32;

  /// Reads the key from a file, or makes it on first use: readable by its owner alone, durable when
  /// this returns; of two processes that start at once both get the same.
  /// Errors, all naming the file: permanent for one that is not a plain file, not ours, or open to
  /// others, and for a folder that cannot be written; corrupt for a wrong length.
  static Result<VaultKey> open(const std::string& path);

  VaultKey(VaultKey&& other) noexcept;
  VaultKey& operator=(VaultKey&&) = delete;
  VaultKey(const VaultKey&) = delete;
  VaultKey& operator=(const VaultKey&) = delete;
  ~VaultKey();

  const unsigned char* data() const { return bytes_.data(); }

 private:
  VaultKey() = default;
  static Result<std::optional<VaultKey>> read(const std::string& path);
  static Result<void> make(const std::string& path);
  std::array<unsigned char, k_bytes> bytes_{};
};

/// Safe from several threads.
class StoreVault : public Vault {
 public:
  static constexpr std::size_t k_secret_bytes = 64 * 1024;  ///< a longer secret is refused

  /// `store` must outlive it.
  StoreVault(VaultKey key, SecretStore& store);

  /// Errors: those of the store; corrupt when what is kept was not sealed under this name with this
  /// key, or was changed since.
  Result<std::optional<std::string>> load(std::string_view name) override;
  Result<void> save(std::string_view name, const std::string& secret) override;

 private:
  const VaultKey key_;
  SecretStore& store_;
};

}  // namespace dondoc
