#include "storage/sqlite/sqlite_access.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/optional_instant.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::bind_instant;
using sqlite::guarded;
using sqlite::instant_in;

constexpr const char* k_columns =
    "id, hash, kind, person, name, scopes, unit, made, expires, last_used, revoked";

AccessKey key_in(SQLite::Statement& row) {
  AccessKey key;
  key.id = row.getColumn(0).getString();
  key.hash = row.getColumn(1).getString();
  key.kind = row.getColumn(2).getInt() == 0 ? KeyKind::token : KeyKind::feed;
  key.person = row.getColumn(3).getString();
  key.name = row.getColumn(4).getString();
  key.scopes = row.getColumn(5).getString();
  key.unit = row.getColumn(6).getString();
  key.made = Instant{row.getColumn(7).getInt64()};
  key.expires = instant_in(row, 8);
  key.last_used = instant_in(row, 9);
  key.revoked = instant_in(row, 10);
  return key;
}

int number_of(KeyKind kind) { return kind == KeyKind::token ? 0 : 1; }

class SqliteAccess final : public AccessStore {
 public:
  explicit SqliteAccess(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<void> add_key(const AccessKey& key) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement insert(*database_, std::string("INSERT INTO access_keys (") + k_columns +
                                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, key.id);
      insert.bind(2, key.hash);
      insert.bind(3, number_of(key.kind));
      insert.bind(4, key.person);
      insert.bind(5, key.name);
      insert.bind(6, key.scopes);
      insert.bind(7, key.unit);
      insert.bind(8, key.made.ms);
      bind_instant(insert, 9, key.expires);
      bind_instant(insert, 10, key.last_used);
      bind_instant(insert, 11, key.revoked);
      insert.exec();
    });
  }

  Result<std::optional<AccessKey>> find_key(KeyKind kind, std::string_view hash) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<AccessKey> {
      SQLite::Statement select(*database_, std::string("SELECT ") + k_columns +
                                               " FROM access_keys WHERE hash = ?1 AND kind = ?2");
      select.bind(1, std::string(hash));
      select.bind(2, number_of(kind));
      if (!select.executeStep()) return std::nullopt;
      return key_in(select);
    });
  }

  Result<std::vector<AccessKey>> keys(KeyKind kind, std::string_view person) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement select(*database_,
                               std::string("SELECT ") + k_columns +
                                   " FROM access_keys WHERE kind = ?1 AND (?2 = '' OR person = ?2) "
                                   "ORDER BY number DESC");
      select.bind(1, number_of(kind));
      select.bind(2, std::string(person));
      std::vector<AccessKey> found;
      while (select.executeStep()) found.push_back(key_in(select));
      return found;
    });
  }

  Result<void> note_use(std::string_view id, Instant at) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement change(*database_, "UPDATE access_keys SET last_used = ?2 WHERE id = ?1");
      change.bind(1, std::string(id));
      change.bind(2, at.ms);
      change.exec();
    });
  }

  Result<bool> revoke_key(std::string_view id, Instant at) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement change(
          *database_, "UPDATE access_keys SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL");
      change.bind(1, std::string(id));
      change.bind(2, at.ms);
      return change.exec() == 1;
    });
  }

  Result<std::optional<KeptAnswer>> find_answer(std::string_view key) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<KeptAnswer> {
      SQLite::Statement select(
          *database_, "SELECT key, call, status, body, at FROM kept_answers WHERE key = ?1");
      select.bind(1, std::string(key));
      if (!select.executeStep()) return std::nullopt;
      return KeptAnswer{select.getColumn(0).getString(), select.getColumn(1).getString(),
                        select.getColumn(2).getInt(), select.getColumn(3).getString(),
                        Instant{select.getColumn(4).getInt64()}};
    });
  }

  Result<void> keep_answer(const KeptAnswer& answer, Instant forget) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
      SQLite::Statement old(*database_, "DELETE FROM kept_answers WHERE at < ?1");
      old.bind(1, forget.ms);
      old.exec();
      SQLite::Statement keep(*database_,
                             "INSERT INTO kept_answers (key, call, status, body, at) "
                             "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO UPDATE SET "
                             "call = ?2, status = ?3, body = ?4, at = ?5");
      keep.bind(1, answer.key);
      keep.bind(2, answer.call);
      keep.bind(3, answer.status);
      keep.bind(4, answer.body);
      keep.bind(5, answer.at.ms);
      keep.exec();
      transaction.commit();
    });
  }

 private:
  const std::string& path() const { return database_->getFilename(); }

  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<AccessStore>> open_sqlite_access(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<AccessStore>(new SqliteAccess(std::move(*opened)));
}

}  // namespace dondoc
