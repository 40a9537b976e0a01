// Who wants no reminders, or shuts us out: the lead is told, the duty is not lost (design §7).
#include <catch2/catch.hpp>

#include "bots/talk/talk.h"
#include "engine/command/step.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct Desk {
  MemoryStore store;
  std::unique_ptr<Interpreter> talk = make_talk();
  TestOffice office{store, talk.get()};
  std::string officer, lead;
  int number = 0;

  Desk() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = "cb-" + office.of("B20-07").unit;
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
  }

  Answer hear(const std::string& text, const std::string& when,
              InboundKind kind = InboundKind::text) {
    Heard heard;
    heard.channel = "sandbox";
    heard.key = std::to_string(++number);
    heard.at = at(when);
    heard.text = text;
    heard.account = officer;
    heard.kind = kind;
    return office.engine().handle({heard}, at(when)).value().front();
  }
  std::vector<std::string> messages_to(const std::string& receiver) const {
    std::vector<std::string> ids;
    for (const auto& [id, row] : store.outbox()) {
      if (row.person == receiver) ids.push_back(decode_message(row.body).message);
    }
    return ids;
  }
  std::string last_to(const std::string& receiver) const {
    const auto ids = messages_to(receiver);
    return ids.empty() ? "" : ids.back();
  }
  std::vector<std::string> audience(Audience which) {
    return audience_of(office.engine().world(), office.of("B20-07"), which,
                       LocalDate::parse("2023-11-20").value());
  }
  bool stopped() {
    return office.engine().office().directory.person(officer)->reminders_stopped.has_value();
  }
};

}  // namespace

TEST_CASE("“dừng nhắc” asks, and says what becomes of the duty", "[opt-out]") {
  for (const char* text : {"dừng nhắc", "đừng nhắn nữa", "đừng nhắc nữa ạ", "ngừng nhắc",
                           "dung nhan tin nua", "đừng làm phiền"}) {
    Desk desk;
    INFO(text);
    desk.hear(text, "2023-11-13T08:00");
    CHECK(desk.last_to(desk.officer) == "T-32");
    CHECK_FALSE(desk.stopped());
  }
}

TEST_CASE("who agrees is not reminded any more; the lead is told and gets the steps", "[opt-out]") {
  Desk desk;
  desk.hear("dừng nhắc", "2023-11-13T08:00");
  SECTION("by the button's number") { desk.hear("1", "2023-11-13T08:01"); }
  SECTION("in words") { desk.hear("dừng nhắc hẳn", "2023-11-13T08:01"); }
  REQUIRE(desk.stopped());
  CHECK(desk.last_to(desk.officer) == "H-18");
  CHECK(desk.last_to(desk.lead) == "H-19");
  CHECK(desk.audience(Audience::officer).empty());
  const std::size_t told_officer = desk.messages_to(desk.officer).size();
  const std::size_t told_lead = desk.messages_to(desk.lead).size();
  desk.office.run("2023-11-24T17:00");
  CHECK(desk.messages_to(desk.officer).size() == told_officer);
  CHECK(desk.messages_to(desk.lead).size() > told_lead);
  CHECK(desk.office.of("B20-07").next.has_value());

  desk.hear("bật nhắc", "2023-11-24T17:30");
  CHECK_FALSE(desk.stopped());
  CHECK(desk.last_to(desk.officer) == "H-21");
  CHECK(desk.last_to(desk.lead) == "H-22");
  CHECK(desk.audience(Audience::officer) == std::vector<std::string>{desk.officer});
}

TEST_CASE("who has a deputy in the unit leaves the reminders to her", "[opt-out]") {
  Desk desk;
  Person second;
  second.id = "cb-hai";
  second.name = "Lê Thị Hai";
  second.unit = desk.office.of("B20-07").unit;
  second.officer = true;
  desk.office.say(std::string(k_administrator), RegisterPerson{second}, "2023-11-13T07:00");
  desk.office.say(desk.officer, StopReminders{desk.officer, "sandbox", true}, "2023-11-13T08:00");
  CHECK(desk.audience(Audience::officer) == std::vector<std::string>{"cb-hai"});
  CHECK(desk.audience(Audience::deputy).empty());
}

TEST_CASE("who keeps the reminders is told so", "[opt-out]") {
  Desk desk;
  desk.hear("dừng nhắc", "2023-11-13T08:00");
  desk.hear("2", "2023-11-13T08:01");
  CHECK_FALSE(desk.stopped());
  CHECK(desk.last_to(desk.officer) == "H-23");
}

TEST_CASE("who wants no reminders still reports and is answered", "[opt-out]") {
  Desk desk;
  desk.office.say(desk.officer, StopReminders{desk.officer, "sandbox", true}, "2023-11-13T08:00");
  desk.hear("B20-07 tiếp nhận", "2023-11-13T08:10");
  CHECK(desk.office.of("B20-07").acknowledged_at.has_value());
  CHECK(desk.last_to(desk.officer).starts_with("M-09"));
}

TEST_CASE("nobody stops another person's reminders but her lead", "[opt-out]") {
  Desk desk;
  CHECK(desk.office.say("cb-hpn-xa-dong-thanh", StopReminders{desk.officer, "", true},
                        "2023-11-13T08:00")
            .kind == AnswerKind::refused);
  CHECK(desk.office.say(desk.lead, StopReminders{desk.officer, "", true}, "2023-11-13T08:00").kind ==
        AnswerKind::done);
  CHECK(desk.office.say(desk.lead, StopReminders{desk.officer, "", true}, "2023-11-13T08:01").kind ==
        AnswerKind::refused);
}

TEST_CASE("a lead hears at once of who blocks the last channel", "[opt-out]") {
  Desk desk;
  SECTION("Telegram") { desk.hear("", "2023-11-13T08:00", InboundKind::blocked); }
  SECTION("Zalo") { desk.hear("", "2023-11-13T08:00", InboundKind::unfollow); }
  CHECK(desk.last_to(desk.lead) == "H-20");
  desk.hear("", "2023-11-13T08:01", InboundKind::blocked);
  const auto told = desk.messages_to(desk.lead);
  CHECK(std::count(told.begin(), told.end(), "H-20") == 1);
}

TEST_CASE("/batdau says what this is, why, what is kept, how long, and whom to ask", "[opt-out]") {
  Desk desk;
  desk.hear("/batdau", "2023-11-13T08:00");
  REQUIRE(desk.last_to(desk.officer) == "H-09");
  std::string text;
  for (const auto& [id, row] : desk.store.outbox()) text = decode_message(row.body).text;
  for (const char* part : {"tự động", "Mục đích", "lưu", "730 ngày", "Liên hệ", "dừng nhắc",
                           "/xoadulieu"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}
