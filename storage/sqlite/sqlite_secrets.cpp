#include "storage/sqlite/sqlite_secrets.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;

class SqliteSecrets final : public SecretStore {
 public:
  explicit SqliteSecrets(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<std::optional<std::string>> load(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&]() -> std::optional<std::string> {
      SQLite::Statement select(*database_, "SELECT body FROM secrets WHERE name = ?1");
      select.bind(1, std::string(name));
      if (!select.executeStep()) return std::nullopt;
      return select.getColumn(0).getString();
    });
  }

  Result<void> save(std::string_view name, const std::string& sealed) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
      SQLite::Statement save(*database_,
                             "INSERT INTO secrets (name, body) VALUES (?1, ?2) "
                             "ON CONFLICT (name) DO UPDATE SET body = ?2");
      save.bind(1, std::string(name));
      save.bind(2, sealed.data(), static_cast<int>(sealed.size()));
      save.exec();
      transaction.commit();
    });
  }

 private:
  const std::string& path() const { return database_->getFilename(); }

  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<SecretStore>> open_sqlite_secrets(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<SecretStore>(new SqliteSecrets(std::move(*opened)));
}

}  // namespace dondoc
