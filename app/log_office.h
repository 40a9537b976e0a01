// The API's view of log and messages, on connections of its own that only read. Safe from any
// thread.
#pragma once

#include <memory>
#include <string>

#include "web/api/log_desk.h"

namespace dondoc {

/// `database`: opened as a store before. Errors: those of the store.
Result<std::unique_ptr<LogDesk>> open_log_office(const std::string& database);

}  // namespace dondoc
