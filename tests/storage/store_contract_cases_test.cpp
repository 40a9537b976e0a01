// Which cases are found: due, open, of a plan, of a unit.
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;
using Codes = std::vector<std::string>;

namespace {

CaseRow placed(const std::string& code, const std::string& plan, const std::string& unit,
               const std::string& period) {
  CaseRow row = case_row(code);
  row.plan = plan;
  row.unit = unit;
  row.period = period;
  return row;
}

CaseRow closed(CaseRow row) {
  row.open = false;
  return row;
}

}  // namespace

TEST_CASE("due cases come earliest first, then by code, up to now and to the limit", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_cases({case_row("d", Instant{3000}), case_row("c", Instant{1000}),
                                case_row("b", Instant{2000}), case_row("a", Instant{2000}),
                                case_row("unarmed")}));

  CHECK(codes(must(store.due_cases(Instant{999}, 10))) == Codes{});
  CHECK(codes(must(store.due_cases(Instant{1000}, 10))) == Codes{"c"});
  CHECK(codes(must(store.due_cases(Instant{2999}, 10))) == Codes{"c", "a", "b"});
  CHECK(codes(must(store.due_cases(Instant{9000}, 2))) == Codes{"c", "a"});
  CHECK(codes(must(store.due_cases(Instant{9000}, 0))) == Codes{});
  CHECK(must(store.due_cases(Instant{2000}, 10))[1].at == Instant{2000});
}

TEST_CASE("the earliest step follows what is armed and disarmed", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_cases({case_row("a", Instant{1000}), case_row("b", Instant{2000})}));
  CHECK(must(store.earliest_step()) == Instant{1000});
  apply(store, commit_of_cases({case_row("a", Instant{3000})}));
  CHECK(must(store.earliest_step()) == Instant{2000});
  apply(store, commit_of_cases({case_row("b"), case_row("a")}));
  CHECK_FALSE(must(store.earliest_step()).has_value());
}

TEST_CASE("a case set aside keeps its row and is not due again", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_cases({case_row("a", Instant{1000}), case_row("b", Instant{2000})}));
  Commit commit;
  commit.disarmed = {"a", "no-such-case"};
  apply(store, commit);
  CHECK(codes(must(store.due_cases(Instant{9000}, 10))) == Codes{"b"});
  const auto kept = must(store.find_case("a"));
  REQUIRE(kept.has_value());
  CHECK_FALSE(kept->next_step.has_value());
  CHECK(kept->body == case_row("a").body);
}

TEST_CASE("a step before 1970 is a step", "[store]") {
  ON_EVERY_STORE(under_test);
  apply(under_test->store(),
        commit_of_cases({case_row("old", Instant{-5}), case_row("zero", Instant{0})}));
  CHECK(must(under_test->store().earliest_step()) == Instant{-5});
  CHECK(codes(must(under_test->store().due_cases(Instant{0}, 10))) == Codes{"old", "zero"});
}

TEST_CASE("the codes of a plan come in order, of one period or of all", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store, commit_of_cases({placed("B-2", "P1", "u1", "Q1"), placed("B-1", "P1", "u2", "Q2"),
                                closed(placed("B-3", "P1", "u3", "Q1")),
                                placed("C-1", "P2", "u1", "Q1")}));
  CHECK(must(store.codes_of_plan("P1", "")) == Codes{"B-1", "B-2", "B-3"});
  CHECK(must(store.codes_of_plan("P1", "Q1")) == Codes{"B-2", "B-3"});
  CHECK(must(store.codes_of_plan("P1", "Q3")) == Codes{});
  CHECK(must(store.codes_of_plan("P", "")) == Codes{});
}

TEST_CASE("open codes are those of cases neither done nor void", "[store]") {
  ON_EVERY_STORE(under_test);
  Store& store = under_test->store();
  apply(store,
        commit_of_cases({placed("c", "P1", "u2", "Q1"), placed("b", "P1", "u1", "Q1"),
                         placed("a", "P1", "u1", "Q1"), closed(placed("d", "P1", "u1", "Q1"))}));
  CHECK(must(store.open_codes()) == Codes{"a", "b", "c"});
  CHECK(must(store.open_codes_of_unit("u1")) == Codes{"a", "b"});
  CHECK(must(store.open_codes_of_unit("u3")) == Codes{});
  CHECK(must(store.codes_of_unit("u1", {"P1"})) == Codes{"a", "b", "d"});
  CHECK(must(store.codes_of_unit("u1", {"P0", "P1"})) == Codes{"a", "b", "d"});
  CHECK(must(store.codes_of_unit("u1", {"P2"})) == Codes{});
  CHECK(must(store.codes_of_unit("u1", {})) == Codes{});

  apply(store,
        commit_of_cases({closed(placed("a", "P1", "u1", "Q1")), placed("d", "P1", "u1", "Q1")}));
  CHECK(must(store.open_codes()) == Codes{"b", "c", "d"});
  apply(store, commit_of_cases({placed("b", "P1", "u2", "Q1")}));
  CHECK(must(store.open_codes_of_unit("u1")) == Codes{"d"});
  CHECK(must(store.open_codes_of_unit("u2")) == Codes{"b", "c"});
}
