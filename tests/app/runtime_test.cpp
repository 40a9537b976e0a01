// Callers of a running engine: each is answered when its effect is durable, however batches form.
#include "app/runtime.h"

#include <array>
#include <catch2/catch.hpp>
#include <thread>

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

}  // namespace

TEST_CASE(
    "whoever is answered finds its effect stored, whoever is refused does not, while the disk "
    "loses batches",
    "[runtime]") {
  MemoryStore kept;
  HoldingStore holding(kept);
  LosingStore store(holding);
  std::vector<std::string> codes;
  {
    TestOffice office(kept);
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    codes = kept.open_codes().value();
  }
  VirtualClock clock(at("2023-05-26T08:00"));
  Runtime runtime({definitions(), Zone::viet_nam(), store, nullptr, clock, &clock, {}});
  REQUIRE(runtime.start());
  std::array<std::array<bool, k_calls>, k_callers> done{};
  std::vector<std::thread> callers;
  for (std::size_t caller = 0; caller < k_callers; ++caller) {
    callers.emplace_back([&, caller] {
      for (std::size_t call = 0; call < k_calls; ++call) {
        const std::size_t number = caller * k_calls + call;
        const Command waive{"ld-hpn-huyen-hoc-mon", key_of_call(caller, call),
                            Waive{codes[number % codes.size()], "không phát sinh"}};
        done[caller][call] = runtime.ask(waive).has_value();
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  runtime.stop();
  std::size_t answered = 0;
  for (std::size_t caller = 0; caller < k_callers; ++caller) {
    for (std::size_t call = 0; call < k_calls; ++call) {
      INFO(key_of_call(caller, call));
      CHECK(kept.inbox_seen(key_of_call(caller, call)).value() == done[caller][call]);
      answered += done[caller][call] ? 1 : 0;
    }
  }
  CHECK(holding.handed() > 7);
  CHECK(answered < k_callers * k_calls);
  CHECK(answered > k_callers * k_calls / 2);
}
