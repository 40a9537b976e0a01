#include "storage/sqlite/commit_writer.h"

#include <fmt/format.h>

#include <string_view>

#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

constexpr const char* add_inbox_sql = "INSERT INTO inbox (key, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

constexpr const char* append_log_sql =
    "INSERT INTO log (seq, at, subject_kind, subject, kind, body, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

constexpr const char* save_head_sql = "UPDATE log_head SET seq = ?1, hash = ?2";

constexpr const char* find_case_sql =
    "SELECT id, plan, obligation, unit, period, open, next_step FROM cases WHERE code = ?1";

constexpr const char* insert_case_sql =
    "INSERT INTO cases (code, plan, obligation, unit, period, state, open, next_step, body) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

// SQLite rewrites the entries of every index one of whose columns is assigned, changed or not; each is one more page in the
// write-ahead log. So a column that an index holds is assigned only when it changes.
constexpr const char* update_body_sql = "UPDATE cases SET state = ?6, body = ?9 WHERE id = ?1";
constexpr const char* update_step_sql = "UPDATE cases SET state = ?6, next_step = ?8, body = ?9 WHERE id = ?1";
constexpr const char* update_case_sql =
    "UPDATE cases SET plan = ?2, obligation = ?3, unit = ?4, period = ?5, state = ?6, open = ?7, next_step = ?8, "
    "body = ?9 WHERE id = ?1";

constexpr const char* save_document_sql =
    "INSERT INTO documents (kind, key, body) VALUES (?1, ?2, ?3) ON CONFLICT (kind, key) DO UPDATE SET body = ?3";

constexpr const char* delete_document_sql = "DELETE FROM documents WHERE kind = ?1 AND key = ?2";

constexpr const char* last_outbox_sql = "SELECT coalesce(max(id), 0) FROM outbox";

constexpr const char* add_outbox_sql =
    "INSERT INTO outbox (id, person, code, step, priority, created, not_before, standing, attempts, next_attempt, "
    "lease_until, ready_at, settled_at, channel, detail, body) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 0, ?7, 0, '', '', ?8)";

constexpr const char* retry_outbox_sql =
    "UPDATE outbox SET standing = 0, attempts = ?2, next_attempt = ?3, lease_until = 0, ready_at = max(not_before, ?3), "
    "settled_at = 0, channel = ?4, detail = ?5 WHERE id = ?1";

constexpr const char* settle_outbox_sql =
    "UPDATE outbox SET standing = ?6, attempts = ?2, lease_until = 0, settled_at = ?3, channel = ?4, detail = ?5 "
    "WHERE id = ?1";

void bind_step(SQLite::Statement& statement, int parameter, const std::optional<Instant>& step) {
  if (step) {
    statement.bind(parameter, step->ms);
  } else {
    statement.bind(parameter);
  }
}

bool holds_step(SQLite::Statement& statement, int column, const std::optional<Instant>& step) {
  if (statement.isColumnNull(column)) return !step;
  return step && statement.getColumn(column).getInt64() == step->ms;
}

bool holds_text(SQLite::Statement& statement, int column, const std::string& text) {
  const SQLite::Column value = statement.getColumn(column);
  const char* bytes = value.getText();
  return text == std::string_view(bytes, static_cast<std::size_t>(value.getBytes()));
}

/// All but the first parameter.
void bind_case(SQLite::Statement& statement, const CaseRow& row) {
  bind_text(statement, 2, row.plan);
  bind_text(statement, 3, row.obligation);
  bind_text(statement, 4, row.unit);
  bind_text(statement, 5, row.period);
  bind_text(statement, 6, row.state);
  statement.bind(7, row.open ? 1 : 0);
  bind_step(statement, 8, row.next_step);
  bind_text(statement, 9, row.body);
}

}  // namespace

LogHead read_log_head(SQLite::Database& database) {
  SQLite::Statement select(database, "SELECT seq, hash FROM log_head");
  if (!select.executeStep()) throw_corrupt("the row of log_head is missing");
  return LogHead{select.getColumn(0).getInt64(), read_hash(select, 1)};
}

CommitWriter::CommitWriter(SQLite::Database& database)
    : key_runs_(database),
      add_inbox_(database, add_inbox_sql),
      append_log_(database, append_log_sql),
      save_head_(database, save_head_sql),
      find_case_(database, find_case_sql),
      insert_case_(database, insert_case_sql),
      update_body_(database, update_body_sql),
      update_step_(database, update_step_sql),
      update_case_(database, update_case_sql),
      save_document_(database, save_document_sql),
      delete_document_(database, delete_document_sql),
      last_outbox_(database, last_outbox_sql),
      add_outbox_(database, add_outbox_sql),
      retry_outbox_(database, retry_outbox_sql),
      settle_outbox_(database, settle_outbox_sql) {}

LogHead CommitWriter::write(Commit& commit, const LogHead& head) {
  for (const InboxKey& key : commit.inbox) add_inbox(key);
  const LogHead end = commit.log.empty() ? head : append_log(commit.log, head);
  for (const CaseRow& row : commit.cases) save_case(row);
  for (const DocumentRow& row : commit.documents) save_document(row);
  if (!commit.outbox.empty()) add_messages(commit.outbox);
  for (const OutboxUpdate& update : commit.outbox_updates) update_outbox(update);
  return end;
}

void CommitWriter::add_inbox(const InboxKey& key) {
  const StatementUse use(add_inbox_);
  bind_text(add_inbox_, 1, key.key);
  add_inbox_.bind(2, key.at.ms);
  if (add_inbox_.exec() == 0) throw_permanent(fmt::format("inbox key '{}' was handled before", key.key));
}

LogHead CommitWriter::append_log(std::vector<LogRow>& rows, LogHead head) {
  for (LogRow& row : rows) {
    row.seq = ++head.seq;
    head.hash = chain_.next(head.hash, row);
    const StatementUse use(append_log_);
    append_log_.bind(1, row.seq);
    append_log_.bind(2, row.at.ms);
    bind_text(append_log_, 3, row.subject_kind);
    bind_text(append_log_, 4, row.subject);
    bind_text(append_log_, 5, row.kind);
    bind_text(append_log_, 6, row.body);
    bind_hash(append_log_, 7, head.hash);
    append_log_.exec();
  }
  save_head(head);
  key_runs_.log_reached(head.seq);
  return head;
}

void CommitWriter::save_head(const LogHead& head) {
  const StatementUse use(save_head_);
  save_head_.bind(1, head.seq);
  bind_hash(save_head_, 2, head.hash);
  if (save_head_.exec() != 1) throw_corrupt("the row of log_head is missing");
}

void CommitWriter::save_case(const CaseRow& row) {
  const StatementUse use(find_case_);
  bind_text(find_case_, 1, row.code);
  if (!find_case_.executeStep()) return insert_case(row);

  const std::int64_t id = find_case_.getColumn(0).getInt64();
  SQLite::Statement& update = update_for(row);
  const StatementUse update_use(update);
  update.bind(1, id);
  bind_case(update, row);
  update.exec();
}

/// The cheapest update from the row found to `row`.
SQLite::Statement& CommitWriter::update_for(const CaseRow& row) {
  const bool same_place = holds_text(find_case_, 1, row.plan) && holds_text(find_case_, 2, row.obligation) &&
                          holds_text(find_case_, 3, row.unit) && holds_text(find_case_, 4, row.period) &&
                          (find_case_.getColumn(5).getInt() != 0) == row.open;
  if (!same_place) return update_case_;
  return holds_step(find_case_, 6, row.next_step) ? update_body_ : update_step_;
}

void CommitWriter::insert_case(const CaseRow& row) {
  const StatementUse use(insert_case_);
  bind_text(insert_case_, 1, row.code);
  bind_case(insert_case_, row);
  insert_case_.exec();
}

void CommitWriter::save_document(const DocumentRow& row) {
  SQLite::Statement& statement = row.body ? save_document_ : delete_document_;
  const StatementUse use(statement);
  bind_text(statement, 1, row.kind);
  bind_text(statement, 2, row.key);
  if (row.body) bind_text(statement, 3, *row.body);
  statement.exec();
}

void CommitWriter::add_messages(const std::vector<OutboxRow>& rows) {
  std::int64_t last = last_outbox_id();
  for (const OutboxRow& row : rows) {
    if (row.id <= last) throw_permanent(fmt::format("outbox id {} does not come after {}", row.id, last));
    add_message(row);
    last = row.id;
  }
  key_runs_.outbox_reached(last);
}

std::int64_t CommitWriter::last_outbox_id() {
  const StatementUse use(last_outbox_);
  last_outbox_.executeStep();
  return last_outbox_.getColumn(0).getInt64();
}

void CommitWriter::add_message(const OutboxRow& row) {
  const StatementUse use(add_outbox_);
  add_outbox_.bind(1, row.id);
  bind_text(add_outbox_, 2, row.person);
  bind_text(add_outbox_, 3, row.code);
  bind_text(add_outbox_, 4, row.step);
  add_outbox_.bind(5, static_cast<int>(row.priority));
  add_outbox_.bind(6, row.created.ms);
  add_outbox_.bind(7, row.not_before.ms);
  bind_text(add_outbox_, 8, row.body);
  add_outbox_.exec();
}

void CommitWriter::update_outbox(const OutboxUpdate& update) {
  const bool again = update.standing == OutboxStanding::waiting;
  SQLite::Statement& statement = again ? retry_outbox_ : settle_outbox_;
  const StatementUse use(statement);
  statement.bind(1, update.id);
  statement.bind(2, update.attempts);
  statement.bind(3, again ? update.next_attempt.ms : update.at.ms);
  bind_text(statement, 4, update.channel);
  bind_text(statement, 5, update.detail);
  if (!again) statement.bind(6, static_cast<int>(update.standing));
  if (statement.exec() == 0) throw_permanent(fmt::format("outbox id {} does not exist", update.id));
}

}  // namespace dondoc::sqlite
