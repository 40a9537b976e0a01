// Which messages go next: time, priority, age, lease, retry.
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;
using Ids = std::vector<std::int64_t>;

namespace {

constexpr Instant now{10'000};
constexpr Instant lease_end{20'000};
constexpr std::size_t all = 100;

}  // namespace

TEST_CASE("a message is claimed whole, at its time and not before", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1, Instant{1000})}));
  CHECK(must(store.claim_outbox(Instant{999}, lease_end, all)).empty());

  const auto claimed = must(store.claim_outbox(Instant{1000}, lease_end, all));
  REQUIRE(claimed.size() == 1);
  const OutboxRow& row = claimed[0].row;
  CHECK(row.id == 1);
  CHECK(row.person == "huong");
  CHECK(row.code == "B20-07");
  CHECK(row.step == "D-3");
  CHECK(row.priority == Priority::reminder);
  CHECK(row.created == Instant{900});
  CHECK(row.not_before == Instant{1000});
  CHECK(row.body == R"({"text":"nhắc việc"})");
  CHECK(claimed[0].attempts == 0);
  CHECK_FALSE(claimed[0].outcome_unknown);
}

TEST_CASE("messages go by priority, then by how long they could have gone, then by id", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store,
        commit_of_outbox(
            {outbox_row(1, Instant{100}, Priority::digest), outbox_row(2, Instant{300}),
             outbox_row(3, Instant{200}), outbox_row(4, Instant{300}),
             outbox_row(5, Instant{900}, Priority::due_today),
             outbox_row(6, Instant{900}, Priority::answer), outbox_row(7, Instant{10'001})}));
  CHECK(ids(must(store.claim_outbox(now, lease_end, 3))) == Ids{6, 5, 3});
  CHECK(ids(must(store.claim_outbox(now, lease_end, 0))) == Ids{});
  CHECK(ids(must(store.claim_outbox(now, lease_end, all))) == Ids{2, 4, 1});
}

TEST_CASE("a leased message is not returned before its lease ends, then with its outcome unknown",
          "[store]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(), commit_of_outbox({outbox_row(1)}));
  CHECK(ids(must(under_test->store().claim_outbox(now, lease_end, all))) == Ids{1});
  under_test->reopen();  // the sender may have stopped between sending and recording

  Store& store = under_test->store();
  CHECK(must(store.claim_outbox(Instant{lease_end.ms - 1}, Instant{30'000}, all)).empty());
  const auto again = must(store.claim_outbox(lease_end, Instant{30'000}, all));
  REQUIRE(ids(again) == Ids{1});
  CHECK(again[0].outcome_unknown);
  CHECK(again[0].attempts == 0);
}

TEST_CASE("a message to be tried again comes at its next attempt with its outcome known",
          "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1)}));
  must(store.claim_outbox(now, lease_end, all));
  record(store, retry(1, Instant{12'000}, 3));

  CHECK(must(store.claim_outbox(Instant{11'999}, lease_end, all)).empty());
  const auto again = must(store.claim_outbox(Instant{12'000}, lease_end, all));
  REQUIRE(ids(again) == Ids{1});
  CHECK(again[0].attempts == 3);
  CHECK_FALSE(again[0].outcome_unknown);
}

TEST_CASE("a message that may have been sent says so at every later claim", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1)}));
  must(store.claim_outbox(now, lease_end, all));
  OutboxUpdate later = retry(1, Instant{12'000});
  later.outcome_unknown = true;
  record(store, later);
  CHECK(must(store.claim_outbox(Instant{11'999}, lease_end, all)).empty());
  const auto again = must(store.claim_outbox(Instant{12'000}, lease_end, all));
  REQUIRE(ids(again) == Ids{1});
  CHECK(again[0].outcome_unknown);
}

TEST_CASE("a next attempt before the message's own time does not hasten it", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1, Instant{5000})}));
  record(store, retry(1, Instant{3000}));
  CHECK(must(store.claim_outbox(Instant{4999}, lease_end, all)).empty());
  CHECK(ids(must(store.claim_outbox(Instant{5000}, lease_end, all))) == Ids{1});
}

TEST_CASE("a settled message never comes again", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1), outbox_row(2)}));
  must(store.claim_outbox(now, lease_end, all));
  record(store, sent(1));
  OutboxUpdate given_up = sent(2);
  given_up.standing = OutboxStanding::given_up;
  record(store, given_up);

  CHECK(must(store.claim_outbox(Instant{99'000}, Instant{99'999}, all)).empty());
  CHECK_FALSE(must(store.earliest_outbox()).has_value());
}

TEST_CASE("a message may be settled in the commit that makes it", "[store]") {
  ON_EVERY_STORE(under_test);
  Commit commit = commit_of_outbox({outbox_row(1)});
  commit.outbox_updates = {sent(1)};
  apply(under_test->store(), commit);
  CHECK(must(under_test->store().claim_outbox(now, lease_end, all)).empty());
}

TEST_CASE("the earliest message is the one that may go first, whatever its priority", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1, Instant{9000}, Priority::answer),
                                 outbox_row(2, Instant{3000}, Priority::digest),
                                 outbox_row(3, Instant{4000})}));
  CHECK(must(store.earliest_outbox()) == Instant{3000});
  record(store, sent(2));
  CHECK(must(store.earliest_outbox()) == Instant{4000});
  record(store, retry(3, Instant{15'000}));
  CHECK(must(store.earliest_outbox()) == Instant{9000});
}

TEST_CASE("a leased message may go again when its lease ends", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1), outbox_row(2, Instant{30'000})}));
  must(store.claim_outbox(now, lease_end, all));
  CHECK(must(store.earliest_outbox()) == lease_end);
  record(store, sent(1));
  CHECK(must(store.earliest_outbox()) == Instant{30'000});
}

TEST_CASE("what was leased by somebody who is gone may go at once, and may have been sent",
          "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1), outbox_row(2), outbox_row(3, Instant{30'000})}));
  must(store.claim_outbox(now, lease_end, 1));
  must(store.take_over_claims(now));
  const auto claimed = must(store.claim_outbox(now, lease_end, all));
  REQUIRE(claimed.size() == 2);
  for (const ClaimedMessage& message : claimed)
    CHECK(message.outcome_unknown == (message.row.id == 1));
}

TEST_CASE("taking over changes nothing about messages that wait for their next attempt",
          "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1), outbox_row(2)}));
  must(store.claim_outbox(now, lease_end, all));
  record(store, retry(1, Instant{15'000}));
  OutboxUpdate unknown = retry(2, Instant{16'000});
  unknown.outcome_unknown = true;
  record(store, unknown);
  must(store.take_over_claims(now));
  CHECK(must(store.earliest_outbox()) == Instant{15'000});
  CHECK(must(store.claim_outbox(Instant{15'999}, lease_end, all)).size() == 1);
}
