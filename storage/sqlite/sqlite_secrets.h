// The secrets of the embedded store, through a connection of their own beside the one that writes
// everything else.
#pragma once

#include <memory>
#include <string>

#include "engine/port/secret_store.h"
#include "engine/result.h"

namespace dondoc {

/// Requires that the database was opened as a store before, which makes and migrates it. A save
/// waits for a commit under way, at most five seconds (then: transient).
/// Errors: permanent when there is no database.
Result<std::unique_ptr<SecretStore>> open_sqlite_secrets(const std::string& path);

}  // namespace dondoc
