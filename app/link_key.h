// The key of one-time sign-in links (engine/command/sign_in_link.h). Nodes of one database must
// have the same one, for a link of one may be followed to another.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc {

/// On a server: made of the key beside the configuration (vault_key_file), which all nodes share.
/// On a file: a new one at each start. Errors: those of VaultKey::open.
Result<std::string> link_key_for(const std::string& database);

}  // namespace dondoc
