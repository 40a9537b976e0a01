#include "storage/sqlite/sqlite_files.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "engine/attachment/attachment.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/file_pieces.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;

bool is_kept(SQLite::Database& database, const std::string& digest) {
  SQLite::Statement select(database, "SELECT 1 FROM files WHERE digest = ?1");
  select.bind(1, digest);
  return select.executeStep();
}

void drop_pieces(SQLite::Database& database, const std::string& digest) {
  SQLite::Statement drop(database, "DELETE FROM file_pieces WHERE digest = ?1");
  drop.bind(1, digest);
  drop.exec();
}

void write_piece(SQLite::Database& database, const std::string& digest, int number,
                 std::string_view piece) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (number == 0) drop_pieces(database, digest);  // of an attempt that was cut off
  sqlite::insert_piece(database, digest, number, piece);
  transaction.commit();
}

void write_end(SQLite::Database& database, const std::string& digest, std::size_t bytes) {
  SQLite::Statement insert(database, "INSERT INTO files (digest, bytes) VALUES (?1, ?2)");
  insert.bind(1, digest);
  insert.bind(2, static_cast<std::int64_t>(bytes));
  insert.exec();
}

class SqliteFiles final : public FileKeeper {
 public:
  explicit SqliteFiles(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<void> keep(std::string_view digest, std::string_view content) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      const std::string name(digest);
      if (is_kept(*database_, name)) return;
      sqlite::each_piece(content, [&](int number, std::string_view piece) {
        write_piece(*database_, name, number, piece);
      });
      write_end(*database_, name, content.size());
    });
  }

  Result<std::optional<std::string>> load(std::string_view digest) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<std::string> {
      const std::string name(digest);
      if (!is_kept(*database_, name)) return std::nullopt;
      std::string content = sqlite::read_pieces(*database_, name);
      if (digest_of(content) != name)
        sqlite::throw_corrupt("the file " + name + " is not what was kept");
      return content;
    });
  }

 private:
  const std::string& path() const { return database_->getFilename(); }

  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

Result<std::unique_ptr<SQLite::Database>> open_own(const std::string& path) {
  auto database = sqlite::open_read_only(path);
  if (!database) return database;
  if (auto own = sqlite::require_own(**database); !own) return tl::unexpected<Error>(own.error());
  return database;
}

FilesReport checked_files(SQLite::Database& database) {
  FilesReport report;
  SQLite::Statement select(database, "SELECT digest, bytes FROM files ORDER BY digest");
  while (select.executeStep()) {
    const std::string digest = select.getColumn(0).getString();
    report.bytes += select.getColumn(1).getInt64();
    if (digest_of(sqlite::read_pieces(database, digest)) == digest)
      report.whole.insert(digest);
    else
      report.damaged.push_back(digest);
  }
  return report;
}

}  // namespace

Result<std::unique_ptr<FileKeeper>> open_sqlite_files(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<FileKeeper>(new SqliteFiles(std::move(*opened)));
}

Result<FilesReport> verify_files(const std::string& path) {
  auto database = open_own(path);
  if (!database) return tl::unexpected<Error>(database.error());
  return guarded(path, [&] {
    const SQLite::Transaction one_state(**database);
    return (*database)->tableExists("files") ? checked_files(**database) : FilesReport{};
  });
}

}  // namespace dondoc
