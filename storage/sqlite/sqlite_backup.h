// Copies of a whole database: out while it works, and back in. Any thread; not two restores to one
// place at a time.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc {

/// Writes the state of the database `from`, as it is now, to the new file `to` (mode 0600, one
/// file, no -wal beside it). A working writer is not stopped; its write-ahead log grows until the
/// copy is made. `to` appears whole and synced, or not at all. The chain is not checked here:
/// `verify_chain` and `restore` do that.
///
/// Errors: permanent when `to` exists (nothing is ever overwritten), when `from` is missing or
/// belongs to another program or a newer version; transient when the disk is full; corrupt when
/// `from` cannot be read as a database.
Result<void> backup(const std::string& from, const std::string& to);

/// Puts the content of `backup_file` at `to`. First copies it beside `to` and checks the copy:
/// whose it is, its version, the file's integrity, the chain. An older version is brought up to
/// date when it is opened. A database already at `to` is kept as "<to>.before-restore-<n>", n the
/// first free number. `to` is at any moment the old database or the restored one, whole.
///
/// Errors, after each of which `to` holds what it held: corrupt when the backup is damaged or its
/// chain is broken; permanent when it is of another program or a newer version, or is `to` itself;
/// transient when `to` is in use by another dondoc or by a reader.
Result<void> restore(const std::string& backup_file, const std::string& to);

}  // namespace dondoc
