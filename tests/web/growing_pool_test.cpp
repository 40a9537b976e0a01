#include "web/growing_pool.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <vector>

using dondoc::GrowingPool;

namespace {

constexpr std::chrono::seconds k_long{600};

/// A job that hangs until it is let go.
class Gate {
 public:
  void pass() { open_.wait(); }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> opened_;
  std::shared_future<void> open_{opened_.get_future()};
};

}  // namespace

TEST_CASE("a pool has no threads before there is work, and not more than it needs", "[pool]") {
  GrowingPool pool(8, k_long);
  CHECK(pool.threads() == 0);
  for (int i = 0; i < 50; ++i) {
    std::promise<void> done;
    pool.add([&done] { done.set_value(); });
    done.get_future().wait();
    while (pool.idle() == 0) std::this_thread::yield();
  }
  CHECK(pool.threads() == 1);
}

TEST_CASE("every job that hangs gets a thread of its own, up to the bound", "[pool]") {
  GrowingPool pool(8, k_long);
  Gate gate;
  std::atomic<int> hanging = 0;
  std::promise<void> seven_hang;
  for (int i = 0; i < 7; ++i) {
    pool.add([&] {
      if (++hanging == 7) seven_hang.set_value();
      gate.pass();
    });
  }
  seven_hang.get_future().wait();
  CHECK(pool.threads() == 7);
  std::promise<void> served;
  pool.add([&served] { served.set_value(); });
  served.get_future().wait();

  std::atomic<int> waited = 0;
  for (int i = 0; i < 20; ++i) {
    pool.add([&] {
      gate.pass();
      ++waited;
    });
  }
  CHECK(pool.threads() == 8);
  gate.open();
  pool.stop();
  CHECK(waited == 20);  // what was added is done before the end
  CHECK(pool.threads() == 0);
}

TEST_CASE("threads that find nothing to do go, and come again", "[pool]") {
  GrowingPool pool(4, std::chrono::milliseconds(1));
  for (int round = 0; round < 20; ++round) {
    std::atomic<int> done = 0;
    std::promise<void> all_done;
    for (int i = 0; i < 4; ++i) {
      pool.add([&] {
        if (++done == 4) all_done.set_value();
      });
    }
    all_done.get_future().wait();
    while (pool.threads() > 0) std::this_thread::yield();
  }
  CHECK(pool.threads() == 0);
}
