// A store that goes away in the middle of the work: nothing half decided stays in memory, and when
// it is back the office is what was stored.
#include <catch2/catch.hpp>

#include "simulation/passing_store.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Lets so many calls through, then none until it is mended.
class FailingStore final : public simulation::PassingStore {
 public:
  using PassingStore::PassingStore;
  void fail_after(int calls) { left_ = calls; }
  void mend() { left_ = -1; }

 protected:
  Result<void> shut_for() override {
    if (left_ < 0) return {};
    if (left_ == 0) return failure(ErrorKind::transient, "the server is away");
    --left_;
    return {};
  }

 private:
  int left_ = -1;
};

struct Desk {
  MemoryStore kept;
  FailingStore store{&kept};
  TestOffice office{store};
  Desk() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }
};

/// What the log, the cases and the messages make up.
std::string standing(MemoryStore& store) {
  std::string all = std::to_string(store.last_seq().value()) + "/" +
                    std::to_string(store.last_outbox_id().value());
  const std::vector<std::string> codes = store.open_codes().value();
  for (const std::string& code : codes) all += "\n" + store.find_case(code).value()->body;
  return all;
}

}  // namespace

TEST_CASE("a store that stays away after a failed commit does not leave an empty office behind",
          "[loop]") {
  Desk desk;
  Engine& engine = desk.office.engine();
  const std::size_t persons = engine.office().directory.persons().size();
  REQUIRE(persons > 0);
  desk.store.fail_after(0);
  const Command command{"ld-" + decoded(plan_text("b-hocmon-2023")).issuer, "",
                        IssuePlan{plan_text("b-hocmon-2023")}};
  CHECK_FALSE(engine.handle({command}, at("2023-05-25T09:00")));
  CHECK_FALSE(engine.tick(at("2023-05-25T09:00")));
  CHECK_FALSE(engine.wake_at());
  desk.store.mend();
  REQUIRE(engine.wake_at());
  CHECK(engine.office().directory.persons().size() == persons);
}

TEST_CASE("steps taken before the store went away are not kept in memory alone", "[loop]") {
  // Wherever it fails, the same steps are taken in the end, each once.
  Desk whole;
  const Instant morning = *whole.office.engine().wake_at().value();
  while (whole.office.engine().tick(morning).value().more) continue;
  const std::string expected = standing(whole.kept);

  for (int calls = 0; calls < 60; ++calls) {
    INFO("calls before it fails: " << calls);
    Desk desk;
    desk.store.fail_after(calls);
    bool failed = false;
    for (bool more = true; more;) {
      auto ticked = desk.office.engine().tick(morning);
      if (!ticked) failed = true;
      if (!ticked) desk.store.mend();
      more = !ticked || ticked->more;
    }
    CHECK(standing(desk.kept) == expected);
    if (!failed) break;
  }
}
