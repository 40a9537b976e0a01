#include "tests/platforms/slow_callers.h"

#include <catch2/catch.hpp>

#include "tests/platforms/served_office.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("two hundred callers that send a byte a second do not keep others from being served",
          "[serve]") {
  constexpr int k_slow = 200;
  ServedOffice served("2023-05-25T07:30");
  SlowCallers slow(served.port, "/webhook/telegram", k_slow);
  while (slow.rounds() < 2) std::this_thread::yield();

  CHECK(served.get("/healthz").status == 200);
  CHECK(served.get("/readyz").status == 200);
  served.office.fake.say("701", "xin chào", at("2023-05-25T07:30"));
  CHECK(served.bring_updates(at("2023-05-25T07:30")) == 1);
  CHECK(slow.hanging() == k_slow);  // they were all there meanwhile
}
