// The role of a running program can add to what happened, and neither change nor delete it.
#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Whether it is refused for want of a right.
bool is_refused(const std::string& address, const std::string& sql) {
  pqxx::connection connection(address);
  pqxx::work work(connection);
  try {
    work.exec("SET search_path = dondoc");
    work.exec(sql);
    return false;
  } catch (const pqxx::insufficient_privilege&) {
    return true;
  }
}

}  // namespace

TEST_CASE("a running program cannot change or delete what happened", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  apply(*store, commit_of_log({log_row("a")}));
  for (const char* sql :
       {"UPDATE log SET body = ''", "DELETE FROM log", "TRUNCATE log", "DROP TABLE log",
        "ALTER TABLE log DISABLE TRIGGER ALL", "ALTER TABLE log ADD COLUMN x int",
        "DELETE FROM log_head", "UPDATE page_reads SET person = ''", "DELETE FROM page_reads",
        "DELETE FROM inbox", "DELETE FROM files", "CREATE TABLE another (x int)",
        "DROP TRIGGER log_stays ON log", "UPDATE schema_version SET version = 9"}) {
    INFO(sql);
    CHECK(is_refused(database.address(), sql));
  }
  CHECK(must(store->last_seq()) == 1);
}

TEST_CASE("not even the owner of the schema changes what happened by mistake", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  apply(*must(open_postgres_store(database.address())), commit_of_log({log_row("a")}));
  for (const char* sql : {"UPDATE log SET body = ''", "DELETE FROM log", "TRUNCATE log",
                          "UPDATE page_reads SET person = ''", "TRUNCATE page_reads"}) {
    INFO(sql);
    CHECK(is_refused(database.address(PostgresCluster::k_owner), sql));
  }
}

TEST_CASE("what somebody else may do on the server gives no right here", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  database.run_sql("CREATE ROLE stranger_" + database.name() + " LOGIN");
  CHECK(is_refused(database.address("stranger_" + database.name()), "SELECT * FROM dondoc.log"));
  database.run_sql("DROP ROLE stranger_" + database.name());
}
