#include "storage/sqlite/key_runs.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/sqlite/rows.h"

namespace dondoc::sqlite {
namespace {

// ?1 the last row of the run before, ?2 the last row of this run.
constexpr const char* add_log_keys_sql =
    "INSERT INTO log_keys (run, key, seq) "
    "SELECT ?2, subject, seq FROM log WHERE seq > ?1 AND seq <= ?2 ORDER BY subject, seq";

constexpr const char* add_outbox_keys_sql =
    "INSERT INTO outbox_keys (run, key, id) SELECT ?2, key, id FROM ("
    "SELECT 'c' || code AS key, id FROM outbox WHERE id > ?1 AND id <= ?2 AND code <> '' "
    "UNION ALL "
    "SELECT 'p' || person, id FROM outbox WHERE id > ?1 AND id <= ?2 AND person <> '') "
    "ORDER BY key, id";

}  // namespace

// CROSS JOIN keeps the order of the tables: runs first, then one search in each. "+" keeps SQLite
// from walking the table by that condition instead of by the rows found.
const char* const log_rows_of_subject =
    "+seq > ?1 AND seq IN ("
    "SELECT seq FROM log_runs CROSS JOIN log_keys ON run = last AND key = ?2 WHERE last > ?1 "
    "UNION ALL "
    "SELECT seq FROM log WHERE seq > (SELECT coalesce(max(last), 0) FROM log_runs) "
    "AND subject = ?2)";

const char* const outbox_rows_of_code =
    "+id > ?1 AND id IN ("
    "SELECT id FROM outbox_runs CROSS JOIN outbox_keys ON run = last AND key = 'c' || ?2 "
    "WHERE last > ?1 "
    "UNION ALL "
    "SELECT id FROM outbox WHERE id > (SELECT coalesce(max(last), 0) FROM outbox_runs) "
    "AND code = ?2)";

const char* const outbox_rows_of_person =
    "+id > ?1 AND id IN ("
    "SELECT id FROM outbox_runs CROSS JOIN outbox_keys ON run = last AND key = 'p' || ?2 "
    "WHERE last > ?1 "
    "UNION ALL "
    "SELECT id FROM outbox WHERE id > (SELECT coalesce(max(last), 0) FROM outbox_runs) "
    "AND person = ?2)";

/// The runs of one table.
class KeyRuns::Writing {
 public:
  Writing(SQLite::Database& database, const char* last_run_sql, const char* add_keys_sql,
          const char* add_run_sql)
      : last_run_(database, last_run_sql),
        add_keys_(database, add_keys_sql),
        add_run_(database, add_run_sql) {}

  /// The table now ends with row `last`.
  void reached(std::int64_t last) {
    const std::int64_t before = last_run();
    if (last - before >= run_rows) write(before, last);
  }

 private:
  std::int64_t last_run() {
    const StatementUse use(last_run_);
    last_run_.executeStep();
    return last_run_.getColumn(0).getInt64();
  }

  void write(std::int64_t after, std::int64_t last) {
    const StatementUse keys_use(add_keys_);
    add_keys_.bind(1, after);
    add_keys_.bind(2, last);
    add_keys_.exec();
    const StatementUse run_use(add_run_);
    add_run_.bind(1, last);
    add_run_.exec();
  }

  SQLite::Statement last_run_;
  SQLite::Statement add_keys_;
  SQLite::Statement add_run_;
};

KeyRuns::KeyRuns(SQLite::Database& database)
    : log_(std::make_unique<Writing>(database, "SELECT coalesce(max(last), 0) FROM log_runs",
                                     add_log_keys_sql, "INSERT INTO log_runs (last) VALUES (?1)")),
      outbox_(std::make_unique<Writing>(database, "SELECT coalesce(max(last), 0) FROM outbox_runs",
                                        add_outbox_keys_sql,
                                        "INSERT INTO outbox_runs (last) VALUES (?1)")) {}

KeyRuns::~KeyRuns() = default;

void KeyRuns::log_reached(std::int64_t last_seq) { log_->reached(last_seq); }
void KeyRuns::outbox_reached(std::int64_t last_id) { outbox_->reached(last_id); }

}  // namespace dondoc::sqlite
