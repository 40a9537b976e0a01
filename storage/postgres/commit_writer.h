// Writes a Commit inside the caller's transaction: a statement for each kind of row, with all of
// its rows in arrays. Internal to storage/postgres. Everything here throws; the caller rolls back.
//
// Order of locks: the head first, so commits stand in a row; then inbox, log, cases, documents and
// messages, each in the order of its key. Who claims messages waits for nobody.
#pragma once

#include <vector>

#include "engine/port/store.h"
#include "storage/hash_chain.h"
#include "storage/postgres/session.h"

namespace dondoc::postgres {

/// For the session that writes.
std::vector<Session::Statement> commit_statements();

/// Rows that carry their `seq`, and the hash of each.
struct HashedLog {
  const std::vector<LogRow>& rows;
  const std::vector<ChainHash>& hashes;
};

/// All but the head of the log. `last_outbox_id` before it.
void write_commit(pqxx::transaction_base& transaction, const Commit& commit, const HashedLog& log,
                  std::int64_t last_outbox_id);

}  // namespace dondoc::postgres
