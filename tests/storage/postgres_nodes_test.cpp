// Several nodes on one database: one decides at a time, a stopped one is passed by, what only one
// may do is leased, and each hears of the others.
#include <atomic>
#include <chrono>
#include <thread>

#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Steady = std::chrono::steady_clock;
using Names = std::vector<std::string>;

constexpr Elapsed k_long = Elapsed::minutes(5);

Fence only(const Result<Beat>& beat) {
  const auto& held = must(beat).held;
  REQUIRE(held.size() == 1);
  return held[0];
}

std::vector<std::string> subjects(Store& store) {
  std::vector<std::string> found;
  for (const LogRow& row : must(store.log_after(0, 100))) found.push_back(row.subject);
  return found;
}

}  // namespace

TEST_CASE("while one node has the turn another waits for it, and then sees what was committed",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto first = must(open_postgres_store(database.address()));
  const auto second = must(open_postgres_store(database.address()));
  CHECK(must(first->begin()).seq == 0);
  std::atomic<bool> has_turn = false;
  Ends seen;
  std::thread waiting([&] {
    seen = must(second->begin());
    has_turn = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK_FALSE(has_turn);
  Commit commit = commit_of_log({log_row("a")});
  commit.outbox = {outbox_row(7)};
  must(first->commit(commit));
  waiting.join();
  CHECK(seen.seq == 1);
  CHECK(seen.outbox_id == 7);
  CHECK(seen.lineage == 0);
  apply(*second, commit_of_log({log_row("b")}));
  CHECK(subjects(*first) == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(must(verify_postgres_chain(database.address())).first_bad_seq);
}

TEST_CASE("a turn that is left changes nothing, and lets the next one in", "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto first = must(open_postgres_store(database.address()));
  const auto second = must(open_postgres_store(database.address()));
  apply(*first, commit_of_outbox({outbox_row(1)}));
  must(first->begin());
  CHECK(must(first->claim_outbox(Instant{5'000}, Instant{6'000}, 10)).size() == 1);
  first->leave();
  first->leave();
  must(second->begin());
  CHECK(must(second->claim_outbox(Instant{5'000}, Instant{6'000}, 10)).size() == 1);
  Commit nothing;
  must(second->commit(nothing));
  CHECK(must(first->claim_outbox(Instant{5'000}, Instant{6'000}, 10)).empty());
}

TEST_CASE("a node that stopped in its turn is passed by, and commits nothing when it wakes",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const std::string stopped = fresh_node_name();
  const auto first = must(open_postgres_store(database.address(), stopped));
  const auto leases = must(open_postgres_leases(database.address(), stopped));
  must(leases->beat({}, k_long));
  must(first->begin());
  const auto second = must(open_postgres_store(database.address()));  // takes a turn to open
  must(second->begin());
  apply(*second, commit_of_log({log_row("b")}));
  Commit late = commit_of_log({log_row("a")});
  const auto refused = first->commit(late);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::transient);
  CHECK(must(first->begin()).seq == 1);
  must(first->commit(late));
  CHECK(subjects(*second) == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a node that takes its time in its turn and says that it lives is waited for",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const std::string slow = fresh_node_name();
  const auto first = must(open_postgres_store(database.address(), slow));
  const auto leases = must(open_postgres_leases(database.address(), slow));
  const auto second = must(open_postgres_store(database.address()));
  must(first->begin());
  std::atomic<bool> done = false;
  std::thread living([&] {
    while (!done) {
      must(leases->beat({}, k_long));
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
  });
  std::thread waiting([&] { must(second->begin()); });
  std::this_thread::sleep_for(std::chrono::seconds(7));
  Commit commit = commit_of_log({log_row("a")});
  const auto committed = first->commit(commit);
  waiting.join();
  done = true;
  living.join();
  CHECK(committed);
  second->leave();
}

TEST_CASE("a lease has one holder, who keeps its number, and the next one has a higher one",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto first = must(open_postgres_leases(database.address(), fresh_node_name()));
  const auto second = must(open_postgres_leases(database.address(), fresh_node_name()));
  const Fence held = only(first->beat({"platforms"}, k_long));
  CHECK(held.lease == "platforms");
  CHECK(must(second->beat({"platforms"}, k_long)).held.empty());
  CHECK(only(first->beat({"platforms"}, k_long)).number == held.number);
  must(first->give_back());
  CHECK(only(second->beat({"platforms"}, Elapsed{200})).number == held.number + 1);
  CHECK(must(first->beat({"platforms"}, k_long)).held.empty());
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(only(first->beat({"platforms"}, k_long)).number == held.number + 2);
}

TEST_CASE("nothing is written under a lease that somebody else holds", "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  const auto first = must(open_postgres_leases(database.address(), fresh_node_name()));
  const auto second = must(open_postgres_leases(database.address(), fresh_node_name()));
  apply(*store, commit_of_outbox({outbox_row(1)}));
  Commit stale;
  stale.fence = only(first->beat({"platforms"}, k_long));
  stale.outbox_updates = {sent(1)};
  must(first->give_back());
  const Fence current = only(second->beat({"platforms"}, k_long));
  const auto refused = store->commit(stale);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::transient);
  CHECK(must(store->earliest_outbox()).has_value());
  must(store->begin());
  Commit nothing;
  nothing.fence = stale.fence;
  CHECK_FALSE(store->commit(nothing));
  stale.fence = current;
  must(store->commit(stale));
  CHECK_FALSE(must(store->earliest_outbox()).has_value());
}

TEST_CASE("whoever waits hears of a commit at once, and of nothing when there is none",
          "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  const auto leases = must(open_postgres_leases(database.address(), fresh_node_name()));
  CHECK_FALSE(must(leases->wait_for_commit(Elapsed{50})));
  apply(*store, commit_of_log({log_row("a")}));
  CHECK(must(leases->wait_for_commit(Elapsed::seconds(20))));
  CHECK_FALSE(must(leases->wait_for_commit(Elapsed{50})));
  database.run_sql(
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
      "WHERE datname = current_database() AND pid <> pg_backend_pid()");
  // The lost connection is an error first, whenever it is noticed; then it listens again.
  bool heard = false;
  for (int i = 0; i < 100 && !heard; ++i) {
    apply(*store, commit_of_log({log_row("b")}));
    heard = leases->wait_for_commit(Elapsed{100}).value_or(false);
  }
  CHECK(heard);
}

TEST_CASE("all nodes go by the server's clock", "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto leases = must(open_postgres_leases(database.address(), fresh_node_name()));
  const Instant before = must(leases->beat({}, k_long)).now;
  const std::string between =
      database.run_sql("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint");
  const Instant after = must(leases->beat({}, k_long)).now;
  CHECK(before.ms <= std::stoll(between));
  CHECK(std::stoll(between) <= after.ms);
}

TEST_CASE("a server that lost what was committed is noticed as another one", "[postgres][nodes]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto store = must(open_postgres_store(database.address()));
  apply(*store, commit_of_log({log_row("a"), log_row("b")}));
  CHECK(must(store->begin()).lineage == 0);
  store->leave();
  database.run_sql(
      "ALTER TABLE dondoc.log DISABLE TRIGGER ALL; DELETE FROM dondoc.log WHERE seq = 2; "
      "ALTER TABLE dondoc.log ENABLE TRIGGER ALL; UPDATE dondoc.log_head SET seq = 1, "
      "hash = (SELECT hash FROM dondoc.log WHERE seq = 1); "
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
      "WHERE datname = current_database() AND pid <> pg_backend_pid()");
  const Ends ends = must(store->begin());
  CHECK(ends.seq == 1);
  CHECK(ends.lineage == 1);
  apply(*store, commit_of_log({log_row("c")}));
  CHECK(must(store->begin()).lineage == 1);
  store->leave();
}
