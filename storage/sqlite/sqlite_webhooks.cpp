#include "storage/sqlite/sqlite_webhooks.h"

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
    "id, url, kinds, unit, private_allowed, made, cursor, failures, failing_since, next_attempt, "
    "fault, paused";

Webhook webhook_in(SQLite::Statement& row) {
  Webhook webhook;
  webhook.id = row.getColumn(0).getString();
  webhook.url = row.getColumn(1).getString();
  webhook.kinds = row.getColumn(2).getString();
  webhook.unit = row.getColumn(3).getString();
  webhook.private_allowed = row.getColumn(4).getInt() != 0;
  webhook.made = Instant{row.getColumn(5).getInt64()};
  webhook.cursor = row.getColumn(6).getInt64();
  webhook.failures = row.getColumn(7).getInt();
  webhook.failing_since = instant_in(row, 8);
  webhook.next_attempt = Instant{row.getColumn(9).getInt64()};
  webhook.fault = row.getColumn(10).getString();
  webhook.paused = row.getColumn(11).getInt() != 0;
  return webhook;
}

class SqliteWebhooks final : public WebhookStore {
 public:
  explicit SqliteWebhooks(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<void> add(const Webhook& webhook) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement insert(*database_, std::string("INSERT INTO webhooks (") + k_columns +
                                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, webhook.id);
      insert.bind(2, webhook.url);
      insert.bind(3, webhook.kinds);
      insert.bind(4, webhook.unit);
      insert.bind(5, webhook.private_allowed ? 1 : 0);
      insert.bind(6, webhook.made.ms);
      insert.bind(7, webhook.cursor);
      insert.bind(8, webhook.failures);
      bind_instant(insert, 9, webhook.failing_since);
      insert.bind(10, webhook.next_attempt.ms);
      insert.bind(11, webhook.fault);
      insert.bind(12, webhook.paused ? 1 : 0);
      insert.exec();
    });
  }

  Result<std::vector<Webhook>> all() override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement select(*database_,
                               std::string("SELECT ") + k_columns + " FROM webhooks ORDER BY id");
      std::vector<Webhook> found;
      while (select.executeStep()) found.push_back(webhook_in(select));
      return found;
    });
  }

  Result<void> note_progress(const Webhook& webhook) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement change(
          *database_,
          "UPDATE webhooks SET cursor = max(cursor, ?2), failures = ?3, failing_since = ?4, "
          "next_attempt = ?5, fault = ?6, paused = ?7 WHERE id = ?1");
      change.bind(1, webhook.id);
      change.bind(2, webhook.cursor);
      change.bind(3, webhook.failures);
      bind_instant(change, 4, webhook.failing_since);
      change.bind(5, webhook.next_attempt.ms);
      change.bind(6, webhook.fault);
      change.bind(7, webhook.paused ? 1 : 0);
      change.exec();
    });
  }

  Result<bool> remove(std::string_view id) override {
    const std::lock_guard lock(mutex_);
    return guarded(path(), [&] {
      SQLite::Statement change(*database_, "DELETE FROM webhooks WHERE id = ?1");
      change.bind(1, std::string(id));
      return change.exec() == 1;
    });
  }

 private:
  const std::string& path() const { return database_->getFilename(); }

  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<WebhookStore>> open_sqlite_webhooks(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<WebhookStore>(new SqliteWebhooks(std::move(*opened)));
}

}  // namespace dondoc
