// What the pages keep in the embedded store, through a connection of their own beside the one that
// writes everything else.
#pragma once

#include <memory>
#include <string>

#include "engine/port/page_store.h"

namespace dondoc {

/// Requires that the database was opened as a store before, which makes and migrates it. A change
/// waits for a commit under way, at most five seconds (then: transient).
/// Errors: permanent when there is no database.
Result<std::unique_ptr<PageStore>> open_sqlite_pages(const std::string& path);

}  // namespace dondoc
