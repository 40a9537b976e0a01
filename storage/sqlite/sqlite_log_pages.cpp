#include "storage/sqlite/sqlite_log_pages.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;

class SqliteLogPages final : public LogPages {
 public:
  explicit SqliteLogPages(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<std::vector<LogRow>> after(std::int64_t seq, std::size_t limit) override {
    const std::lock_guard lock(mutex_);
    return guarded(database_->getFilename(), [&] {
      SQLite::Statement select(*database_, std::string("SELECT ") + sqlite::log_columns +
                                               " FROM log WHERE seq > ?1 ORDER BY seq LIMIT ?2");
      select.bind(1, seq);
      select.bind(2, sqlite::row_limit(limit));
      std::vector<LogRow> rows;
      while (select.executeStep()) sqlite::read_log(select, rows.emplace_back());
      return rows;
    });
  }

  Result<std::int64_t> last_seq() override {
    const std::lock_guard lock(mutex_);
    return guarded(database_->getFilename(), [&] {
      return database_->execAndGet("SELECT seq FROM log_head WHERE id = 1").getInt64();
    });
  }

 private:
  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<LogPages>> open_sqlite_log_pages(const std::string& path) {
  auto opened = sqlite::open_read_only(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<LogPages>(new SqliteLogPages(std::move(*opened)));
}

}  // namespace dondoc
