#include "storage/sqlite/connection.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <mutex>
#include <utility>

#include "storage/sqlite/database_files.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

constexpr int busy_timeout_beside_writer_ms = 5'000;
constexpr int reader_cache_mib = 16;

// Mapped, a board of 40,000 cases is read in 40 ms of processor time instead of 65.
constexpr std::int64_t reader_mapped_bytes = 1LL << 30;

// A write-ahead log that grew during a long backup is cut to this.
constexpr int write_ahead_log_kept_bytes = 64 * 1024 * 1024;

using Connection = std::unique_ptr<SQLite::Database>;

/// Before SQLite starts in this process: no count of the bytes it holds. The count takes a lock at
/// each allocation, a twelfth of a commit. Later it has no effect, which does no harm.
void set_for_process() {
  static std::once_flag done;
  std::call_once(done, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

/// Sorting never writes what is stored into a temporary file.
void sort_in_memory(SQLite::Database& database) { database.exec("PRAGMA temp_store = MEMORY"); }

/// SQLite takes a negative cache size as KiB.
void set_cache(SQLite::Database& database, int mib) {
  database.exec(fmt::format("PRAGMA cache_size = {}", -1024 * mib));
}

/// The statement tells the new mode before it has written it, so its own answer is not enough.
void use_write_ahead_log(SQLite::Database& database) {
  database.exec("PRAGMA journal_mode = WAL");
  const std::string mode = database.execAndGet("PRAGMA journal_mode").getString();
  if (mode != "wal")
    throw_permanent("this file system does not allow a write-ahead log (journal mode " + mode +
                    ")");
}

/// After a sync that failed, Linux still shows what it did not write, and never writes it: commits
/// found in the log may be in memory alone, and what is appended behind them would be lost with
/// them. Copied into the database they are written anew, and synced. A reader in the way is no
/// error: while one is connected, SQLite takes nothing from the log that no commit was answered
/// for.
void write_anew(SQLite::Database& database) { database.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

void set_for_writing(SQLite::Database& database, const SqliteOptions& options) {
  use_write_ahead_log(database);
  database.exec(options.sync == Sync::full ? "PRAGMA synchronous = FULL"
                                           : "PRAGMA synchronous = OFF");
  write_anew(database);
  database.exec("PRAGMA foreign_keys = ON");
  database.exec(fmt::format("PRAGMA wal_autocheckpoint = {}", options.checkpoint_pages));
  database.exec(fmt::format("PRAGMA journal_size_limit = {}", write_ahead_log_kept_bytes));
  set_cache(database, options.cache_mib);
  sort_in_memory(database);
}

Result<Connection> open_for_writing(const std::string& path, int busy_timeout_ms) {
  set_for_process();
  return guarded(path, [&] {
    return std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                              busy_timeout_ms);
  });
}

/// The order matters: whose database it is comes before the first change.
Result<Connection> open_identified(const std::string& path, const SqliteOptions& options) {
  if (auto created = create_private_file(path); !created)
    return tl::unexpected<Error>(created.error());
  auto opened = open_for_writing(path, options.busy_timeout_ms);
  if (!opened) return opened;
  if (auto own = require_own_or_empty(**opened); !own) return tl::unexpected<Error>(own.error());
  if (auto set = guarded(path, [&] { set_for_writing(**opened, options); }); !set) {
    return tl::unexpected<Error>(set.error());
  }
  if (auto kept = make_private(path); !kept) return tl::unexpected<Error>(kept.error());
  if (auto migrated = migrate(**opened, all_migrations()); !migrated)
    return tl::unexpected<Error>(migrated.error());
  return opened;
}

}  // namespace

Result<Writer> open_writer(const std::string& path, const SqliteOptions& options) {
  auto lock = DatabaseLock::take(path);
  if (!lock) return tl::unexpected<Error>(lock.error());
  auto opened = open_identified(path, options);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return Writer{std::move(*lock), std::move(*opened)};
}

Result<Connection> open_read_only(const std::string& path) {
  set_for_process();
  return guarded(path, [&] {
    auto database = std::make_unique<SQLite::Database>(
        path, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, busy_timeout_beside_writer_ms);
    database->exec("PRAGMA query_only = ON");
    database->exec(fmt::format("PRAGMA mmap_size = {}", reader_mapped_bytes));
    set_cache(*database, reader_cache_mib);
    sort_in_memory(*database);
    return database;
  });
}

Result<Connection> open_beside_writer(const std::string& path) {
  auto opened = open_for_writing(path, busy_timeout_beside_writer_ms);
  if (!opened) return opened;
  auto set = guarded(path, [&] { (*opened)->exec("PRAGMA synchronous = FULL"); });
  if (!set) return tl::unexpected<Error>(set.error());
  return opened;
}

}  // namespace dondoc::sqlite
