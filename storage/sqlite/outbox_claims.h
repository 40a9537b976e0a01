// Which messages go next. Internal to storage/sqlite. Everything here throws.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/port/store.h"

namespace SQLite {
class Database;
}

namespace dondoc::sqlite {

class OutboxClaims {
 public:
  explicit OutboxClaims(SQLite::Database& database);
  ~OutboxClaims();

  /// As Store::claim_outbox, inside the caller's transaction.
  std::vector<ClaimedMessage> claim(Instant now, Instant lease_until, std::size_t limit);

  /// As Store::earliest_outbox.
  std::optional<Instant> earliest();
  /// What is leased may go at `now`. Requires a transaction.
  void take_over(Instant now);

 private:
  void read_ready(Priority priority, Instant now, std::size_t limit,
                  std::vector<ClaimedMessage>& into);
  void lease(std::int64_t id, Instant until);

  struct Statements;
  SQLite::Database& database_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace dondoc::sqlite
