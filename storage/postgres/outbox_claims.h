// Which messages go next. Internal to storage/postgres. Everything here throws.
#pragma once

#include <optional>
#include <vector>

#include "engine/port/store.h"
#include "storage/postgres/session.h"

namespace dondoc::postgres {

/// For the session that claims.
std::vector<Session::Statement> claim_statements();

/// As Store::claim_outbox, inside the caller's transaction. A message that somebody else is
/// claiming or settling at the moment is passed over.
std::vector<ClaimedMessage> claim(pqxx::transaction_base& transaction, Instant now,
                                  Instant lease_until, std::size_t limit);

/// As Store::earliest_outbox.
std::optional<Instant> earliest_message(pqxx::transaction_base& transaction);

}  // namespace dondoc::postgres
