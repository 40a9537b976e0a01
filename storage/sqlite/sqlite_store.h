// The embedded store: one SQLite file, nothing to install (design §14). Fits one process; several
// nodes need PostgreSQL.
#pragma once

#include <memory>
#include <string>

#include "engine/port/store.h"
#include "engine/result.h"
#include "storage/sqlite/sqlite_options.h"

namespace dondoc {

/// Opens the database at `path` for the one thread that owns it, makes it when it is missing and
/// migrates it when it is older. The file and those beside it (-wal, -shm, .lock) have mode 0600.
///
/// What this store settles where the port leaves it open:
///  - commit: refused as a whole (permanent) when an inbox key was handled before, the id of a
///    message does not come after all others, or an update is for a message that does not exist: no
///    effect is ever applied twice. After any error nothing was applied and `seq` of the log rows
///    is 0. Deleting a document that is not there is not an error.
///  - codes always come in order; due_cases at the same time too. `period` empty: all.
///  - claim_outbox: the age of a message counts from when it could first go, after a retry from its
///    next attempt; then by id.
///  - earliest_outbox: a leased message may go again when its lease ends, so no crash strands it.
/// Callbacks must not throw and must not call the store.
///
/// Errors: transient "another dondoc is using this database"; permanent for a database of another
/// program or a newer version, which is left untouched, and where the file cannot be made.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options = {});

}  // namespace dondoc
