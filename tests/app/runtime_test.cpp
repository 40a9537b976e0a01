// Callers of a running engine: each is answered when its effect is durable, however batches form.
#include "app/runtime.h"

#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <thread>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/holding_store.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr std::size_t k_callers = 64;
constexpr std::size_t k_calls = 40;

/// Of every so many commits that are handed over, one is lost.
class LosingStore final : public simulation::PassingStore {
 public:
  explicit LosingStore(HoldingStore& holding) : PassingStore(&holding), holding_(holding) {}
  Result<CommitStanding> hand_over(Commit commit) override {
    auto handed = holding_.hand_over(std::move(commit));
    if (holding_.handed() % 7 == 0) holding_.lose_next();
    return handed;
  }
  Result<WritePace> confirm() override { return holding_.confirm(); }

 private:
  HoldingStore& holding_;
};

std::string key_of_call(std::size_t caller, std::size_t call) {
  return "c" + std::to_string(caller) + "-" + std::to_string(call);
}

std::vector<std::string> make_office(Store& store) {
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  return store.open_codes().value();
}

/// Whether each call of each caller was answered as done.
using Answered = std::array<std::array<bool, k_calls>, k_callers>;

/// Each caller calls again as soon as it is answered.
std::unique_ptr<Answered> everybody_calls(Store& store, const std::vector<std::string>& codes) {
  VirtualClock clock(at("2023-05-26T08:00"));
  Runtime runtime({definitions(), Zone::viet_nam(), store, nullptr, clock, &clock, {}});
  if (!runtime.start()) return nullptr;
  auto answered = std::make_unique<Answered>();
  std::vector<std::thread> callers;
  for (std::size_t caller = 0; caller < k_callers; ++caller) {
    callers.emplace_back([&, caller] {
      for (std::size_t call = 0; call < k_calls; ++call) {
        const std::size_t number = caller * k_calls + call;
        const Command waive{"ld-hpn-huyen-hoc-mon", key_of_call(caller, call),
                            Waive{codes[number % codes.size()], "không phát sinh"}};
        (*answered)[caller][call] = runtime.ask(waive).has_value();
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  runtime.stop();
  return answered;
}

/// How many were answered; checks that these are stored, and no others.
std::size_t stored_if_answered(Store& store, const Answered& answered) {
  std::size_t count = 0;
  for (std::size_t caller = 0; caller < k_callers; ++caller) {
    for (std::size_t call = 0; call < k_calls; ++call) {
      INFO(key_of_call(caller, call));
      CHECK(store.inbox_seen(key_of_call(caller, call)).value() == answered[caller][call]);
      count += answered[caller][call] ? 1 : 0;
    }
  }
  return count;
}

}  // namespace

TEST_CASE(
    "whoever is answered finds its effect stored, whoever is refused does not, while the disk "
    "loses batches",
    "[runtime]") {
  MemoryStore kept;
  HoldingStore holding(kept);
  LosingStore store(holding);
  const auto answered = everybody_calls(store, make_office(kept));
  REQUIRE(answered);
  const std::size_t count = stored_if_answered(kept, *answered);
  CHECK(holding.handed() > 7);
  CHECK(count < k_callers * k_calls);
  CHECK(count > k_callers * k_calls / 2);
}

TEST_CASE("many who write at once to a file are all answered, and all is there afterwards",
          "[runtime]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  std::unique_ptr<Answered> answered;
  {
    const auto store = open_sqlite_store(path).value();
    answered = everybody_calls(*store, make_office(*store));
  }
  REQUIRE(answered);
  CHECK(stored_if_answered(*open_sqlite_store(path).value(), *answered) == k_callers * k_calls);
}
