#include "storage/sqlite/outbox_claims.h"

#include <array>
#include <string>

#include "storage/sqlite/rows.h"

namespace dondoc::sqlite {
namespace {

constexpr std::array<Priority, 4> highest_first = {Priority::answer, Priority::due_today, Priority::reminder,
                                                   Priority::digest};

// One range of the index for each priority: the cost follows the messages taken, not those that wait for their time.
// INDEXED BY makes a change of the index an error in tests instead of a slow claim in an office.
std::string ready_sql() {
  return std::string("SELECT ") + outbox_columns +
         " FROM outbox INDEXED BY outbox_waiting WHERE standing = 0 AND priority = ?1 AND ready_at <= ?2 "
         "ORDER BY ready_at, id LIMIT ?3";
}

constexpr const char* lease_sql = "UPDATE outbox SET lease_until = ?2, ready_at = ?2 WHERE id = ?1";

constexpr const char* earliest_sql =
    "SELECT min(ready_at) FROM outbox INDEXED BY outbox_waiting WHERE standing = 0 AND priority = ?1";

}  // namespace

OutboxClaims::OutboxClaims(SQLite::Database& database)
    : ready_(database, ready_sql()), lease_(database, lease_sql), earliest_(database, earliest_sql) {}

std::vector<ClaimedMessage> OutboxClaims::claim(Instant now, Instant lease_until, std::size_t limit) {
  std::vector<ClaimedMessage> claimed;
  for (const Priority priority : highest_first) {
    if (claimed.size() < limit) read_ready(priority, now, limit - claimed.size(), claimed);
  }
  for (const ClaimedMessage& message : claimed) lease(message.row.id, lease_until);
  return claimed;
}

void OutboxClaims::read_ready(Priority priority, Instant now, std::size_t limit, std::vector<ClaimedMessage>& into) {
  const StatementUse use(ready_);
  ready_.bind(1, static_cast<int>(priority));
  ready_.bind(2, now.ms);
  ready_.bind(3, row_limit(limit));
  while (ready_.executeStep()) into.push_back(read_claimed(ready_));
}

void OutboxClaims::lease(std::int64_t id, Instant until) {
  const StatementUse use(lease_);
  lease_.bind(1, id);
  lease_.bind(2, until.ms);
  lease_.exec();
}

std::optional<Instant> OutboxClaims::earliest() {
  std::optional<Instant> earliest;
  for (const Priority priority : highest_first) {
    const StatementUse use(earliest_);
    earliest_.bind(1, static_cast<int>(priority));
    if (!earliest_.executeStep() || earliest_.isColumnNull(0)) continue;
    const Instant ready{earliest_.getColumn(0).getInt64()};
    if (!earliest || ready < *earliest) earliest = ready;
  }
  return earliest;
}

}  // namespace dondoc::sqlite
