// The schema on a server only goes forward, a step at a time, and only where it is this program's.
#include "storage/postgres/migrations.h"

#include <array>

#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;
using postgres::Migration;

namespace {

class EmptyDatabase {
 public:
  explicit EmptyDatabase(PostgresCluster& cluster)
      : cluster_(cluster), name_(cluster.make_empty_database()) {}
  ~EmptyDatabase() { cluster_.drop_database(name_); }
  EmptyDatabase(const EmptyDatabase&) = delete;
  EmptyDatabase& operator=(const EmptyDatabase&) = delete;
  std::string address(const std::string& role) const { return cluster_.address(name_, role); }
  std::string run_sql(const std::string& sql) const { return cluster_.run_sql(name_, sql); }

 private:
  PostgresCluster& cluster_;
  const std::string name_;
};

Result<int> migrate_with(const EmptyDatabase& database, std::span<const Migration> steps) {
  postgres::Session session(database.address(PostgresCluster::k_owner), postgres::Access::write);
  return postgres::migrate(session, steps);
}

Result<void> grant_with(const EmptyDatabase& database) {
  postgres::Session session(database.address(PostgresCluster::k_owner), postgres::Access::write);
  return postgres::grant_rights(session);
}

}  // namespace

TEST_CASE("the server's migrations are numbered from one without gaps", "[postgres]") {
  int expected = 0;
  for (const Migration& migration : postgres::all_migrations())
    CHECK(migration.version == ++expected);
  CHECK(postgres::newest_version() == expected);
}

TEST_CASE("the owner makes the schema, twice without harm, and a program may then work",
          "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  const std::string owner = database.address(PostgresCluster::k_owner);
  CHECK(must(migrate_postgres(owner)) == postgres::newest_version());
  CHECK(must(migrate_postgres(owner)) == postgres::newest_version());
  const auto store = must(open_postgres_store(database.address(PostgresCluster::k_program)));
  apply(*store, commit_of_log({log_row("a")}));
  CHECK(must(store->last_seq()) == 1);
}

TEST_CASE("a single role that may make a schema needs no migration by hand", "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address(PostgresCluster::k_owner)));
  apply(*store, commit_of_log({log_row("a")}));
  CHECK(must(store->last_seq()) == 1);
}

TEST_CASE("a role that may not make the schema is refused, and told where to read on",
          "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  const auto refused = open_postgres_store(database.address(PostgresCluster::k_program));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("docs/operations.md"));
  CHECK(database.run_sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'dondoc'") == "0");
}

TEST_CASE("on a server only the steps that are missing are taken, and a failing one is undone",
          "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  const std::array<Migration, 3> steps = {
      {{1, "one", "CREATE TABLE one (x int)", 1},
       {2, "two", "CREATE TABLE two (x int)", 1},
       {3, "three", "CREATE TABLE three (x int); CREATE TABLE one (x int)", 2}}};
  CHECK(must(migrate_with(database, std::span(steps).first(1))) == 1);
  CHECK(must(migrate_with(database, std::span(steps).first(2))) == 2);
  CHECK_FALSE(migrate_with(database, steps));
  CHECK(database.run_sql("SELECT string_agg(name, ',' ORDER BY version) "
                         "FROM dondoc.schema_version") == "one,two");
  CHECK(database.run_sql("SELECT to_regclass('dondoc.three') IS NULL") == "t");
}

TEST_CASE("a server's database newer than the program is refused and left as it is", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  database.run_sql("INSERT INTO dondoc.schema_version VALUES (99, 'from the future')");
  for (const Error& refused : {migrate_postgres(database.address(PostgresCluster::k_owner)).error(),
                               open_postgres_store(database.address()).error(),
                               open_postgres_reader(database.address()).error()}) {
    CHECK(refused.kind == ErrorKind::permanent);
    CHECK_THAT(refused.message, Catch::Contains("version 99") && Catch::Contains("newer dondoc"));
  }
}

TEST_CASE("nodes go on when a step ahead of them only adds, so they are upgraded one by one",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto node = must(open_postgres_store(database.address()));
  const int newest = postgres::newest_version();
  std::vector<Migration> steps(postgres::all_migrations().begin(),
                               postgres::all_migrations().end());
  steps.push_back({newest + 1, "adds", "CREATE TABLE added (x int)", newest});
  postgres::Session owner(database.address(PostgresCluster::k_owner), postgres::Access::write);
  CHECK(must(postgres::migrate(owner, steps)) == newest + 1);
  apply(*node, commit_of_log({log_row("a")}));
  const auto restarted = must(open_postgres_store(database.address()));
  apply(*restarted, commit_of_log({log_row("b")}));
  CHECK(must(must(open_postgres_reader(database.address()))->last_seq()) == 2);
  CHECK(must(migrate_postgres(database.address(PostgresCluster::k_owner))) == newest + 1);
}

TEST_CASE("a node a step ahead of the schema works on it; only sign-in links wait for the step",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  REQUIRE(must(migrate_with(database, postgres::all_migrations().first(2))) == 2);
  must(grant_with(database));
  const std::string program = database.address(PostgresCluster::k_program);
  const auto store = must(open_postgres_store(program));
  apply(*store, commit_of_log({log_row("a")}));
  CHECK(must(must(open_postgres_reader(program))->last_seq()) == 1);
  const auto pages = must(open_postgres_pages(program));
  must(pages->save_session({"h1", "huong", false, Instant{1}, Instant{2}}));
  const auto refused = pages->use_link("h1", Instant{5}, Instant{0});
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains("dondoc migrate"));
  CHECK(must(migrate_postgres(database.address(PostgresCluster::k_owner))) == 3);
  CHECK(must(pages->use_link("h1", Instant{5}, Instant{0})));
  apply(*store, commit_of_log({log_row("b")}));
}

TEST_CASE("a step that would stop a running node is refused as long as it runs",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto leases = must(open_postgres_leases(database.address(), fresh_node_name()));
  must(leases->beat({}, Elapsed::minutes(1)));
  const int newest = postgres::newest_version();
  std::vector<Migration> steps(postgres::all_migrations().begin(),
                               postgres::all_migrations().end());
  steps.push_back({newest + 1, "changes", "CREATE TABLE changed (x int)", newest + 1});
  postgres::Session owner(database.address(PostgresCluster::k_owner), postgres::Access::write);
  const auto refused = postgres::migrate(owner, steps);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("is running"));
  database.run_sql("UPDATE dondoc.nodes SET seen = seen - interval '1 minute'");
  CHECK(must(postgres::migrate(owner, steps)) == newest + 1);
  const auto too_old = open_postgres_store(database.address());
  REQUIRE_FALSE(too_old);
  CHECK_THAT(too_old.error().message, Catch::Contains("use a newer dondoc"));
}

TEST_CASE("a schema of another program is refused and left as it is", "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  database.run_sql(
      "CREATE SCHEMA dondoc AUTHORIZATION dondoc_owner; CREATE TABLE dondoc.log (x int)");
  const auto refused = migrate_postgres(database.address(PostgresCluster::k_owner));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("another program"));
  CHECK(database.run_sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'dondoc'") == "1");
}

TEST_CASE("a reader does not open an empty database of a server", "[postgres]") {
  ON_POSTGRES(cluster);
  const EmptyDatabase database(cluster);
  const auto refused = open_postgres_reader(database.address(PostgresCluster::k_owner));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("dondoc migrate"));
}
