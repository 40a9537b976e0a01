#include "storage/sqlite/outbox_claims.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <array>
#include <string>

#include "storage/sqlite/rows.h"

namespace dondoc::sqlite {
namespace {

constexpr std::array<Priority, 4> highest_first = {Priority::answer, Priority::due_today,
                                                   Priority::reminder, Priority::digest};

// One range of the index for each priority: the cost follows the messages taken, not those that
// wait for their time. INDEXED BY makes a change of the index an error in tests instead of a slow
// claim in an office.
std::string ready_sql() {
  return fmt::format(
      "SELECT {} FROM outbox INDEXED BY outbox_waiting "
      "WHERE standing = 0 AND priority = ?1 AND ready_at <= ?2 ORDER BY ready_at, id LIMIT ?3",
      outbox_columns);
}

constexpr const char* lease_sql = "UPDATE outbox SET lease_until = ?2, ready_at = ?2 WHERE id = ?1";

constexpr const char* earliest_sql =
    "SELECT min(ready_at) FROM outbox INDEXED BY outbox_waiting "
    "WHERE standing = 0 AND priority = ?1";

// A lease, and not the pause after an attempt whose outcome is unknown.
constexpr const char* take_over_sql =
    "UPDATE outbox SET ready_at = ?1 WHERE standing = 0 AND lease_until > next_attempt";

}  // namespace

struct OutboxClaims::Statements {
  explicit Statements(SQLite::Database& database)
      : ready(database, ready_sql()),
        lease(database, lease_sql),
        earliest(database, earliest_sql) {}

  SQLite::Statement ready;
  SQLite::Statement lease;
  SQLite::Statement earliest;
};

OutboxClaims::OutboxClaims(SQLite::Database& database)
    : database_(database), statements_(std::make_unique<Statements>(database)) {}

OutboxClaims::~OutboxClaims() = default;

std::vector<ClaimedMessage> OutboxClaims::claim(Instant now, Instant lease_until,
                                                std::size_t limit) {
  std::vector<ClaimedMessage> claimed;
  for (const Priority priority : highest_first) {
    if (claimed.size() < limit) read_ready(priority, now, limit - claimed.size(), claimed);
  }
  for (const ClaimedMessage& message : claimed) lease(message.row.id, lease_until);
  return claimed;
}

void OutboxClaims::read_ready(Priority priority, Instant now, std::size_t limit,
                              std::vector<ClaimedMessage>& into) {
  SQLite::Statement& ready = statements_->ready;
  const StatementUse use(ready);
  ready.bind(1, static_cast<int>(priority));
  ready.bind(2, now.ms);
  ready.bind(3, row_limit(limit));
  while (ready.executeStep()) into.push_back(read_claimed(ready));
}

void OutboxClaims::lease(std::int64_t id, Instant until) {
  SQLite::Statement& update = statements_->lease;
  const StatementUse use(update);
  update.bind(1, id);
  update.bind(2, until.ms);
  update.exec();
}

std::optional<Instant> OutboxClaims::earliest() {
  std::optional<Instant> earliest;
  SQLite::Statement& select = statements_->earliest;
  for (const Priority priority : highest_first) {
    const StatementUse use(select);
    select.bind(1, static_cast<int>(priority));
    if (!select.executeStep() || select.isColumnNull(0)) continue;
    const Instant ready{select.getColumn(0).getInt64()};
    if (!earliest || ready < *earliest) earliest = ready;
  }
  return earliest;
}

void OutboxClaims::take_over(Instant now) {
  SQLite::Statement update(database_, take_over_sql);
  update.bind(1, now.ms);
  update.exec();
}

}  // namespace dondoc::sqlite
