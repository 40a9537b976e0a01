#include "storage/sqlite/sqlite_backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/database_files.h"
#include "storage/sqlite/database_lock.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_error.h"
#include "storage/sqlite/sqlite_verify.h"

namespace dondoc {
namespace {

using sqlite::DatabaseLock;
using sqlite::guarded;
using sqlite::PartialFile;

tl::unexpected<Error> passed_on(const Error& error) { return tl::unexpected<Error>(error); }

/// All pages in one step: a copy in several begins again whenever the writer commits between two of
/// them. The reader this is does not hold up a writer.
void copy_pages(SQLite::Database& from, SQLite::Database& to) {
  SQLite::Backup copy(to, from);
  const int outcome = copy.executeStep(-1);
  if (outcome == SQLITE_DONE) return;
  throw SQLite::Exception(fmt::format("copying stopped: {}", sqlite3_errstr(outcome)), outcome);
}

Result<void> copy_database(SQLite::Database& from, const std::string& to) {
  return guarded(to, [&] {
    SQLite::Database target(to, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    target.exec("PRAGMA synchronous = OFF");  // synced once, whole, before it gets its name
    copy_pages(from, target);
    target.exec("PRAGMA journal_mode = DELETE");  // one file: nothing that could be left behind
                                                  // when it is moved
  });
}

/// A copy beside `place`, of a database of this program.
Result<PartialFile> copy_beside(const std::string& from, const std::string& place) {
  auto source = sqlite::open_read_only(from);
  if (!source) return passed_on(source.error());
  if (auto own = sqlite::require_own(**source); !own) return passed_on(own.error());
  auto partial = PartialFile::beside(place);
  if (!partial) return partial;
  if (auto copied = copy_database(**source, partial->path()); !copied)
    return passed_on(copied.error());
  return partial;
}

Result<void> check_copy(const std::string& copy, const std::string& backup_file) {
  auto report = verify_chain(copy);
  if (!report) return passed_on(report.error());
  if (!report->first_bad_seq) return {};
  return failure(ErrorKind::corrupt,
                 fmt::format("{}: the log is broken: {}", backup_file, report->what));
}

/// Folds what is still in the write-ahead log into the file. Leaving that mode needs the database
/// for itself, so this also finds readers. A damaged database passes: it is what a restore is for.
Result<void> settle(const std::string& path) {
  const auto mode = guarded(path, [&] {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    return database.execAndGet("PRAGMA journal_mode = DELETE").getString();
  });
  const bool in_use = mode ? *mode != "delete" : mode.error().kind == ErrorKind::transient;
  if (!in_use) return {};
  return failure(ErrorKind::transient,
                 fmt::format("{}: somebody is reading this database; nothing was changed ({})",
                             path, mode ? *mode : mode.error().message));
}

/// With the lock on `to` held: keeps what is there under another name and puts `copy` in its place.
Result<void> take_over(PartialFile copy, const std::string& to) {
  if (sqlite::file_exists(to)) {
    if (auto settled = settle(to); !settled) return settled;
  }
  if (auto aside = sqlite::set_aside(to); !aside) return aside;
  return copy.replace(to);
}

}  // namespace

Result<void> backup(const std::string& from, const std::string& to) {
  if (sqlite::file_exists(to)) {
    return failure(ErrorKind::permanent,
                   fmt::format("{}: exists already; a backup overwrites nothing", to));
  }
  auto copy = copy_beside(from, to);
  if (!copy) return passed_on(copy.error());
  return copy->keep_as(to);
}

Result<void> restore(const std::string& backup_file, const std::string& to) {
  const std::string place = sqlite::resolved(to);
  if (sqlite::resolved(backup_file) == place) {
    return failure(ErrorKind::permanent,
                   fmt::format("{}: is the database itself, not a backup of it", backup_file));
  }
  const auto lock = DatabaseLock::take(place);
  if (!lock) return passed_on(lock.error());
  auto copy = copy_beside(backup_file, place);
  if (!copy) return passed_on(copy.error());
  if (auto checked = check_copy(copy->path(), backup_file); !checked) return checked;
  return take_over(std::move(*copy), place);
}

}  // namespace dondoc
