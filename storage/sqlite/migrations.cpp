#include "storage/sqlite/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <array>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/schema.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

constexpr std::array<Migration, 7> released = {{
    {1, "log, cases, documents, inbox, outbox", schema_1},
    {2, "secrets", schema_2},
    {3, "files", schema_3},
    {4, "pages", schema_4},
    {5, "access keys, webhooks", schema_5},
    {6, "drafts of plans", schema_6},
    {7, "used sign-in links", schema_7},
}};

int version_of(SQLite::Database& database) {
  if (!database.tableExists("schema_version")) return 0;
  return database.execAndGet("SELECT coalesce(max(version), 0) FROM schema_version").getInt();
}

bool is_empty(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

/// The version, or throws. An empty database without an application id is one to be made: version
/// 0.
int identified_version(SQLite::Database& database, int newest) {
  const int id = database.execAndGet("PRAGMA application_id").getInt();
  if (id == 0 && is_empty(database)) return 0;
  if (id != application_id) {
    throw_permanent(fmt::format(
        "this database belongs to another program (application id {:#x}); nothing was changed",
        static_cast<unsigned>(id)));
  }
  const int version = version_of(database);
  if (version > newest) {
    throw_permanent(fmt::format(
        "the database has version {}, this dondoc knows versions up to {}; use a newer dondoc",
        version, newest));
  }
  return version;
}

void take_step(SQLite::Database& database, const Migration& migration) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  database.exec(fmt::format("PRAGMA application_id = {}", application_id));
  database.exec(
      "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL) "
      "STRICT");
  database.exec(migration.sql);
  SQLite::Statement record(database, "INSERT INTO schema_version (version, name) VALUES (?, ?)");
  record.bind(1, migration.version);
  record.bind(2, migration.name);
  record.exec();
  transaction.commit();
}

}  // namespace

std::span<const Migration> all_migrations() { return released; }

int newest_version() { return released.back().version; }

Result<int> migrate(SQLite::Database& database, std::span<const Migration> migrations) {
  return guarded(database.getFilename(), [&] {
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    const int version = identified_version(database, newest);
    for (const Migration& migration : migrations) {
      if (migration.version > version) take_step(database, migration);
    }
    return newest;
  });
}

Result<void> require_own_or_empty(SQLite::Database& database) {
  return guarded(database.getFilename(), [&] { identified_version(database, newest_version()); });
}

Result<void> require_own(SQLite::Database& database) {
  return guarded(database.getFilename(), [&] {
    if (identified_version(database, newest_version()) == 0)
      throw_permanent("not a dondoc database but an empty file");
  });
}

Result<void> require_newest(SQLite::Database& database) {
  return guarded(database.getFilename(), [&] {
    const int version = identified_version(database, newest_version());
    if (version == newest_version()) return;
    throw_permanent(
        fmt::format("the database has version {}, this dondoc needs {}; run: dondoc migrate",
                    version, newest_version()));
  });
}

}  // namespace dondoc::sqlite

namespace dondoc {

Result<int> migrate(const std::string& path) {
  auto writer = sqlite::open_writer(path, SqliteOptions{});
  if (!writer) return tl::unexpected<Error>(writer.error());
  return sqlite::newest_version();
}

}  // namespace dondoc
