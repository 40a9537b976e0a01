#include <catch2/catch.hpp>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/ladder/schedule.h"
#include "engine/loop/documents.h"
#include "engine/state/evolve.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// State made from the log alone, event by event as they arrive.
class Shadow {
 public:
  void follow(const MemoryStore& store) {
    for (; read_ < store.log().size(); ++read_) take(decode_event(store.log()[read_].body).value());
  }

  const Office& office() const { return office_; }
  const std::map<std::string, Assignment, std::less<>>& assignments() const { return assignments_; }

 private:
  void take(const Event& event) {
    if (subject_kind(event.body) != SubjectKind::assignment)
      return evolve(office_, event, nullptr, nullptr);
    touched_ = event.subject;
    auto found = assignments_.find(event.subject);
    const bool is_new = found == assignments_.end();
    Assignment& assignment = assignments_[event.subject];
    const Assignment before = assignment;
    evolve(assignment, event);
    evolve(office_, event, is_new ? nullptr : &before, &assignment);
  }

  Office office_;
  std::map<std::string, Assignment, std::less<>> assignments_;
  std::size_t read_ = 0;
  std::string touched_;
};

std::map<DocumentKey, std::string> documents(Store& store) {
  std::map<DocumentKey, std::string> all;
  if (!store.each_document([&](const DocumentRow& row) { all[{row.kind, row.key}] = *row.body; }))
    throw std::runtime_error("store");
  return all;
}

bool same(const Shadow& shadow, MemoryStore& store, const std::vector<std::string>& codes) {
  for (const std::string& code : codes) {
    if (store.cases().at(code).body != encode(shadow.assignments().at(code))) return false;
  }
  return true;
}

bool same_everywhere(const Shadow& shadow, MemoryStore& store) {
  auto stored = documents(store);
  auto replayed = all_documents(shadow.office());
  if (stored.size() != replayed.size()) return false;
  for (const DocumentRow& row : replayed) {
    auto found = stored.find({row.kind, row.key});
    if (found == stored.end() || found->second != *row.body) return false;
  }
  std::vector<std::string> codes;
  for (const auto& entry : store.cases()) codes.push_back(entry.first);
  return codes.size() == shadow.assignments().size() && same(shadow, store, codes);
}

}  // namespace

namespace {

struct Played {
  std::size_t done = 0;
  std::size_t differing = 0;
};

/// Codes of the assignments whose events were logged since `from`.
std::vector<std::string> touched_since(const MemoryStore& store, std::size_t from) {
  std::vector<std::string> touched;
  for (std::size_t row = from; row < store.log().size(); ++row) {
    if (store.log()[row].subject_kind == "assignment") touched.push_back(store.log()[row].subject);
  }
  return touched;
}

/// One office and 1,500 random commands; the state is compared after each.
Played play(std::uint64_t seed) {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  std::vector<std::string> codes;
  for (const auto& entry : store.cases()) codes.push_back(entry.first);
  std::vector<std::string> people;
  for (const auto& entry : office.engine().office().directory.persons())
    people.push_back(entry.first);
  RandomCommands commands(seed, codes, people, store.cases().begin()->second.plan);
  Shadow shadow;
  shadow.follow(store);
  Instant now = at("2023-05-25T08:00");
  Played played;
  for (int i = 0; i < 1'500; ++i) {
    now = now + Elapsed::minutes(static_cast<std::int64_t>(commands.random().below(360)));
    const std::size_t logged = store.log().size();
    const Command command = commands.next(now, Zone::viet_nam().date_of(now));
    played.done +=
        office.engine().handle({command}, now).value().front().kind == AnswerKind::done ? 1 : 0;
    office.engine().tick(now).value();
    shadow.follow(store);
    played.differing += same(shadow, store, touched_since(store, logged)) ? 0 : 1;
    if (i % 100 == 0) played.differing += same_everywhere(shadow, store) ? 0 : 1;
  }
  played.differing += same_everywhere(shadow, store) ? 0 : 1;
  return played;
}

}  // namespace

TEST_CASE("after every one of 12,000 random commands, replaying the log gives the stored state") {
  Played all;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Played one = play(seed);
    all.done += one.done;
    all.differing += one.differing;
  }
  CHECK(all.differing == 0);
  CHECK(all.done > 1'500);  // more than enough was accepted for the state to wander
}

TEST_CASE(
    "every open assignment that could be reminded has its next step armed, whatever happened") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  std::vector<std::string> codes;
  for (const auto& entry : store.cases()) codes.push_back(entry.first);
  std::vector<std::string> people;
  for (const auto& entry : office.engine().office().directory.persons())
    people.push_back(entry.first);
  RandomCommands commands(7, codes, people, store.cases().begin()->second.plan);
  Instant now = at("2023-06-01T08:00");
  for (int i = 0; i < 3'000; ++i) {
    now = now + Elapsed::minutes(30);
    office.engine().handle({commands.next(now, Zone::viet_nam().date_of(now))}, now).value();
    office.engine().tick(now).value();
  }
  const Office& state = office.engine().office();
  TimeRules rules{state.calendar, definitions().ladders.hours, Zone::viet_nam()};
  for (const auto& entry : store.cases()) {
    const Assignment& a = office.of(entry.first);
    auto ladder = state.ladders.find(a.ladder);
    if (a.meaning != Meaning::open || ladder == state.ladders.end()) {
      CHECK_FALSE(a.next.has_value());
      continue;
    }
    INFO(a.code);
    CHECK_FALSE(a.quarantined);
    CHECK(a.next == next_step(a, ladder->second, rules));
  }
}
