// Whether a command's PERSON is somebody, before anything is kept for that name. One thread.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc {

/// k_administrator is somebody everywhere. Errors: permanent when nobody has that id or the person
/// has left, with what to do; those of the store.
Result<void> require_person(const std::string& database, const std::string& person);

}  // namespace dondoc
