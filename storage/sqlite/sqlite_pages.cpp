#include "storage/sqlite/sqlite_pages.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;

class SqlitePages final : public PageStore {
 public:
  explicit SqlitePages(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<void> save_session(const PageSession& session) override {
    return run(
        "INSERT INTO page_sessions (hash, person, administrator, since, last_seen) "
        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (hash) DO UPDATE SET person = ?2, "
        "administrator = ?3, since = ?4, last_seen = ?5",
        session.hash, session.person, session.administrator ? 1 : 0, session.since.ms,
        session.last_seen.ms);
  }

  Result<std::optional<PageSession>> find_session(std::string_view hash) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<PageSession> {
      SQLite::Statement select(*database_,
                               "SELECT hash, person, administrator, since, last_seen "
                               "FROM page_sessions WHERE hash = ?1");
      select.bind(1, std::string(hash));
      if (!select.executeStep()) return std::nullopt;
      return PageSession{select.getColumn(0).getString(), select.getColumn(1).getString(),
                         select.getColumn(2).getInt() != 0, Instant{select.getColumn(3).getInt64()},
                         Instant{select.getColumn(4).getInt64()}};
    });
  }

  Result<void> end_session(std::string_view hash) override {
    return run("DELETE FROM page_sessions WHERE hash = ?1", std::string(hash));
  }

  Result<void> end_sessions_of(std::string_view person) override {
    return run("DELETE FROM page_sessions WHERE ?1 = '' OR person = ?1", std::string(person));
  }

  Result<void> forget_sessions(Instant idle, Instant began) override {
    return run("DELETE FROM page_sessions WHERE last_seen < ?1 OR since < ?2", idle.ms, began.ms);
  }

  Result<bool> use_link(std::string_view hash, Instant made, Instant forget) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement tidy(*database_, "DELETE FROM page_links WHERE made < ?1");
      tidy.bind(1, forget.ms);
      tidy.exec();
      SQLite::Statement use(*database_,
                            "INSERT INTO page_links (hash, made) VALUES (?1, ?2) "
                            "ON CONFLICT (hash) DO NOTHING");
      use.bind(1, std::string(hash));
      use.bind(2, made.ms);
      return use.exec() == 1;
    });
  }

  Result<void> save_password(std::string_view person, const std::string& hash) override {
    return run(
        "INSERT INTO page_passwords (person, hash) VALUES (?1, ?2) "
        "ON CONFLICT (person) DO UPDATE SET hash = ?2",
        std::string(person), hash);
  }

  Result<std::optional<std::string>> find_password(std::string_view person) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<std::string> {
      SQLite::Statement select(*database_, "SELECT hash FROM page_passwords WHERE person = ?1");
      select.bind(1, std::string(person));
      if (!select.executeStep()) return std::nullopt;
      return select.getColumn(0).getString();
    });
  }

  Result<void> note_read(const PageRead& read) override {
    return run("INSERT INTO page_reads (at, person, unit, page) VALUES (?1, ?2, ?3, ?4)",
               read.at.ms, read.person, read.unit, read.page);
  }

  Result<std::vector<PageRead>> reads(std::string_view unit, std::size_t limit) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      const char* of_unit = unit.empty() ? "WHERE ?1 = ''" : "WHERE unit = ?1";
      SQLite::Statement select(
          *database_, std::string("SELECT at, person, unit, page FROM page_reads ") + of_unit +
                          " ORDER BY id DESC LIMIT ?2");
      select.bind(1, std::string(unit));
      select.bind(2, sqlite::row_limit(limit));
      std::vector<PageRead> found;
      while (select.executeStep())
        found.push_back({Instant{select.getColumn(0).getInt64()}, select.getColumn(1).getString(),
                         select.getColumn(2).getString(), select.getColumn(3).getString()});
      return found;
    });
  }

 private:
  const std::string& path() const { return database_->getFilename(); }

  /// One change, durable when it returns.
  template <class... Values>
  Result<void> run(const char* sql, const Values&... values) {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement change(*database_, sql);
      int place = 0;
      (change.bind(++place, values), ...);
      change.exec();
    });
  }

  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<PageStore>> open_sqlite_pages(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<PageStore>(new SqlitePages(std::move(*opened)));
}

}  // namespace dondoc
