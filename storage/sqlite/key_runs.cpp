#include "storage/sqlite/key_runs.h"

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
    "UNION ALL SELECT 'p' || person, id FROM outbox WHERE id > ?1 AND id <= ?2 AND person <> '') ORDER BY key, id";

}  // namespace

// CROSS JOIN keeps the order of the tables: runs first, then one search in each. "+" keeps SQLite from walking the table by
// that condition instead of by the rows found.
const char* const log_rows_of_subject =
    "+seq > ?1 AND seq IN ("
    "SELECT seq FROM log_runs CROSS JOIN log_keys ON run = last AND key = ?2 WHERE last > ?1 "
    "UNION ALL SELECT seq FROM log WHERE seq > (SELECT coalesce(max(last), 0) FROM log_runs) AND subject = ?2)";

const char* const outbox_rows_of_code =
    "+id > ?1 AND id IN ("
    "SELECT id FROM outbox_runs CROSS JOIN outbox_keys ON run = last AND key = 'c' || ?2 WHERE last > ?1 "
    "UNION ALL SELECT id FROM outbox WHERE id > (SELECT coalesce(max(last), 0) FROM outbox_runs) AND code = ?2)";

const char* const outbox_rows_of_person =
    "+id > ?1 AND id IN ("
    "SELECT id FROM outbox_runs CROSS JOIN outbox_keys ON run = last AND key = 'p' || ?2 WHERE last > ?1 "
    "UNION ALL SELECT id FROM outbox WHERE id > (SELECT coalesce(max(last), 0) FROM outbox_runs) AND person = ?2)";

KeyRuns::Writing::Writing(SQLite::Database& database, const char* last_run_sql, const char* add_keys_sql,
                          const char* add_run_sql)
    : last_run(database, last_run_sql), add_keys(database, add_keys_sql), add_run(database, add_run_sql) {}

KeyRuns::KeyRuns(SQLite::Database& database)
    : log_(database, "SELECT coalesce(max(last), 0) FROM log_runs", add_log_keys_sql,
           "INSERT INTO log_runs (last) VALUES (?1)"),
      outbox_(database, "SELECT coalesce(max(last), 0) FROM outbox_runs", add_outbox_keys_sql,
              "INSERT INTO outbox_runs (last) VALUES (?1)") {}

void KeyRuns::log_reached(std::int64_t last_seq) { log_.reached(last_seq); }
void KeyRuns::outbox_reached(std::int64_t last_id) { outbox_.reached(last_id); }

void KeyRuns::Writing::reached(std::int64_t last) {
  const StatementUse last_use(last_run);
  last_run.executeStep();
  const std::int64_t before = last_run.getColumn(0).getInt64();
  if (last - before < run_rows) return;

  const StatementUse keys_use(add_keys);
  add_keys.bind(1, before);
  add_keys.bind(2, last);
  add_keys.exec();
  const StatementUse run_use(add_run);
  add_run.bind(1, last);
  add_run.exec();
}

}  // namespace dondoc::sqlite
