#include "storage/sqlite/sqlite_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/key_runs.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;
using sqlite::StatementUse;

/// Says which index to use, so that nothing depends on statistics: a plan is a range of the order
/// asked for; a unit has few enough rows to sort; for anything else the whole order is walked.
std::string select_cases(const CaseFilter& filter) {
  const bool by_unit = filter.plan.empty() && !filter.unit.empty();
  std::string sql = fmt::format("SELECT {} FROM cases INDEXED BY {} WHERE true",
                                sqlite::case_columns, by_unit ? "cases_by_unit" : "cases_in_order");
  if (!filter.plan.empty()) sql += " AND plan = :plan";
  if (!filter.obligation.empty()) sql += " AND obligation = :obligation";
  if (!filter.unit.empty()) sql += " AND unit = :unit";
  if (!filter.period.empty()) sql += " AND period = :period";
  if (filter.open_only) sql += " AND open = 1";
  return sql + " ORDER BY plan, obligation, unit, period";
}

void bind_filter(SQLite::Statement& select, const CaseFilter& filter) {
  if (!filter.plan.empty()) select.bind(":plan", filter.plan);
  if (!filter.obligation.empty()) select.bind(":obligation", filter.obligation);
  if (!filter.unit.empty()) select.bind(":unit", filter.unit);
  if (!filter.period.empty()) select.bind(":period", filter.period);
}

std::string select_log(std::string_view subject) {
  return fmt::format("SELECT {} FROM log WHERE {} ORDER BY seq", sqlite::log_columns,
                     subject.empty() ? "seq > ?1" : sqlite::log_rows_of_subject);
}

std::string select_outbox(std::string_view code, std::string_view person) {
  const char* rows = "id > ?1";
  if (!code.empty()) {
    rows = sqlite::outbox_rows_of_code;
  } else if (!person.empty()) {
    rows = sqlite::outbox_rows_of_person;
  }
  return fmt::format("SELECT {} FROM outbox WHERE {} {} ORDER BY id LIMIT ?3",
                     sqlite::outbox_columns, rows,
                     !code.empty() && !person.empty() ? "AND person = ?4" : "");
}

// INDEXED BY makes a change of the indexes an error in tests instead of a slow look.
constexpr const char* k_messages_waiting =
    "SELECT count(*) FROM outbox INDEXED BY outbox_waiting WHERE standing = 0";
// not_before stands in no index: the oldest rows alone are fetched for it.
constexpr const char* k_messages_due =
    "SELECT count(*), min(not_before) FROM outbox WHERE not_before <= ?1 AND id IN "
    "(SELECT id FROM outbox INDEXED BY outbox_waiting WHERE standing = 0 ORDER BY id LIMIT ?2)";
constexpr const char* k_steps_due =
    "SELECT count(*) FROM cases INDEXED BY cases_by_step WHERE next_step <= ?1";

/// The first column of the only row.
std::size_t count_of(SQLite::Statement& select) {
  if (!select.executeStep()) sqlite::throw_corrupt("a count gave no row");
  return static_cast<std::size_t>(select.getColumn(0).getInt64());
}

class SqliteReader final : public Reader {
 public:
  explicit SqliteReader(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)),
        find_case_(*database_,
                   fmt::format("SELECT {} FROM cases WHERE code = ?1", sqlite::case_columns)),
        last_seq_(*database_, "SELECT seq FROM log_head"),
        messages_waiting_(*database_, k_messages_waiting),
        messages_due_(*database_, k_messages_due),
        steps_due_(*database_, k_steps_due) {}

  Result<void> each_case(const CaseFilter& filter,
                         const std::function<void(const CaseRow&)>& visit) override;
  Result<std::optional<CaseRow>> find_case(std::string_view code) override;
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override;
  Result<void> each_log(std::int64_t after_seq, std::string_view subject,
                        const std::function<void(const LogRow&)>& visit) override;
  Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) override;
  Result<std::vector<OutboxRecord>> outbox(std::string_view code, std::string_view person,
                                           std::int64_t after_id, std::size_t limit) override;
  Result<std::int64_t> last_seq() override;
  Result<Backlog> backlog(Instant now) override;

 private:
  const std::string& path() const { return database_->getFilename(); }

  std::unique_ptr<SQLite::Database> database_;
  SQLite::Statement find_case_;
  SQLite::Statement last_seq_;
  SQLite::Statement messages_waiting_;
  SQLite::Statement messages_due_;
  SQLite::Statement steps_due_;
};

Result<void> SqliteReader::each_case(const CaseFilter& filter,
                                     const std::function<void(const CaseRow&)>& visit) {
  return guarded(path(), [&] {
    SQLite::Statement select(*database_, select_cases(filter));
    bind_filter(select, filter);
    CaseRow row;
    while (select.executeStep()) {
      sqlite::read_case(select, row);
      visit(row);
    }
  });
}

Result<std::optional<CaseRow>> SqliteReader::find_case(std::string_view code) {
  return guarded(path(), [&] {
    const StatementUse use(find_case_);
    const std::string wanted(code);
    sqlite::bind_text(find_case_, 1, wanted);
    std::optional<CaseRow> found;
    if (find_case_.executeStep()) sqlite::read_case(find_case_, found.emplace());
    return found;
  });
}

Result<void> SqliteReader::each_document(const std::function<void(const DocumentRow&)>& visit) {
  return guarded(path(), [&] {
    SQLite::Statement select(*database_,
                             "SELECT kind, key, body FROM documents ORDER BY kind, key");
    DocumentRow row;
    while (select.executeStep()) {
      sqlite::read_document(select, row);
      visit(row);
    }
  });
}

Result<void> SqliteReader::each_log(std::int64_t after_seq, std::string_view subject,
                                    const std::function<void(const LogRow&)>& visit) {
  return guarded(path(), [&] {
    SQLite::Statement select(*database_, select_log(subject));
    select.bind(1, after_seq);
    if (!subject.empty()) select.bind(2, std::string(subject));
    LogRow row;
    while (select.executeStep()) {
      sqlite::read_log(select, row);
      visit(row);
    }
  });
}

Result<std::vector<LogRow>> SqliteReader::log_before(std::int64_t before_seq, std::size_t limit) {
  return guarded(path(), [&] {
    SQLite::Statement select(
        *database_, fmt::format("SELECT {} FROM log WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2",
                                sqlite::log_columns));
    select.bind(1, before_seq);
    select.bind(2, sqlite::row_limit(limit));
    std::vector<LogRow> rows;
    while (select.executeStep()) sqlite::read_log(select, rows.emplace_back());
    return rows;
  });
}

Result<std::vector<OutboxRecord>> SqliteReader::outbox(std::string_view code,
                                                       std::string_view person,
                                                       std::int64_t after_id, std::size_t limit) {
  return guarded(path(), [&] {
    SQLite::Statement select(*database_, select_outbox(code, person));
    select.bind(1, after_id);
    if (!code.empty() || !person.empty()) select.bind(2, std::string(code.empty() ? person : code));
    select.bind(3, sqlite::row_limit(limit));
    if (!code.empty() && !person.empty()) select.bind(4, std::string(person));
    std::vector<OutboxRecord> records;
    while (select.executeStep()) records.push_back(sqlite::read_outbox_record(select));
    return records;
  });
}

Result<std::int64_t> SqliteReader::last_seq() {
  return guarded(path(), [&] {
    const StatementUse use(last_seq_);
    if (!last_seq_.executeStep()) sqlite::throw_corrupt("the row of log_head is missing");
    return last_seq_.getColumn(0).getInt64();
  });
}

Result<Backlog> SqliteReader::backlog(Instant now) {
  return guarded(path(), [&] {
    Backlog backlog;
    const StatementUse use_waiting(messages_waiting_);
    backlog.messages = count_of(messages_waiting_);
    const StatementUse use_due(messages_due_);
    messages_due_.bind(1, now.ms);
    messages_due_.bind(2, sqlite::row_limit(k_backlog_looked_at));
    backlog.messages_due = count_of(messages_due_);
    if (!messages_due_.isColumnNull(1))
      backlog.oldest_due = Instant{messages_due_.getColumn(1).getInt64()};
    const StatementUse use_steps(steps_due_);
    steps_due_.bind(1, now.ms);
    backlog.steps_due = count_of(steps_due_);
    return backlog;
  });
}

}  // namespace

Result<std::unique_ptr<Reader>> open_sqlite_reader(const std::string& path) {
  auto database = sqlite::open_read_only(path);
  if (!database) return tl::unexpected<Error>(database.error());
  if (auto newest = sqlite::require_newest(**database); !newest)
    return tl::unexpected<Error>(newest.error());
  return guarded(path, [&]() -> std::unique_ptr<Reader> {
    return std::make_unique<SqliteReader>(std::move(*database));
  });
}

}  // namespace dondoc
