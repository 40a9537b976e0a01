// What a commit applies, and that a refused one applies nothing.
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

Commit one_of_everything() {
  Commit commit;
  commit.log = {log_row("B20-07")};
  commit.cases = {case_row("B20-07", Instant{5000})};
  commit.documents = {{"plan", "P1", "{}"}};
  commit.outbox = {outbox_row(1)};
  commit.inbox = {{"telegram:1:77", Instant{1000}}};
  return commit;
}

std::vector<std::string> documents(Store& store) {
  std::vector<std::string> found;
  must(store.each_document([&](const DocumentRow& row) {
    found.push_back(row.kind + "/" + row.key + "=" + *row.body);
  }));
  return found;
}

void require_empty(Store& store) {
  CHECK(must(store.last_seq()) == 0);
  CHECK(must(store.last_outbox_id()) == 0);
  CHECK_FALSE(must(store.inbox_seen("telegram:1:77")));
  CHECK_FALSE(must(store.find_case("B20-07")).has_value());
  CHECK(must(store.open_codes()).empty());
  CHECK(must(store.due_cases(Instant{9'000}, 10)).empty());
  CHECK_FALSE(must(store.earliest_step()).has_value());
  CHECK_FALSE(must(store.earliest_outbox()).has_value());
  CHECK(must(store.claim_outbox(Instant{9'000}, Instant{9'999}, 10)).empty());
  CHECK(documents(store).empty());
}

}  // namespace

TEST_CASE("a new store is empty", "[store]") {
  ON_EVERY_STORE(under_test);
  require_empty(under_test->store());
}

TEST_CASE("log rows are numbered from one without gaps, also after a restart", "[store]") {
  ON_EVERY_STORE(under_test);
  Commit first = commit_of_log({log_row("a"), log_row("b")});
  must(under_test->store().commit(first));
  CHECK(first.log[0].seq == 1);
  CHECK(first.log[1].seq == 2);

  under_test->reopen();
  CHECK(must(under_test->store().last_seq()) == 2);
  Commit second = commit_of_log({log_row("c")});
  must(under_test->store().commit(second));
  CHECK(second.log[0].seq == 3);
}

TEST_CASE("everything of a commit is there after a restart", "[store]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(), one_of_everything());
  under_test->reopen();

  Store& store = under_test->store();
  CHECK(must(store.last_seq()) == 1);
  CHECK(must(store.last_outbox_id()) == 1);
  CHECK(must(store.inbox_seen("telegram:1:77")));
  CHECK_FALSE(must(store.inbox_seen("telegram:1:78")));
  CHECK(must(store.find_case("B20-07"))->next_step == Instant{5000});
  CHECK(documents(store) == std::vector<std::string>{"plan/P1={}"});
  CHECK(ids(must(store.claim_outbox(Instant{1000}, Instant{2000}, 10))) ==
        std::vector<std::int64_t>{1});
}

TEST_CASE("what was handed over is asked about as if it were stored, and stays", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_log({log_row("a")}));
  must(store.hand_over(one_of_everything()));
  const Ends ends = must(store.begin());
  CHECK(ends.seq == 2);
  CHECK(ends.outbox_id == 1);
  CHECK(must(store.seen_keys({"telegram:1:78", "telegram:1:77"})) ==
        std::vector<std::string>{"telegram:1:77"});
  CHECK(must(store.find_case("B20-07"))->next_step == Instant{5000});
  CHECK_FALSE(must(store.find_case("B20-08")).has_value());
  CHECK(must(store.find_cases({"B20-08", "B20-07"})).size() == 1);
  store.leave();
  CHECK(must(store.open_codes()) == std::vector<std::string>{"B20-07"});
  CHECK(must(store.seen_keys({"telegram:1:77"})).size() == 1);
  must(store.confirm());
  must(store.confirm());
  under_test->reopen();
  CHECK(must(under_test->store().last_seq()) == 2);
  CHECK(must(under_test->store().inbox_seen("telegram:1:77")));
}

TEST_CASE("one after the other is handed over", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  for (std::int64_t i = 1; i <= 50; ++i) {
    Commit commit = commit_of_log({log_row("B20-" + std::to_string(i))});
    commit.cases = {case_row("B20-" + std::to_string(i), Instant{5000})};
    commit.inbox = {{"key" + std::to_string(i), Instant{1000}}};
    commit.outbox = {outbox_row(i)};
    must(store.hand_over(std::move(commit)));
    CHECK(must(store.begin()).outbox_id == i);
    CHECK(must(store.seen_keys({"key" + std::to_string(i), "key0"})).size() == 1);
    CHECK(must(store.find_cases({"B20-1"})).size() == 1);
    store.leave();
    must(store.confirm());
  }
  under_test->reopen();
  CHECK(must(under_test->store().last_seq()) == 50);
  CHECK(must(under_test->store().open_codes()).size() == 50);
}

TEST_CASE("of what is refused after it was handed over nothing is there", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  Commit first = commit_of_log({log_row("a")});
  first.inbox = {{"telegram:1:77", Instant{1000}}};
  apply(store, first);
  const auto handed = store.hand_over(one_of_everything());
  const bool is_refused = !handed || !store.confirm();
  CHECK(is_refused);
  must(store.confirm());
  CHECK(must(store.begin()).seq == 1);
  store.leave();
  CHECK_FALSE(must(store.find_case("B20-07")).has_value());
  apply(store, commit_of_log({log_row("b")}));
  CHECK(must(store.last_seq()) == 2);
}

TEST_CASE("an empty commit is not an error and changes nothing", "[store]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(), Commit{});
  require_empty(under_test->store());
}

TEST_CASE("a commit with an inbox key handled before applies nothing of it", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  Commit earlier;
  earlier.inbox = {{"zalo_oa:9", Instant{1}}};
  apply(store, earlier);

  Commit again = one_of_everything();
  again.inbox.push_back({"zalo_oa:9", Instant{2}});
  const auto refused = store.commit(again);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("zalo_oa:9"));
  CHECK(again.log[0].seq == 0);
  require_empty(store);
}

TEST_CASE("a refused commit leaves no gap in the log", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  Commit unknown = commit_of_log({log_row("a")});
  unknown.outbox_updates = {sent(404)};
  const auto refused = store.commit(unknown);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("404"));

  Commit next = commit_of_log({log_row("b")});
  must(store.commit(next));
  CHECK(next.log[0].seq == 1);
}

TEST_CASE("the ids of messages must rise", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(5), outbox_row(9)}));
  for (const std::int64_t id : {9, 7}) {
    Commit late = commit_of_outbox({outbox_row(id)});
    const auto refused = store.commit(late);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::permanent);
  }
  CHECK(must(store.last_outbox_id()) == 9);
}

TEST_CASE("a case is replaced as a whole, its place too", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_cases({case_row("B20-07", Instant{5000})}));

  const CaseRow moved{"B20-07",      "P2",  "o2",         "u2",       "2024-Q1",
                      "transferred", false, std::nullopt, "{\"v\":2}"};
  apply(store, commit_of_cases({moved}));
  const auto found = must(store.find_case("B20-07"));
  REQUIRE(found.has_value());
  CHECK(found->plan == "P2");
  CHECK(found->obligation == "o2");
  CHECK(found->unit == "u2");
  CHECK(found->period == "2024-Q1");
  CHECK(found->state == "transferred");
  CHECK_FALSE(found->open);
  CHECK_FALSE(found->next_step.has_value());
  CHECK(found->body == "{\"v\":2}");
  CHECK(must(store.codes_of_plan("P1", "")).empty());
  CHECK(must(store.codes_of_plan("P2", "")) == std::vector<std::string>{"B20-07"});
}

TEST_CASE("the last row of a case in a commit counts", "[store]") {
  ON_EVERY_STORE(under_test);
  CaseRow later = case_row("B20-07", Instant{7000});
  later.state = "acknowledged";
  apply(under_test->store(), commit_of_cases({case_row("B20-07", Instant{5000}), later}));
  CHECK(must(under_test->store().find_case("B20-07"))->state == "acknowledged");
  CHECK(must(under_test->store().earliest_step()) == Instant{7000});
}

TEST_CASE("documents are replaced and deleted, and come in the order of kind and key", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  Commit commit;
  commit.documents = {
      {"unit", "u1", "1"}, {"person", "b", "1"}, {"person", "a", "1"}, {"ladder", "x", "1"}};
  apply(store, commit);
  commit.documents = {
      {"person", "a", "2"}, {"ladder", "x", std::nullopt}, {"ladder", "never there", std::nullopt}};
  apply(store, commit);
  CHECK(documents(store) == std::vector<std::string>{"person/a=2", "person/b=1", "unit/u1=1"});
}

TEST_CASE("any text comes back as it went in", "[store]") {
  ON_EVERY_STORE(under_test);
  const std::string text =
      GENERATE(std::string(), std::string("dạ xong 3 cuộc 245 lượt"), std::string("a\0b", 3),
               std::string("'; DROP TABLE log; --"), std::string(70'000, 'x'));
  Commit commit = commit_of_log({log_row(text, text)});
  CaseRow row = case_row(text);
  row.body = text;
  commit.cases = {row};
  commit.documents = {{text, text, text}};
  apply(under_test->store(), commit);
  under_test->reopen();

  CHECK(must(under_test->store().find_case(text))->body == text);
  CHECK(documents(under_test->store()) == std::vector<std::string>{text + "/" + text + "=" + text});
  must(under_test->open_reader()->each_log(0, "", [&](const LogRow& log) {
    CHECK(log.subject == text);
    CHECK(log.body == text);
  }));
}
