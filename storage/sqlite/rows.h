// Rows of the port to and from statements. Internal to storage/sqlite; include SQLiteCpp before
// use.
#pragma once

#include <string>
#include <string_view>

#include "engine/port/reader.h"
#include "engine/port/store.h"
#include "storage/hash_chain.h"

namespace SQLite {
class Statement;
}

namespace dondoc::sqlite {

/// Resets a reused statement at the end of the scope, however it is left: a statement standing on a
/// row keeps its view of the database open, and the write-ahead log then grows without end.
class StatementUse {
 public:
  explicit StatementUse(SQLite::Statement& statement) : statement_(statement) {}
  ~StatementUse();
  StatementUse(const StatementUse&) = delete;
  StatementUse& operator=(const StatementUse&) = delete;

 private:
  SQLite::Statement& statement_;
};

// Column lists for SELECT, in the order the functions below read.
inline constexpr const char* log_columns = "seq, at, subject_kind, subject, kind, body";
inline constexpr const char* case_columns =
    "code, plan, obligation, unit, period, state, open, next_step, body";
inline constexpr const char* outbox_columns =
    "id, person, code, step, priority, created, not_before, body, attempts, lease_until, standing, "
    "settled_at, channel, detail";

// Each reads the row the statement stands on into `row`, whose capacity is used again. They throw
// on a row that this program could not have written.
void read_log(SQLite::Statement& statement, LogRow& row);
void read_case(SQLite::Statement& statement, CaseRow& row);
void read_document(SQLite::Statement& statement, DocumentRow& row);  ///< kind, key, body
void read_outbox(SQLite::Statement& statement, OutboxRow& row);
ClaimedMessage read_claimed(SQLite::Statement& statement);
OutboxRecord read_outbox_record(SQLite::Statement& statement);
ChainHash read_hash(SQLite::Statement& statement, int column);

/// The string must live, unchanged, until the statement has run.
void bind_text(SQLite::Statement& statement, int parameter, const std::string& text);

/// For LIMIT.
std::int64_t row_limit(std::size_t rows);

void bind_hash(SQLite::Statement& statement, int parameter, const ChainHash& hash);

}  // namespace dondoc::sqlite
