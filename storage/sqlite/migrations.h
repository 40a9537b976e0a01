// The schema, as numbered steps that only go forward. Adding one: append to `all_migrations`, never
// edit a released one (tests/storage/migrations_test.cpp).
#pragma once

#include <span>
#include <string>

#include "engine/result.h"

namespace SQLite {
class Database;
}

namespace dondoc::sqlite {

/// PRAGMA application_id of a database of this program: "DOND".
inline constexpr int application_id = 0x444F4E44;

struct Migration {
  int version;       ///< 1, 2, 3 … without gaps
  const char* name;  ///< kept in schema_version, for the administrator
  const char* sql;   ///< may hold many statements; no BEGIN, no COMMIT
};

/// In order of version.
std::span<const Migration> all_migrations();

/// The version this program reads and writes.
int newest_version();

/// Brings an open database to the last of `migrations`, each in a transaction of its own, and
/// returns that version. A database that is there already is not an error. An empty file becomes a
/// database of this program.
///
/// Errors: permanent for a database of another program, or newer than
/// `migrations`; it was not touched. When a step fails, those before it stay.
Result<int> migrate(SQLite::Database& database, std::span<const Migration> migrations);

// Whose database is it? Each reads only; Errors are permanent and say what to do.

/// Accepts an empty file too.
Result<void> require_own_or_empty(SQLite::Database& database);
/// Accepts any version up to the newest.
Result<void> require_own(SQLite::Database& database);
/// Accepts the newest version only: what a reader needs.
Result<void> require_newest(SQLite::Database& database);

}  // namespace dondoc::sqlite

namespace dondoc {

/// Makes the database at `path` when there is none, else brings it to the newest version. Returns
/// that version. Errors: transient when another dondoc is using it; permanent as above.
/// `open_sqlite_store` does the same by itself.
Result<int> migrate(const std::string& path);

}  // namespace dondoc
