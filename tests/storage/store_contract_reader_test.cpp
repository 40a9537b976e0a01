// What a reader sees beside a working store.
#include <limits>

#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;
using Codes = std::vector<std::string>;
using Ids = std::vector<std::int64_t>;

namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

CaseRow placed(const std::string& code, const std::string& plan, const std::string& obligation,
               const std::string& unit, const std::string& period) {
  CaseRow row = case_row(code);
  row.plan = plan;
  row.obligation = obligation;
  row.unit = unit;
  row.period = period;
  return row;
}

Codes cases(Reader& reader, const CaseFilter& filter) {
  Codes found;
  must(reader.each_case(filter, [&](const CaseRow& row) { found.push_back(row.code); }));
  return found;
}

Ids seqs(Reader& reader, std::int64_t after, const std::string& subject) {
  Ids found;
  must(reader.each_log(after, subject, [&](const LogRow& row) { found.push_back(row.seq); }));
  return found;
}

Ids messages(Reader& reader, const std::string& code, const std::string& person,
             std::int64_t after = 0, std::size_t limit = all) {
  Ids found;
  for (const OutboxRecord& record : must(reader.outbox(code, person, after, limit)))
    found.push_back(record.row.id);
  return found;
}

/// Every number after `after`, up to `last`, that leaves `rest` when divided by `by`.
Ids numbers(std::int64_t after, std::int64_t last, std::int64_t by = 1, std::int64_t rest = 0) {
  Ids found;
  for (std::int64_t n = after + 1; n <= last; ++n) {
    if (n % by == rest) found.push_back(n);
  }
  return found;
}

}  // namespace

TEST_CASE("a reader gives cases in the order of plan, obligation, unit, period", "[reader]") {
  ON_EVERY_STORE(under_test);
  CaseRow done = placed("e", "P1", "o2", "u1", "Q1");
  done.open = false;
  apply(under_test->store(),
        commit_of_cases({placed("a", "P2", "o1", "u1", "Q1"), placed("b", "P1", "o1", "u2", "Q1"),
                         placed("c", "P1", "o1", "u1", "Q2"), placed("d", "P1", "o1", "u1", "Q1"),
                         done}));
  const auto reader = under_test->open_reader();

  CHECK(cases(*reader, CaseFilter{}) == Codes{"d", "c", "b", "e", "a"});
  CHECK(cases(*reader, CaseFilter{"P1", "", "", "", false}) == Codes{"d", "c", "b", "e"});
  CHECK(cases(*reader, CaseFilter{"", "o1", "", "", false}) == Codes{"d", "c", "b", "a"});
  CHECK(cases(*reader, CaseFilter{"", "", "u1", "", false}) == Codes{"d", "c", "e", "a"});
  CHECK(cases(*reader, CaseFilter{"", "", "", "Q1", false}) == Codes{"d", "b", "e", "a"});
  CHECK(cases(*reader, CaseFilter{"P1", "o1", "u1", "Q2", false}) == Codes{"c"});
  CHECK(cases(*reader, CaseFilter{"", "", "", "", true}) == Codes{"d", "c", "b", "a"});
  CHECK(cases(*reader, CaseFilter{"", "", "u1", "", true}) == Codes{"d", "c", "a"});
  CHECK(cases(*reader, CaseFilter{"P3", "", "", "", false}) == Codes{});
}

TEST_CASE("a reader finds a case by its code, or none", "[reader]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(), commit_of_cases({case_row("B20-07", Instant{5000})}));
  const auto reader = under_test->open_reader();
  const auto found = must(reader->find_case("B20-07"));
  REQUIRE(found.has_value());
  CHECK(found->unit == "u1");
  CHECK(found->next_step == Instant{5000});
  CHECK_FALSE(must(reader->find_case("B20-08")).has_value());
}

TEST_CASE("a reader sees each commit as soon as it is made", "[reader]") {
  ON_EVERY_STORE(under_test);
  const auto reader = under_test->open_reader();
  CHECK(must(reader->last_seq()) == 0);
  apply(under_test->store(), commit_of_log({log_row("a"), log_row("b")}));
  CHECK(must(reader->last_seq()) == 2);
  CHECK(seqs(*reader, 0, "b") == Ids{2});
}

TEST_CASE("a reader in the middle of a walk neither stops the store nor sees what it commits",
          "[reader]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(), commit_of_log({log_row("a"), log_row("a")}));
  const auto reader = under_test->open_reader();
  Ids seen;
  must(reader->each_log(0, "", [&](const LogRow& row) {
    apply(under_test->store(), commit_of_log({log_row("a")}));
    seen.push_back(row.seq);
  }));
  CHECK(seen == Ids{1, 2});
  CHECK(seqs(*reader, 0, "") == Ids{1, 2, 3, 4});
}

TEST_CASE("the log is read backwards from any row, as far as asked", "[reader]") {
  ON_EVERY_STORE(under_test);
  Commit commit;
  for (int n = 0; n < 5; ++n) commit.log.push_back(log_row("B-" + std::to_string(n)));
  apply(under_test->store(), commit);
  const auto reader = under_test->open_reader();
  const auto seqs_before = [&](std::int64_t before, std::size_t limit) {
    Ids found;
    for (const LogRow& row : must(reader->log_before(before, limit))) found.push_back(row.seq);
    return found;
  };
  CHECK(seqs_before(INT64_MAX, 2) == Ids{5, 4});
  CHECK(seqs_before(4, all) == Ids{3, 2, 1});
  CHECK(seqs_before(1, all) == Ids{});
  CHECK(must(reader->log_before(3, 1)).front().subject == "B-1");
}

TEST_CASE("the log is read in order, of one subject or of all, however long it is", "[reader]") {
  ON_EVERY_STORE(under_test);
  constexpr std::int64_t rows = 10'000;
  for (std::int64_t n = 0; n < rows; n += 500) {
    Commit commit;
    for (std::int64_t seq = n + 1; seq <= n + 500; ++seq)
      commit.log.push_back(log_row("B-" + std::to_string(seq % 7)));
    apply(under_test->store(), commit);
  }
  const auto reader = under_test->open_reader();
  CHECK(seqs(*reader, 0, "") == numbers(0, rows));
  CHECK(seqs(*reader, 9'990, "") == numbers(9'990, rows));
  CHECK(seqs(*reader, 0, "B-3") == numbers(0, rows, 7, 3));
  CHECK(seqs(*reader, 5'000, "B-3") == numbers(5'000, rows, 7, 3));
  CHECK(seqs(*reader, 9'990, "B-3") == numbers(9'990, rows, 7, 3));
  CHECK(seqs(*reader, 0, "B-9") == Ids{});
}

TEST_CASE("messages are read by assignment, by person, by both and by neither", "[reader]") {
  ON_EVERY_STORE(under_test);
  constexpr std::int64_t rows = 9'000;
  for (std::int64_t n = 0; n < rows; n += 500) {
    Commit commit;
    for (std::int64_t id = n + 1; id <= n + 500; ++id) {
      OutboxRow row = outbox_row(id);
      row.code = id % 5 == 0 ? "" : "B-" + std::to_string(id % 5);
      row.person = "p" + std::to_string(id % 3);
      commit.outbox.push_back(row);
    }
    apply(under_test->store(), commit);
  }
  const auto reader = under_test->open_reader();
  CHECK(messages(*reader, "", "") == numbers(0, rows));
  CHECK(messages(*reader, "", "", 4'000, 10) == numbers(4'000, 4'010));
  CHECK(messages(*reader, "B-2", "") == numbers(0, rows, 5, 2));
  CHECK(messages(*reader, "B-2", "", 8'500) == numbers(8'500, rows, 5, 2));
  CHECK(messages(*reader, "", "p1") == numbers(0, rows, 3, 1));
  CHECK(messages(*reader, "", "p1", 5'000, 2) == Ids{5'002, 5'005});
  CHECK(messages(*reader, "B-2", "p1") == numbers(0, rows, 15, 7));
  CHECK(messages(*reader, "B-9", "") == Ids{});
}

TEST_CASE("a reader shows what became of a message", "[reader]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_outbox({outbox_row(1), outbox_row(2), outbox_row(3)}));
  must(store.claim_outbox(Instant{1000}, Instant{1500}, 2));
  record(store, sent(1, Instant{1200}));
  record(store, retry(2, Instant{4000}, 2));

  const auto records = must(under_test->open_reader()->outbox("B20-07", "", 0, 10));
  REQUIRE(records.size() == 3);
  CHECK(records[0].standing == OutboxStanding::sent);
  CHECK(records[0].settled_at == Instant{1200});
  CHECK(records[0].channel == "zalo_oa");
  CHECK(records[0].detail == "accepted");
  CHECK(records[1].standing == OutboxStanding::waiting);
  CHECK(records[1].attempts == 2);
  CHECK(records[1].settled_at == Instant{0});
  CHECK(records[1].detail == "429");
  CHECK(records[2].row.body == R"({"text":"nhắc việc"})");
  CHECK(records[2].channel.empty());
}

TEST_CASE("a reader counts what waits and what of it is due", "[reader]") {
  ON_EVERY_STORE(under_test);
  const auto reader = under_test->open_reader();
  const Backlog nothing = must(reader->backlog(Instant{5'000}));
  CHECK(nothing.messages == 0);
  CHECK_FALSE(nothing.oldest_due);
  CHECK(nothing.steps_due == 0);

  Store& store = under_test->store();
  Commit commit;
  commit.cases = {case_row("a", Instant{5'000}), case_row("b", Instant{5'001}), case_row("c")};
  commit.outbox = {outbox_row(1, Instant{1'000}), outbox_row(2, Instant{2'000}, Priority::answer),
                   outbox_row(3, Instant{3'000}), outbox_row(4, Instant{9'000})};
  apply(store, std::move(commit));
  must(store.claim_outbox(Instant{2'500}, Instant{60'000}, 1));  // the answer is under way
  record(store, sent(1));
  record(store, retry(3, Instant{70'000}));

  const Backlog waiting = must(reader->backlog(Instant{5'000}));
  CHECK(waiting.messages == 3);
  CHECK(waiting.messages_due == 2);
  CHECK(waiting.oldest_due == Instant{2'000});
  CHECK(waiting.steps_due == 1);
}
