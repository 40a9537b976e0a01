#include "storage/sqlite/commit_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <string_view>

#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

constexpr const char* add_inbox_sql =
    "INSERT INTO inbox (key, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

constexpr const char* append_log_sql =
    "INSERT INTO log (seq, at, subject_kind, subject, kind, body, hash) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

constexpr const char* save_head_sql = "UPDATE log_head SET seq = ?1, hash = ?2";

constexpr const char* find_case_sql =
    "SELECT id, plan, obligation, unit, period, open, next_step FROM cases WHERE code = ?1";

constexpr const char* insert_case_sql =
    "INSERT INTO cases (code, plan, obligation, unit, period, state, open, next_step, body) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

// SQLite rewrites the entries of every index one of whose columns is assigned, changed or not; each
// is one more page in the write-ahead log. So a column that an index holds is assigned only when it
// changes.
constexpr const char* update_body_sql = "UPDATE cases SET state = ?6, body = ?9 WHERE id = ?1";
constexpr const char* update_step_sql =
    "UPDATE cases SET state = ?6, next_step = ?8, body = ?9 WHERE id = ?1";
constexpr const char* update_case_sql =
    "UPDATE cases SET plan = ?2, obligation = ?3, unit = ?4, period = ?5, "
    "state = ?6, open = ?7, next_step = ?8, body = ?9 WHERE id = ?1";

constexpr const char* disarm_sql = "UPDATE cases SET next_step = NULL WHERE code = ?1";

constexpr const char* save_document_sql =
    "INSERT INTO documents (kind, key, body) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (kind, key) DO UPDATE SET body = ?3";

constexpr const char* delete_document_sql = "DELETE FROM documents WHERE kind = ?1 AND key = ?2";

constexpr const char* last_outbox_sql = "SELECT coalesce(max(id), 0) FROM outbox";

constexpr const char* add_outbox_sql =
    "INSERT INTO outbox (id, person, code, step, priority, created, not_before, body, "
    "standing, attempts, next_attempt, lease_until, ready_at, settled_at, channel, detail) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, 0, 0, ?7, 0, '', '')";

constexpr const char* retry_outbox_sql =
    "UPDATE outbox SET standing = 0, attempts = ?2, next_attempt = ?3, lease_until = ?6, "
    "ready_at = max(not_before, ?3), settled_at = 0, channel = ?4, detail = ?5 WHERE id = ?1";

constexpr const char* settle_outbox_sql =
    "UPDATE outbox SET standing = ?6, attempts = ?2, lease_until = 0, settled_at = ?3, "
    "channel = ?4, detail = ?5 WHERE id = ?1";

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

struct CommitWriter::Statements {
  explicit Statements(SQLite::Database& database)
      : add_inbox(database, add_inbox_sql),
        append_log(database, append_log_sql),
        save_head(database, save_head_sql),
        find_case(database, find_case_sql),
        insert_case(database, insert_case_sql),
        update_body(database, update_body_sql),
        update_step(database, update_step_sql),
        update_case(database, update_case_sql),
        disarm(database, disarm_sql),
        save_document(database, save_document_sql),
        delete_document(database, delete_document_sql),
        last_outbox(database, last_outbox_sql),
        add_outbox(database, add_outbox_sql),
        retry_outbox(database, retry_outbox_sql),
        settle_outbox(database, settle_outbox_sql) {}

  SQLite::Statement add_inbox;
  SQLite::Statement append_log;
  SQLite::Statement save_head;
  SQLite::Statement find_case;
  SQLite::Statement insert_case;
  SQLite::Statement update_body;
  SQLite::Statement update_step;
  SQLite::Statement update_case;
  SQLite::Statement disarm;
  SQLite::Statement save_document;
  SQLite::Statement delete_document;
  SQLite::Statement last_outbox;
  SQLite::Statement add_outbox;
  SQLite::Statement retry_outbox;
  SQLite::Statement settle_outbox;
};

CommitWriter::CommitWriter(SQLite::Database& database)
    : key_runs_(database), statements_(std::make_unique<Statements>(database)) {}

CommitWriter::~CommitWriter() = default;

LogHead CommitWriter::write(Commit& commit, const LogHead& head) {
  for (const InboxKey& key : commit.inbox) add_inbox(key);
  const LogHead end = commit.log.empty() ? head : append_log(commit.log, head);
  for (const CaseRow& row : commit.cases) save_case(row);
  for (const std::string& code : commit.disarmed) disarm(code);
  for (const DocumentRow& row : commit.documents) save_document(row);
  if (!commit.outbox.empty()) add_messages(commit.outbox);
  for (const OutboxUpdate& update : commit.outbox_updates) update_outbox(update);
  return end;
}

void CommitWriter::add_inbox(const InboxKey& key) {
  SQLite::Statement& insert = statements_->add_inbox;
  const StatementUse use(insert);
  bind_text(insert, 1, key.key);
  insert.bind(2, key.at.ms);
  if (insert.exec() == 0)
    throw_permanent(fmt::format("inbox key '{}' was handled before", key.key));
}

LogHead CommitWriter::append_log(std::vector<LogRow>& rows, LogHead head) {
  SQLite::Statement& insert = statements_->append_log;
  for (LogRow& row : rows) {
    row.seq = ++head.seq;
    head.hash = chain_.next(head.hash, row);
    const StatementUse use(insert);
    insert.bind(1, row.seq);
    insert.bind(2, row.at.ms);
    bind_text(insert, 3, row.subject_kind);
    bind_text(insert, 4, row.subject);
    bind_text(insert, 5, row.kind);
    bind_text(insert, 6, row.body);
    bind_hash(insert, 7, head.hash);
    insert.exec();
  }
  save_head(head);
  key_runs_.log_reached(head.seq);
  return head;
}

void CommitWriter::save_head(const LogHead& head) {
  SQLite::Statement& update = statements_->save_head;
  const StatementUse use(update);
  update.bind(1, head.seq);
  bind_hash(update, 2, head.hash);
  if (update.exec() != 1) throw_corrupt("the row of log_head is missing");
}

void CommitWriter::save_case(const CaseRow& row) {
  SQLite::Statement& found = statements_->find_case;
  const StatementUse use(found);
  bind_text(found, 1, row.code);
  if (!found.executeStep()) return insert_case(row);

  const std::int64_t id = found.getColumn(0).getInt64();
  SQLite::Statement& update = update_for(row);
  const StatementUse update_use(update);
  update.bind(1, id);
  bind_case(update, row);
  update.exec();
}

/// The cheapest update from the row that find_case stands on to `row`.
SQLite::Statement& CommitWriter::update_for(const CaseRow& row) {
  SQLite::Statement& found = statements_->find_case;
  const bool same_place = holds_text(found, 1, row.plan) && holds_text(found, 2, row.obligation) &&
                          holds_text(found, 3, row.unit) && holds_text(found, 4, row.period);
  const bool same_openness = (found.getColumn(5).getInt() != 0) == row.open;
  if (!same_place || !same_openness) return statements_->update_case;
  return holds_step(found, 6, row.next_step) ? statements_->update_body : statements_->update_step;
}

void CommitWriter::insert_case(const CaseRow& row) {
  SQLite::Statement& insert = statements_->insert_case;
  const StatementUse use(insert);
  bind_text(insert, 1, row.code);
  bind_case(insert, row);
  insert.exec();
}

void CommitWriter::disarm(const std::string& code) {
  SQLite::Statement& update = statements_->disarm;
  const StatementUse use(update);
  bind_text(update, 1, code);
  update.exec();
}

void CommitWriter::save_document(const DocumentRow& row) {
  SQLite::Statement& statement =
      row.body ? statements_->save_document : statements_->delete_document;
  const StatementUse use(statement);
  bind_text(statement, 1, row.kind);
  bind_text(statement, 2, row.key);
  if (row.body) bind_text(statement, 3, *row.body);
  statement.exec();
}

void CommitWriter::add_messages(const std::vector<OutboxRow>& rows) {
  std::int64_t last = last_outbox_id();
  for (const OutboxRow& row : rows) {
    if (row.id <= last)
      throw_permanent(fmt::format("outbox id {} does not come after {}", row.id, last));
    add_message(row);
    last = row.id;
  }
  key_runs_.outbox_reached(last);
}

std::int64_t CommitWriter::last_outbox_id() {
  SQLite::Statement& select = statements_->last_outbox;
  const StatementUse use(select);
  select.executeStep();
  return select.getColumn(0).getInt64();
}

void CommitWriter::add_message(const OutboxRow& row) {
  SQLite::Statement& insert = statements_->add_outbox;
  const StatementUse use(insert);
  insert.bind(1, row.id);
  bind_text(insert, 2, row.person);
  bind_text(insert, 3, row.code);
  bind_text(insert, 4, row.step);
  insert.bind(5, static_cast<int>(row.priority));
  insert.bind(6, row.created.ms);
  insert.bind(7, row.not_before.ms);
  bind_text(insert, 8, row.body);
  insert.exec();
}

void CommitWriter::update_outbox(const OutboxUpdate& update) {
  const bool again = update.standing == OutboxStanding::waiting;
  SQLite::Statement& statement = again ? statements_->retry_outbox : statements_->settle_outbox;
  const StatementUse use(statement);
  statement.bind(1, update.id);
  statement.bind(2, update.attempts);
  statement.bind(3, again ? update.next_attempt.ms : update.at.ms);
  bind_text(statement, 4, update.channel);
  bind_text(statement, 5, update.detail);
  if (again) {  // a message that comes back with a lease on it may have been sent
    statement.bind(6, update.outcome_unknown ? update.next_attempt.ms : 0);
  } else {
    statement.bind(6, static_cast<int>(update.standing));
  }
  if (statement.exec() == 0) throw_permanent(fmt::format("outbox id {} does not exist", update.id));
}

}  // namespace dondoc::sqlite
