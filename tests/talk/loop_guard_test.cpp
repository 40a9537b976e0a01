// Two systems that answer each other do not talk for ever.
#include "bots/talk/loop_guard.h"

#include <catch2/catch.hpp>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using namespace dondoc::talk;
using namespace dondoc::talk_test;

namespace {

constexpr int k_idle_repeats = k_heaviest / k_weight_idle;

std::size_t answers(OfficeForTalk& office, const std::string& text, int times) {
  std::size_t count = 0;
  for (int i = 0; i < times; ++i) {
    office.now = office.now + Elapsed::seconds(3);
    count += office.say("lan", text).texts.size();
  }
  return count;
}

}  // namespace

TEST_CASE("An automatic reply is told once, then met with silence", "[talk][loop]") {
  for (const char* text :
       {"Tôi đang nghỉ phép, tự động trả lời: sẽ liên hệ lại sau ngày 20/11.", "Tin nhắn tự động",
        "Đây là tin nhắn trả lời tự động. Cảm ơn anh/chị đã liên hệ.",
        "tin nhan tu dong: hien toi khong co mat tai co quan", "Automatic reply: Out of office",
        "Cảm ơn bạn đã liên hệ! Chúng tôi sẽ phản hồi sớm nhất."}) {
    OfficeForTalk office;
    const Told first = office.say("lan", text);
    INFO(text);
    CHECK(first.messages == std::vector<std::string>{"G-01"});
    CHECK(first.commands.empty());
    CHECK(answers(office, text, 50) == 0);
    CHECK(office.say("lan", "việc của tôi").messages == std::vector<std::string>{"T-01"});
    CHECK(answers(office, text, 5) == 0);
  }
}

TEST_CASE("An automatic reply is no answer to a question, nor a line of a report", "[talk][loop]") {
  OfficeForTalk office;
  office.say("lan", "vướng mắc B20-01");
  CHECK(office.say("lan", "Tôi đang nghỉ phép, tự động trả lời").commands.empty());
  CHECK(office.say("lan", "chưa có kinh phí").command<ReportBlocked>() != nullptr);
}

TEST_CASE("Words about automatic messages in an answer are the answer", "[talk][loop]") {
  OfficeForTalk office;
  office.say("lan", "vướng mắc B20-01");
  const Told told = office.say("lan", "phần mềm gửi tin nhắn tự động bị lỗi");
  REQUIRE(told.command<ReportBlocked>() != nullptr);
  CHECK(office.say("lan", "tin nhắn tự động à?").messages != std::vector<std::string>{"G-01"});
}

TEST_CASE("The same text again and again is answered a few times, told once, then not",
          "[talk][loop]") {
  OfficeForTalk office;
  CHECK(answers(office, "xin chào quý khách", 100) <= static_cast<std::size_t>(2 * k_idle_repeats));
  SECTION("and something else is answered at once") {
    CHECK(office.say("lan", "việc của tôi").messages == std::vector<std::string>{"T-01"});
  }
  SECTION("not even an hour later, when it goes on") {
    office.now = office.now + Elapsed::minutes(90);
    CHECK(answers(office, "xin chào quý khách", 20) == 0);
  }
}

TEST_CASE("The same figure for many fields is no loop", "[talk][loop]") {
  OfficeForTalk office;
  office.say("lan", "báo cáo B20-01");
  for (const char* text : {"0", "0", "0", "sửa 1", "0", "sửa 2", "0", "sửa 3", "0"})
    CHECK_FALSE(office.say("lan", text).texts.empty());
}

TEST_CASE("A lead who approves one after the other is heard each time", "[talk][loop]") {
  OfficeForTalk office;
  for (int i = 0; i < 10; ++i) {
    office.carry_out("minh", Submit{{"B20-02"}, Outcome::complete, {}, "Đã gửi", {}});
    const Told told = office.say("dao", "duyệt B20-02");
    INFO(i << ' ' << told.all() << ' ' << told.refusal);
    REQUIRE(told.command<Accept>() != nullptr);
    office.carry_out("dao", ReturnReport{"B20-02", "thiếu", {}});
    office.cases.all.at("B20-02").state = "returned";
    office.cases.all.at("B20-02").meaning = Meaning::open;
  }
}

TEST_CASE("More messages in a minute than anybody types: told once, then silence for a while",
          "[talk][loop]") {
  OfficeForTalk office;
  std::size_t said = 0;
  for (int i = 0; i < 200; ++i) {
    office.now = office.now + Elapsed{200};
    said += office.say("lan", "tin số " + std::to_string(i)).texts.size();
  }
  CHECK(said <= 2 * static_cast<std::size_t>(k_messages_in_minute));
  CHECK(office.say("lan", "việc của tôi").texts.empty());
  CHECK_FALSE(office.press("lan", "mine", "").texts.empty());  // a button is somebody's finger
  office.now = office.now + k_held_for;
  CHECK(office.say("lan", "việc của tôi").messages == std::vector<std::string>{"T-01"});
}

TEST_CASE("A refusal of personal data is not repeated for ever either", "[talk][loop]") {
  OfficeForTalk office;
  std::size_t said = 0;
  for (int i = 0; i < 50; ++i)
    said += office.say("lan", "CCCD 079301001234 của bà Nguyễn Thị A, lần " + std::to_string(i))
                .texts.size();
  CHECK(said <= static_cast<std::size_t>(k_idle_repeats));
}

TEST_CASE("What the guard knows outlasts a restart", "[talk][loop]") {
  OfficeForTalk office;
  answers(office, "xin chào quý khách", k_idle_repeats);
  const Conversation kept = office.office.conversations.at("lan");
  const Dialogue back = dialogue_of(kept, office.now);
  CHECK(back.pulse.weight == k_heaviest);
  CHECK(back.pulse.held_until > office.now);
  CHECK(office.topic("lan") != "form");
}

TEST_CASE("An ordinary message writes nothing about how it came", "[talk][loop]") {
  OfficeForTalk office;
  office.say("lan", "hạn B20-01");
  CHECK(office.office.conversations.find("lan") == office.office.conversations.end());
  office.say("lan", "mẫu B20-01");  // its buttons are remembered
  const std::string note = office.office.conversations.at("lan").note;
  CHECK(note.find("pulse") == std::string::npos);
}

TEST_CASE("A hold that is over is written down as over", "[talk][loop]") {
  OfficeForTalk office;
  answers(office, "xin chào quý khách", k_idle_repeats);
  office.say("lan", "việc của tôi");
  const Dialogue back = dialogue_of(office.office.conversations.at("lan"), office.now);
  CHECK(back.pulse.held_until <= office.now);
}

TEST_CASE("Fingerprints do not tell capitals, diacritics and blanks apart", "[talk][loop]") {
  CHECK(fingerprint_of("Xin  CHÀO") == fingerprint_of("xin chào"));
  CHECK(fingerprint_of("xin chào") != fingerprint_of("xin chao anh"));
  CHECK(fingerprint_of("") != 0);
}
