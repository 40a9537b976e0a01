#include "app/link_key.h"

#include <sodium.h>

#include "app/pages.h"
#include "app/settings.h"
#include "app/vault.h"
#include "engine/check.h"
#include "engine/command/sign_in_link.h"
#include "storage/open.h"

namespace dondoc {
namespace {

/// Eight bytes, as libsodium asks for: which of the keys made of the vault's this is.
constexpr char k_context[crypto_kdf_CONTEXTBYTES + 1] = "sign_in ";
constexpr std::uint64_t k_number = 1;

}  // namespace

Result<std::string> link_key_for(const std::string& database) {
  if (!is_on_server(database)) return fresh_link_key();
  static_assert(VaultKey::k_bytes == crypto_kdf_KEYBYTES);
  auto shared = VaultKey::open(vault_key_file(database));
  if (!shared) return tl::unexpected(shared.error());
  std::string key(k_sign_in_key_bytes, '\0');
  CHECK(crypto_kdf_derive_from_key(reinterpret_cast<unsigned char*>(key.data()), key.size(),
                                   k_number, k_context, shared->data()) == 0);
  return key;
}

}  // namespace dondoc
