// Is what is stored what was written? For `dondoc verify` and before a restore.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/result.h"

namespace dondoc {

struct ChainReport {
  std::int64_t rows = 0;                      ///< log rows in good order, from the first
  std::optional<std::int64_t> first_bad_seq;  ///< none: the chain is whole
  std::string what;  ///< what is wrong there, for the administrator; empty when nothing is
};

/// Checks the file (PRAGMA integrity_check), then walks the log, computes every hash again and
/// compares it: finds rows that were changed, removed, put in another place or cut off at the end,
/// and a changed head. Stops at the first bad row. Reads only, beside a working writer, from one
/// state of the database; takes about a second for each million rows.
///
/// Not found: a log rewritten to its end with its hashes and its head
/// (storage/sqlite/hash_chain.h). An older version of the database is checked as it is.
///
/// A broken chain is not an error but a report. Errors: corrupt when the file itself is damaged;
/// permanent when there is no such file, or it is of another program or a newer version.
Result<ChainReport> verify_chain(const std::string& path);

}  // namespace dondoc
