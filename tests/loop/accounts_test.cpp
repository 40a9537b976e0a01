// Invitations, strangers, other accounts and leaving (design §8).
#include <catch2/catch.hpp>

#include "bots/talk/talk.h"
#include "engine/command/invitation.h"
#include "engine/command/stranger.h"
#include "engine/loop/replay.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_code = "ACDE3467";

struct Desk {
  MemoryStore store;
  std::unique_ptr<Interpreter> talk = make_talk();
  TestOffice office{store, talk.get()};
  std::string officer;
  std::string lead;
  int number = 0;

  Desk() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = "cb-" + office.of("B20-07").unit;
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
  }

  Answer invite(const std::string& channel = "", const std::string& code = k_code) {
    return office.say(std::string(k_administrator), Invite{officer, channel, invitation_hash(code)},
                      "2023-05-25T09:00");
  }

  Answer hear(const std::string& account, const std::string& text, const std::string& when,
              InboundKind kind = InboundKind::text, const std::string& payload = "") {
    Heard heard;
    heard.channel = "telegram";
    heard.key = std::to_string(++number);
    heard.at = at(when);
    heard.text = text;
    heard.payload = payload;
    heard.account = account;
    heard.kind = kind;
    return office.engine().handle({heard}, at(when)).value().front();
  }

  const Person& person() const { return *const_cast<Desk*>(this)->find(); }
  const Person* find() { return office.engine().office().directory.person(officer); }

  std::vector<std::string> messages_to(const std::string& receiver) const {
    std::vector<std::string> ids;
    for (const auto& [id, row] : store.outbox()) {
      if (row.person == receiver) ids.push_back(decode_message(row.body).message);
    }
    return ids;
  }

  bool bound(const std::string& account) const {
    return const_cast<Desk*>(this)->office.engine().office().directory.at_address(
               "telegram", account) != nullptr;
  }
};

const std::string k_stranger = stranger_receiver("telegram", "7001");

}  // namespace

TEST_CASE("a code is read however it is typed, and words are no codes", "[accounts]") {
  for (const char* text :
       {"ACDE3467", "acde-3467", "mã ACDE 3467", "DD ACDE-3467", "/start ACDE3467"})
    CHECK(typed_invitation(text) == k_code);
  for (const char* text : {"tiếp nhận", "ACDEFGHJ", "12345678", "ACDE346", "ACDE34677", "",
                           "B20-07 xong", "việc của tôi"})
    CHECK_FALSE(typed_invitation(text).has_value());
  CHECK(invitation_in_words(k_code) == "ACDE-3467");
  CHECK(invitation_hash(k_code).size() == 32);
  CHECK(invitation_hash(k_code) != invitation_hash("ACDE3469"));
}

TEST_CASE("an invitation binds the account, once", "[accounts]") {
  Desk desk;
  REQUIRE(desk.invite().kind == AnswerKind::done);
  SECTION("typed") { desk.hear("7001", "acde-3467", "2023-05-25T10:00"); }
  SECTION("by the link") {
    desk.hear("7001", "", "2023-05-25T10:00", InboundKind::start, "ACDE3467");
  }
  CHECK(desk.bound("7001"));
  CHECK(desk.person().invitations.empty());
  CHECK(desk.messages_to(desk.officer).back() == "H-01");
  desk.hear("7002", "acde-3467", "2023-05-25T10:01");
  CHECK_FALSE(desk.bound("7002"));
  CHECK(desk.messages_to(stranger_receiver("telegram", "7002")).back() == "H-03");
  CHECK(desk.hear("7001", "việc của tôi", "2023-05-25T10:02").kind == AnswerKind::done);
}

TEST_CASE("an old invitation or one for another channel binds nothing", "[accounts]") {
  Desk desk;
  SECTION("old") {
    desk.invite();
    desk.hear("7001", k_code, "2023-06-02T10:00");
  }
  SECTION("another channel") {
    desk.invite("zalo_oa");
    desk.hear("7001", k_code, "2023-05-25T10:00");
  }
  CHECK_FALSE(desk.bound("7001"));
  CHECK(desk.messages_to(k_stranger) == std::vector<std::string>{"H-03"});
}

TEST_CASE("guessing is stopped after five wrong codes, even for the right one", "[accounts]") {
  Desk desk;
  desk.invite();
  for (int i = 0; i < 5; ++i)
    desk.hear("7001", "ACDE344" + std::to_string(i % 2 == 0 ? 3 : 9),
              "2023-05-25T10:0" + std::to_string(i));
  desk.hear("7001", k_code, "2023-05-25T10:30");
  CHECK_FALSE(desk.bound("7001"));
  CHECK(desk.messages_to(k_stranger).back() == "H-04");
  desk.hear("7001", k_code, "2023-05-26T10:30");
  CHECK(desk.bound("7001"));
}

TEST_CASE("a stranger, or another automatic system, is not answered for ever", "[accounts]") {
  Desk desk;
  for (int i = 0; i < 50; ++i) desk.hear("7001", "xin chào", "2023-05-25T10:00");
  CHECK(desk.messages_to(k_stranger).size() == 3);
}

TEST_CASE("a second account on a channel waits for the lead's consent", "[accounts]") {
  Desk desk;
  desk.invite();
  desk.hear("7001", k_code, "2023-05-25T10:00");
  desk.invite("", "ACDE9999");
  desk.hear("7002", "ACDE9999", "2023-05-25T11:00");
  CHECK(desk.bound("7001"));
  CHECK_FALSE(desk.bound("7002"));
  CHECK(desk.messages_to(desk.officer).back() == "H-12");
  CHECK(desk.messages_to(desk.lead).back() == "H-11");
  SECTION("granted") {
    desk.office.say(desk.lead, SettleRebind{desk.officer, true}, "2023-05-25T11:10");
    CHECK_FALSE(desk.bound("7001"));
    CHECK(desk.bound("7002"));
    CHECK(desk.messages_to(desk.lead).back() == "H-13");
  }
  SECTION("refused") {
    desk.office.say(desk.lead, SettleRebind{desk.officer, false}, "2023-05-25T11:10");
    CHECK(desk.bound("7001"));
    CHECK(desk.messages_to(stranger_receiver("telegram", "7002")).back() == "H-16");
  }
  SECTION("not by the person") {
    const Answer answer =
        desk.office.say(desk.officer, SettleRebind{desk.officer, true}, "2023-05-25T11:10");
    CHECK(answer.kind == AnswerKind::refused);
    CHECK(desk.bound("7001"));
  }
}

TEST_CASE("/xoadulieu asks, then takes the account away and tells the lead", "[accounts]") {
  Desk desk;
  desk.invite();
  desk.hear("7001", k_code, "2023-05-25T10:00");
  desk.hear("7001", "/xoadulieu", "2023-05-25T10:10");
  CHECK(desk.bound("7001"));
  CHECK(desk.messages_to(desk.officer).back() == "H-06");
  desk.hear("7001", "hủy liên kết", "2023-05-25T10:11");
  CHECK_FALSE(desk.bound("7001"));
  CHECK(desk.messages_to(k_stranger).back() == "H-07");
  CHECK(desk.messages_to(desk.lead).back() == "H-15");
}

TEST_CASE("blocked and unblocked are remembered; the last word is kept to the hour", "[accounts]") {
  Desk desk;
  desk.invite();
  desk.hear("7001", k_code, "2023-05-25T10:00");
  const auto address = [&] {
    const auto& all = desk.person().addresses;
    return *std::find_if(all.begin(), all.end(),
                         [](const Address& a) { return a.channel == "telegram"; });
  };
  desk.hear("7001", "", "2023-05-25T10:05", InboundKind::blocked);
  CHECK_FALSE(address().reachable);
  desk.hear("7001", "", "2023-05-25T10:30", InboundKind::unblocked);
  CHECK(address().reachable);
  CHECK(address().heard == at("2023-05-25T10:30"));
  desk.hear("7001", "việc của tôi", "2023-05-25T10:40");
  CHECK(address().heard == at("2023-05-25T10:30"));
  desk.hear("7001", "việc của tôi", "2023-05-25T12:40");
  CHECK(address().heard == at("2023-05-25T12:40"));
}
