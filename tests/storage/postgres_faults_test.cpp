// Lost connections and unknown outcomes.
#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "tests/storage/cutting_proxy.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_end_writers =
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()";

/// Through the proxy to the same database.
std::string through(const CuttingProxy& proxy, const PostgresDatabase& database) {
  return "postgresql://dondoc@/" + database.name() + "?host=" + proxy.folder();
}

std::string folder_of(const PostgresDatabase& database) {
  const std::string address = database.address();
  return address.substr(address.find("host=") + 5);
}

Commit with_key(const std::string& key) {
  Commit commit = commit_of_log({log_row(key)});
  commit.inbox = {{key, Instant{1}}};
  return commit;
}

}  // namespace

TEST_CASE("a store goes on when the server ended its connection", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  const auto reader = must(open_postgres_reader(database.address()));
  apply(*store, commit_of_log({log_row("a")}));
  CHECK(must(reader->last_seq()) == 1);
  database.run_sql(k_end_writers);
  apply(*store, commit_of_log({log_row("b")}));
  CHECK(must(reader->last_seq()) == 2);
  database.run_sql(k_end_writers);
  int rows = 0;
  must(reader->each_log(0, "", [&](const LogRow&) { ++rows; }));
  CHECK(rows == 2);
  CHECK(must(store->last_outbox_id()) == 0);
  CHECK_FALSE(must(verify_postgres_chain(database.address())).first_bad_seq);
}

TEST_CASE("a commit whose answer was lost is found made, and not made twice", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  CuttingProxy proxy(folder_of(database));
  const auto store = must(open_postgres_store(through(proxy, database)));
  apply(*store, with_key("a"));
  proxy.cut_next(CuttingProxy::Cut::after_commit);
  Commit doubtful = with_key("b");
  must(store->commit(doubtful));
  CHECK(doubtful.log[0].seq == 2);
  apply(*store, with_key("c"));
  CHECK(must(store->last_seq()) == 3);
  CHECK_FALSE(must(verify_postgres_chain(database.address())).first_bad_seq);
}

TEST_CASE("a commit whose answer was lost is found made though others committed after it",
          "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  CuttingProxy proxy(folder_of(database));
  const auto store = must(open_postgres_store(through(proxy, database)));
  const auto other = must(open_postgres_store(database.address()));
  apply(*store, with_key("a"));
  proxy.cut_next(CuttingProxy::Cut::after_commit);
  Commit doubtful = with_key("b");
  must(store->commit(doubtful));
  apply(*other, with_key("c"));
  CHECK(doubtful.log[0].seq == 2);
  proxy.cut_next(CuttingProxy::Cut::before_commit);
  Commit lost = with_key("d");
  REQUIRE_FALSE(store->commit(lost));
  apply(*other, with_key("e"));
  must(store->commit(lost));
  CHECK(lost.log[0].seq == 5);
  CHECK_FALSE(must(verify_postgres_chain(database.address())).first_bad_seq);
}

TEST_CASE("a commit the server never heard of is an error, and nothing was applied", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  CuttingProxy proxy(folder_of(database));
  const auto store = must(open_postgres_store(through(proxy, database)));
  apply(*store, with_key("a"));
  proxy.cut_next(CuttingProxy::Cut::before_commit);
  Commit lost = with_key("b");
  const auto failed = store->commit(lost);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == ErrorKind::transient);
  CHECK(lost.log[0].seq == 0);
  CHECK_FALSE(must(store->inbox_seen("b")));
  must(store->commit(lost));
  CHECK(lost.log[0].seq == 2);
  CHECK_FALSE(must(verify_postgres_chain(database.address())).first_bad_seq);
}

TEST_CASE("a server that takes no connections is an error that may pass", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  cluster.run_sql("postgres", "ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
  cluster.run_sql("postgres",
                  "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                  "WHERE datname = '" +
                      database.name() + "'");
  Commit commit = commit_of_log({log_row("a")});
  const auto failed = store->commit(commit);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().kind == ErrorKind::transient);
  CHECK(store->last_seq().error().kind == ErrorKind::transient);
  CHECK_THAT(failed.error().message, !Catch::Contains("dondoc@"));
  cluster.run_sql("postgres", "ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS true");
  apply(*store, commit);
  CHECK(must(store->last_seq()) == 1);
}

TEST_CASE("a message that somebody else holds at the moment is passed over", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  apply(*store, commit_of_outbox({outbox_row(1), outbox_row(2)}));
  pqxx::connection other(database.address());
  pqxx::work holding(other);
  holding.exec("SELECT * FROM dondoc.outbox WHERE id = 1 FOR UPDATE");
  const std::vector<std::int64_t> free = {2};
  CHECK(ids(must(store->claim_outbox(Instant{5'000}, Instant{6'000}, 10))) == free);
  holding.abort();
  const std::vector<std::int64_t> held = {1};
  CHECK(ids(must(store->claim_outbox(Instant{5'000}, Instant{6'000}, 10))) == held);
}
