// Moves a whole office from one database to another, of whatever kind (`dondoc move`).
#pragma once

#include <string>

#include "storage/move/rows.h"

namespace dondoc::moving {

/// Copies everything in `from` into `to`, which is made or must be empty, in one transaction there.
/// `from` keeps what it holds. What is beside a database (the key of sealed secrets) does not move.
/// Errors: permanent when both are the same, or `to` holds anything; transient while somebody has
/// one of them open; corrupt when the log of `from` is broken. After each `to` holds no office.
Result<Moved> move_database(const std::string& from, const std::string& to,
                            const MoveProgress& progress);

}  // namespace dondoc::moving
