#include "app/vault.h"

#include <fmt/format.h>
#include <sodium.h>

#include <utility>

#include "engine/check.h"

namespace dondoc {
namespace {

// Sealed form: this byte, the nonce, the sealed text with its tag. Another form gets another byte.
constexpr char k_form = '\x01';
constexpr std::size_t k_nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t k_tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t k_head_bytes = 1 + k_nonce_bytes;

static_assert(VaultKey::k_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// What a sealed text is bound to: it opens under no other name and in no other form.
std::string binding_of(std::string_view name) {
  return fmt::format("dondoc vault {} {}", static_cast<int>(k_form), name);
}

std::string seal(const VaultKey& key, std::string_view name, const std::string& secret) {
  std::string sealed(k_head_bytes + secret.size() + k_tag_bytes, '\0');
  sealed[0] = k_form;
  randombytes_buf(bytes(sealed) + 1, k_nonce_bytes);
  const std::string binding = binding_of(name);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + k_head_bytes, nullptr, bytes(secret),
                                             secret.size(), bytes(binding), binding.size(), nullptr,
                                             bytes(sealed) + 1, key.data());
  return sealed;
}

std::optional<std::string> unseal(const VaultKey& key, std::string_view name,
                                  const std::string& sealed) {
  if (sealed.size() < k_head_bytes + k_tag_bytes || sealed[0] != k_form) return std::nullopt;
  std::string secret(sealed.size() - k_head_bytes - k_tag_bytes, '\0');
  const std::string binding = binding_of(name);
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes(secret), nullptr, nullptr, bytes(sealed) + k_head_bytes, sealed.size() - k_head_bytes,
      bytes(binding), binding.size(), bytes(sealed) + 1, key.data());
  return opened == 0 ? std::optional(std::move(secret)) : std::nullopt;
}

}  // namespace

StoreVault::StoreVault(VaultKey key, SecretStore& store) : key_(std::move(key)), store_(store) {
  CHECK(sodium_init() >= 0);
}

Result<std::optional<std::string>> StoreVault::load(std::string_view name) {
  auto kept = store_.load(name);
  if (!kept || !*kept) return kept;
  auto secret = unseal(key_, name, **kept);
  if (secret) return secret;
  return failure(ErrorKind::corrupt,
                 fmt::format("the secret '{}' does not open with this key: it was sealed with "
                             "another one (a backup without its key file?) or changed since",
                             name));
}

Result<void> StoreVault::save(std::string_view name, const std::string& secret) {
  if (secret.size() > k_secret_bytes)
    return failure(ErrorKind::permanent, fmt::format("the secret '{}' is too long to keep", name));
  return store_.save(name, seal(key_, name, secret));
}

}  // namespace dondoc
