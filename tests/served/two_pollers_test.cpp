// Two programs on one bot token: one takes the updates, the other says so and waits; when the first
// ends, the other goes on.
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/served/served_office.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("of two programs on one bot token, one polls and the other says so and waits",
          "[pollers]") {
  std::vector<std::unique_ptr<Chats>> telegram;
  telegram.push_back(telegram_chats(Updates::poll));
  ServedOffice office("2023-05-25T07:30", std::move(telegram));
  Chats& chats = office.chats(0);
  office.start();
  office.import_people("b-hocmon-2023");
  office.bind(chats, "cb-hpn-xa-ba-diem", "701");
  const auto has_answer = [&] {
    static_cast<void>(office.move_to(office.now()));  // a clock that stands still sends when moved
    return !chats.lines("701").empty();
  };
  REQUIRE(comes_true(has_answer));

  const auto second = office.start_second();
  const auto waits = [&](const std::string& log) {
    return office.said(log).find("another program or a webhook") != std::string::npos;
  };
  REQUIRE(comes_true([&] { return waits("serve.log") || waits("second.log"); }));
  const bool first_waits = waits("serve.log");
  CHECK_FALSE((first_waits && waits("second.log")));

  const std::size_t before = chats.lines("701").size();
  if (first_waits) {
    second->signal(SIGTERM);
    CHECK(second->wait() == 0);
  }
  chats.say("701", "việc của tôi", office.now());
  CHECK(comes_true([&] {
    static_cast<void>(office.move_to(office.now()));
    return chats.lines("701").size() > before;
  }));
}
