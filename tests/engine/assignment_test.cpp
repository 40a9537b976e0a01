#include "engine/state/assignment.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

LocalDate november(unsigned number) { return LocalDate::of(2023, 11, number).value(); }

/// Due on Friday 24/11/2023; in that November only Saturdays and Sundays are off.
Assignment due_on_friday() {
  Assignment a;
  a.nominal = november(24);
  return a;
}

LedgerEntry entry(LedgerKind kind, LocalDate date) { return {kind, date, Instant{}, "chi-hoa", "", ""}; }

LocalDate effective(const Assignment& a, LocalDate today) { return due_of(a, Calendar{}, today).value().effective; }
LocalDate original(const Assignment& a) { return original_due_of(a, Calendar{}).value().effective; }

}  // namespace

TEST_CASE("a duty without a date has no due date", "[assignment]") {
  Assignment a;
  a.ledger = {entry(LedgerKind::extended, november(30))};
  CHECK_FALSE(due_of(a, Calendar{}, november(1)).has_value());
  CHECK_FALSE(original_due_of(a, Calendar{}).has_value());
}

TEST_CASE("a date on a day off rolls as its rule says and the written date stays", "[assignment]") {
  struct Case { Roll roll; unsigned effective; };
  auto c = GENERATE(values<Case>({{Roll::next_workday, 27}, {Roll::prev_workday, 24}, {Roll::none, 25}}));
  Assignment a;
  a.nominal = november(25);
  a.roll = c.roll;
  auto due = due_of(a, Calendar{}, november(1)).value();
  CHECK(due.nominal == november(25));
  CHECK(due.effective == november(c.effective));
}

TEST_CASE("an agreed date is kept as given, even on a day off, and the latest one counts", "[assignment]") {
  auto a = due_on_friday();
  a.ledger = {entry(LedgerKind::extended, november(30)), entry(LedgerKind::extended, november(26))};
  auto due = due_of(a, Calendar{}, november(1)).value();
  CHECK(due.nominal == november(24));
  CHECK(due.effective == november(26));
}

TEST_CASE("the days of a suspension are given back and the date rolls to a working day", "[assignment]") {
  struct Case { unsigned suspended, resumed, effective; };
  // 24 + 3 = Monday 27; 24 + 1 and 24 + 2 fall on the weekend; no day or less gives nothing back.
  auto c = GENERATE(values<Case>({{10, 13, 27}, {10, 11, 27}, {10, 12, 27}, {10, 14, 28}, {10, 10, 24}, {13, 10, 24}}));
  auto a = due_on_friday();
  a.ledger = {entry(LedgerKind::suspended, november(c.suspended)), entry(LedgerKind::resumed, november(c.resumed))};
  CHECK(effective(a, november(1)) == november(c.effective));
  CHECK(effective(a, november(29)) == november(c.effective));
}

TEST_CASE("two suspensions add up", "[assignment]") {
  auto a = due_on_friday();
  a.ledger = {entry(LedgerKind::suspended, november(6)), entry(LedgerKind::resumed, november(9)),
              entry(LedgerKind::suspended, november(13)), entry(LedgerKind::resumed, november(14))};
  CHECK(effective(a, november(1)) == november(28));
}

TEST_CASE("while time stands still the date moves day by day, as if resumed today", "[assignment]") {
  auto suspended = due_on_friday();
  suspended.ledger = {entry(LedgerKind::suspended, november(10))};
  CHECK(effective(suspended, november(9)) == november(24));
  CHECK(effective(suspended, november(10)) == november(24));
  CHECK(effective(suspended, november(13)) == november(27));
  for (unsigned today = 8; today <= 30; ++today) {
    auto resumed = suspended;
    resumed.ledger.push_back(entry(LedgerKind::resumed, november(today)));
    CHECK(effective(suspended, november(today)) == effective(resumed, november(today)));
  }
}

TEST_CASE("the ledger is read in order", "[assignment]") {
  auto suspend_first = due_on_friday();
  suspend_first.ledger = {entry(LedgerKind::suspended, november(6)), entry(LedgerKind::resumed, november(9)),
                          entry(LedgerKind::extended, november(25))};
  CHECK(effective(suspend_first, november(1)) == november(25));
  auto extend_first = due_on_friday();
  extend_first.ledger = {entry(LedgerKind::extended, november(25)), entry(LedgerKind::suspended, november(6)),
                         entry(LedgerKind::resumed, november(9))};
  CHECK(effective(extend_first, november(1)) == november(28));
}

TEST_CASE("a second suspension before the end of the first changes nothing", "[assignment]") {
  auto a = due_on_friday();
  a.ledger = {entry(LedgerKind::suspended, november(6)), entry(LedgerKind::suspended, november(8)),
              entry(LedgerKind::resumed, november(9))};
  CHECK(effective(a, november(1)) == november(27));
}

TEST_CASE("the original due date knows suspensions and rescheduling but no extension", "[assignment]") {
  auto a = due_on_friday();
  a.ledger = {entry(LedgerKind::extended, november(30))};
  CHECK(original(a) == november(24));
  a.ledger.push_back(entry(LedgerKind::suspended, november(6)));
  a.ledger.push_back(entry(LedgerKind::resumed, november(9)));
  CHECK(original(a) == november(27));
  a.ledger.push_back(entry(LedgerKind::rescheduled, november(29)));
  CHECK(original(a) == november(29));
  CHECK(effective(a, november(1)) == november(29));
}

TEST_CASE("an assignment is suspended from its suspension until it is resumed", "[assignment]") {
  auto a = due_on_friday();
  CHECK_FALSE(is_suspended(a));
  a.ledger = {entry(LedgerKind::suspended, november(6)), entry(LedgerKind::extended, november(30))};
  CHECK(is_suspended(a));
  a.ledger.push_back(entry(LedgerKind::resumed, november(9)));
  CHECK_FALSE(is_suspended(a));
}

TEST_CASE("only granted extensions are counted", "[assignment]") {
  auto a = due_on_friday();
  CHECK(extensions_of(a) == 0);
  a.ledger = {entry(LedgerKind::extended, november(27)), entry(LedgerKind::suspended, november(6)),
              entry(LedgerKind::rescheduled, november(28)), entry(LedgerKind::extended, november(30))};
  CHECK(extensions_of(a) == 2);
}
