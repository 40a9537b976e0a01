// The vault of the channels' secrets that change while the program runs. Only an Official Account
// has such secrets: without one no key is made, so that there is no file beside the database that
// somebody must keep.
#pragma once

#include <memory>
#include <string>

#include "app/vault.h"
#include "engine/codec/config_codec.h"

namespace dondoc {

/// A StoreVault over `secrets` when a channel needs one, its key made at first use;
/// otherwise a vault that refuses everything. Errors: those of VaultKey::open.
Result<std::unique_ptr<Vault>> open_channel_vault(const Config& config, const std::string& key_file,
                                                  SecretStore& secrets);

}  // namespace dondoc
