// Files sent in the chat, kept in the database itself: a backup carries them, a restore brings them
// back. Through a connection of their own beside the one that writes everything else.
#pragma once

#include <memory>
#include <string>

#include "engine/port/file_keeper.h"
#include "engine/result.h"
#include "storage/kept_files.h"

namespace dondoc {

/// Requires that the database was opened as a store before, which makes and migrates it. Keeping a
/// file holds up a commit for a piece of it at most, and waits for a commit at most five seconds
/// (then: transient). Errors: permanent when there is no database.
Result<std::unique_ptr<FileKeeper>> open_sqlite_files(const std::string& path);

/// Reads every kept file and computes its digest again. A database from before files were kept has
/// none. Errors: as verify_chain.
Result<FilesReport> verify_files(const std::string& path);

}  // namespace dondoc
