#include "storage/postgres/outbox_claims.h"

#include <algorithm>
#include <array>
#include <pqxx/pqxx>
#include <string>
#include <tuple>

#include "storage/postgres/values.h"

namespace dondoc::postgres {
namespace {

constexpr std::array<Priority, 4> k_highest_first = {Priority::answer, Priority::due_today,
                                                     Priority::reminder, Priority::digest};

// One range of the index for each priority: the cost follows the messages taken, not those that
// wait for their time.
constexpr const char* k_claim =
    "WITH ready AS (SELECT id, ready_at AS since, lease_until <> 0 AS leased FROM outbox "
    "WHERE standing = 0 AND priority = $1 AND ready_at <= $2 ORDER BY ready_at, id LIMIT $4 "
    "FOR UPDATE SKIP LOCKED) "
    "UPDATE outbox o SET lease_until = $3, ready_at = $3 FROM ready WHERE o.id = ready.id "
    "RETURNING o.id, o.person, o.code, o.step, o.priority, o.created, o.not_before, o.body, "
    "o.attempts, ready.leased, ready.since";

constexpr const char* k_earliest =
    "SELECT min(ready) FROM unnest(ARRAY[0, 1, 2, 3]) AS p (priority), LATERAL "
    "(SELECT min(o.ready_at) AS ready FROM outbox o "
    "WHERE o.standing = 0 AND o.priority = p.priority) AS first";

struct Claimed {
  ClaimedMessage message;
  std::int64_t since = 0;
};

}  // namespace

std::vector<Session::Statement> claim_statements() {
  return {{"claim", k_claim}, {"earliest_message", k_earliest}};
}

std::vector<ClaimedMessage> claim(pqxx::transaction_base& transaction, Instant now,
                                  Instant lease_until, std::size_t limit) {
  std::vector<ClaimedMessage> claimed;
  for (const Priority priority : k_highest_first) {
    if (claimed.size() >= limit) break;
    const pqxx::result rows =
        transaction.exec_prepared("claim", static_cast<int>(priority), now.ms, lease_until.ms,
                                  row_limit(limit - claimed.size()));
    std::vector<Claimed> of_priority;  // RETURNING keeps no order
    for (const pqxx::row& row : rows) {
      ClaimedMessage message{message_in(row), static_cast<int>(number_in(row, 8)),
                             truth_in(row, 9)};
      of_priority.push_back({std::move(message), number_in(row, 10)});
    }
    std::sort(of_priority.begin(), of_priority.end(), [](const Claimed& a, const Claimed& b) {
      return std::tie(a.since, a.message.row.id) < std::tie(b.since, b.message.row.id);
    });
    for (Claimed& one : of_priority) claimed.push_back(std::move(one.message));
  }
  return claimed;
}

std::optional<Instant> earliest_message(pqxx::transaction_base& transaction) {
  return optional_instant_in(transaction.exec_prepared1("earliest_message"), 0);
}

}  // namespace dondoc::postgres
