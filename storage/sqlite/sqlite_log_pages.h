// The log of the embedded store a page at a time, through a connection that only reads.
#pragma once

#include <memory>
#include <string>

#include "engine/port/log_pages.h"

namespace dondoc {

/// Errors: permanent when there is no database.
Result<std::unique_ptr<LogPages>> open_sqlite_log_pages(const std::string& path);

}  // namespace dondoc
