// Is what is stored what was written? For `dondoc verify` and before a restore.
#pragma once

#include <string>

#include "engine/result.h"
#include "storage/chain_check.h"

namespace SQLite {
class Database;
}

namespace dondoc {

/// Checks the file (PRAGMA integrity_check), then walks the log, computes every hash again and
/// compares it: finds rows that were changed, removed, put in another place or cut off at the end,
/// and a changed head. Stops at the first bad row. Reads only, beside a working writer, from one
/// state of the database; takes about a second for each million rows.
///
/// Not found: a log rewritten to its end with its hashes and its head
/// (storage/hash_chain.h). An older version of the database is checked as it is.
///
/// A broken chain is not an error but a report. Errors: corrupt when the file itself is damaged;
/// permanent when there is no such file, or it is of another program or a newer version.
Result<ChainReport> verify_chain(const std::string& path);

}  // namespace dondoc

namespace dondoc::sqlite {

/// The log as this connection sees it. Internal to storage/sqlite; throws.
ChainReport check_chain(SQLite::Database& database);

}  // namespace dondoc::sqlite
