// Connections to a SQLite file with every setting said. Internal to storage/sqlite. A connection
// belongs to one thread.
#pragma once

#include <memory>
#include <string>

#include "engine/result.h"
#include "storage/sqlite/database_lock.h"
#include "storage/sqlite/sqlite_options.h"

namespace SQLite {
class Database;
}

namespace dondoc::sqlite {

/// The one connection that writes, with the lock that makes it the only one. The lock is let go
/// after the connection.
struct Writer {
  DatabaseLock lock;
  std::unique_ptr<SQLite::Database> database;
};

/// Takes the lock, makes the file when it is missing, migrates it to the newest version, then sets
/// it to write-ahead log and full sync (or as `options.sync` says). A database of another program
/// or a newer version is refused before anything in it is changed.
Result<Writer> open_writer(const std::string& path, const SqliteOptions& options);

/// A connection that cannot write. Errors: permanent when there is no file. Does not look at whose
/// database it is.
Result<std::unique_ptr<SQLite::Database>> open_read_only(const std::string& path);

/// A second connection that may write, for tables the writer does not touch. Full sync. Errors:
/// permanent when there is no file. Does not look at whose database it is.
Result<std::unique_ptr<SQLite::Database>> open_beside_writer(const std::string& path);

}  // namespace dondoc::sqlite
