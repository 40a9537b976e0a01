// Drafts of plans in the embedded store, through a connection of their own beside the one that
// writes everything else.
#pragma once

#include <memory>
#include <string>

#include "engine/port/draft_store.h"

namespace dondoc {

/// As open_sqlite_pages (storage/sqlite/sqlite_pages.h).
Result<std::unique_ptr<DraftStore>> open_sqlite_drafts(const std::string& path);

}  // namespace dondoc
