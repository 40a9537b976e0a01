// Webhooks in the embedded store, through a connection of their own beside the one that writes
// everything else.
#pragma once

#include <memory>
#include <string>

#include "engine/port/webhook_store.h"

namespace dondoc {

/// As open_sqlite_pages (storage/sqlite/sqlite_pages.h).
Result<std::unique_ptr<WebhookStore>> open_sqlite_webhooks(const std::string& path);

}  // namespace dondoc
