// An Official Account whose consent has ended: the running office says so in its log, its metrics
// and to the administrator beside it, with what to do; after the consent it sends again.
#include <catch2/catch.hpp>

#include "tests/served/served_office.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("consent that is needed is said by a running office, and given", "[consent]") {
  std::vector<std::unique_ptr<Chats>> one;
  one.push_back(zalo_oa_chats());
  ServedOffice office("2023-05-25T07:30", std::move(one));
  Chats& chats = office.chats(0);
  office.start();
  office.import_people("b-hocmon-2023");
  office.bind(chats, "cb-hpn-xa-ba-diem", "701");
  REQUIRE_FALSE(chats.lines("701").empty());
  CHECK(office.command({"admin", "channel", "check", "--json"}).find(R"("ok":true)") !=
        std::string::npos);

  chats.end_consent(office.now());
  office.run_to("2023-05-27T09:00");
  chats.say("701", "việc của tôi", office.now());
  office.settle();
  const Ended check = office.try_command({"admin", "channel", "check"});
  CHECK(check.status == 1);
  CHECK(check.out.find("dondoc admin channel consent zalo_oa") != std::string::npos);
  CHECK(comes_true([&] { return office.said().find("channel_alarm") != std::string::npos; }));

  REQUIRE(office.stop() == 0);
  const std::string asked = office.command({"admin", "channel", "consent", "zalo_oa"});
  const std::string before = "console: ";
  const auto begin = asked.find(before) + before.size();
  const std::string challenge = asked.substr(begin, asked.find('\n', begin) - begin);
  office.command({"admin", "channel", "consent", "zalo_oa", chats.agree(challenge, office.now())});
  office.start();
  const std::size_t lines = chats.lines("701").size();
  chats.say("701", "việc của tôi", office.now());
  office.settle();
  CHECK(chats.lines("701").size() > lines);
}
