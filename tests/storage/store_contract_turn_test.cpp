// The turn to decide, and what is asked within it.
#include <algorithm>

#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("a turn begins where log and outbox end", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  CHECK(must(store.begin()).seq == 0);
  Commit commit = commit_of_log({log_row("a"), log_row("b")});
  commit.outbox = {outbox_row(4), outbox_row(9)};
  must(store.commit(commit));
  const Ends ends = must(store.begin());
  CHECK(ends.seq == 2);
  CHECK(ends.outbox_id == 9);
  store.leave();
  under_test->reopen();
  CHECK(must(under_test->store().begin()).outbox_id == 9);
}

TEST_CASE("a turn is over after a commit, also an empty or a refused one", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  must(store.begin());
  Commit nothing;
  must(store.commit(nothing));
  must(store.begin());
  apply(store, commit_of_outbox({outbox_row(5)}));
  must(store.begin());
  Commit refused = commit_of_outbox({outbox_row(5)});
  CHECK_FALSE(store.commit(refused));
  CHECK(must(store.begin()).outbox_id == 5);
  store.leave();
  store.leave();
  apply(store, commit_of_log({log_row("a")}));
  CHECK(must(store.last_seq()) == 1);
}

TEST_CASE("the log is read on from any row, a little at a time", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_log({log_row("a", "1"), log_row("b", "2"), log_row("c", "3")}));
  must(store.begin());
  const auto rows = must(store.log_after(1, 1));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].seq == 2);
  CHECK(rows[0].subject == "b");
  CHECK(rows[0].body == "2");
  CHECK(must(store.log_after(0, 10)).size() == 3);
  CHECK(must(store.log_after(3, 10)).empty());
  store.leave();
}

TEST_CASE("many things are asked for at once", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  Commit commit = commit_of_cases({case_row("B20-01"), case_row("B20-02", Instant{7})});
  commit.documents = {{"plan", "P1", "{}"}, {"unit", "P1", "[]"}};
  commit.inbox = {{"telegram:1", Instant{1}}, {"telegram:2", Instant{1}}};
  apply(store, commit);
  must(store.begin());
  auto seen = must(store.seen_keys({"telegram:2", "telegram:3", "telegram:1"}));
  std::sort(seen.begin(), seen.end());
  CHECK(seen == std::vector<std::string>{"telegram:1", "telegram:2"});
  CHECK(must(store.seen_keys({})).empty());
  auto cases = must(store.find_cases({"B20-02", "B20-03"}));
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].code == "B20-02");
  CHECK(cases[0].next_step == Instant{7});
  CHECK(must(store.find_cases({})).empty());
  const auto documents =
      must(store.find_documents({{"unit", "P1"}, {"unit", "P2"}, {"plan", "P1"}}));
  REQUIRE(documents.size() == 3);
  for (const DocumentRow& row : documents) {
    if (row.key == "P2") CHECK_FALSE(row.body.has_value());
    if (row.kind == "unit" && row.key == "P1") CHECK(row.body == "[]");
    if (row.kind == "plan") CHECK(row.body == "{}");
  }
  store.leave();
}
