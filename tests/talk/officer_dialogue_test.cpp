#include <catch2/catch.hpp>

#include <string>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;
using dondoc::talk_test::Told;

namespace {

struct Row {
  const char* text;
  const char* state;
};

}  // namespace

TEST_CASE("A command with a code is carried out and left to the engine's notice", "[talk]") {
  const Row row = GENERATE(values<Row>({{"tiếp nhận B20-01", "acknowledged"},
                                        {"nhận rồi b20 01 ạ", "acknowledged"},
                                        {"tiến độ 60% B20-01", "in_progress"},
                                        {"đang làm B20-01", "in_progress"},
                                        {"không phát sinh B20-01", "reported"},
                                        {"xong B19-01", "reported"}}));
  OfficeForTalk office;
  const Told told = office.say("lan", row.text);
  INFO(row.text);
  CHECK(told.refusal.empty());
  CHECK(told.texts.empty());
  const std::string code =
      std::string(row.text).find("B19") != std::string::npos ? "B19-01" : "B20-01";
  CHECK(office.state(code) == row.state);
}

TEST_CASE("All new duties are acknowledged at one word, or one press", "[talk]") {
  OfficeForTalk office;
  const bool pressed = GENERATE(false, true);
  const Told told = pressed ? office.press("lan", "ack_all", "B19-01")
                            : office.say("lan", "dạ em tiếp nhận hết ạ");
  CHECK(told.commands.size() == 3);
  CHECK(office.state("B20-01") == "acknowledged");
  CHECK(office.state("B19-01") == "acknowledged");
  CHECK(office.state("B20-02") == "issued");
  CHECK(office.say("lan", "tiếp nhận tất cả").messages == std::vector<std::string>{"T-30"});
}

TEST_CASE("Without a code the only possible duty is meant", "[talk]") {
  OfficeForTalk office;
  const Told told = office.say("minh", "đang làm");
  CHECK(told.texts.empty());
  CHECK(office.state("B20-02") == "in_progress");
}

TEST_CASE("With several possible duties talk asks and never guesses", "[talk]") {
  OfficeForTalk office;
  const Told asked = office.say("lan", "đang làm");
  CHECK(asked.commands.empty());
  CHECK(asked.says("1. [B20-01]"));
  CHECK(asked.says("2. [B19-01]"));
  CHECK(office.topic("lan") == "choice");

  SECTION("a number answers") {
    CHECK(office.say("lan", "2").command<ReportProgress>()->code == "B19-01");
  }
  SECTION("a code answers") {
    CHECK(office.say("lan", "b20-01").command<ReportProgress>()->code == "B20-01");
  }
  SECTION("an obligation answers") {
    CHECK(office.say("lan", "B19 ạ").command<ReportProgress>()->code == "B19-01");
  }
  SECTION("a number beyond the list is asked again") {
    CHECK(office.say("lan", "7").messages == std::vector<std::string>{"T-72"});
    CHECK(office.say("lan", "1").command<ReportProgress>()->code == "B20-01");
  }
  SECTION("another command takes its place") {
    CHECK(office.say("lan", "việc của tôi").messages.front() == "T-01");
    CHECK(office.say("lan", "2").commands.empty());
  }
  SECTION("it can be stopped") {
    CHECK(office.say("lan", "thôi").messages == std::vector<std::string>{"T-34"});
    CHECK(office.topic("lan").empty());
  }
  SECTION("it is forgotten after a day") {
    office.at("2023-11-14T08:00");
    CHECK(office.say("lan", "2").commands.empty());
  }
}

TEST_CASE("All duties can be acknowledged at once", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "ok").says("tất cả"));
  CHECK(office.say("lan", "tất cả").commands.size() == 3);
  CHECK(office.state("B1-01") == "acknowledged");
  CHECK(office.say("lan", "ok").messages == std::vector<std::string>{"T-30"});
}

TEST_CASE("An unknown code is told kindly and changes nothing", "[talk]") {
  OfficeForTalk office;
  const Told told = office.say("lan", "xong B20-77");
  CHECK(told.commands.empty());
  CHECK(told.says("[B20-77]"));
  CHECK(told.messages == std::vector<std::string>{"T-03"});
}

TEST_CASE("Another unit's duty is refused by the engine", "[talk]") {
  OfficeForTalk office;
  CHECK_FALSE(office.say("lan", "xong B20-02").refusal.empty());
  CHECK(office.state("B20-02") == "issued");
}

TEST_CASE("An extension is asked for step by step", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "gia hạn B20-01").messages == std::vector<std::string>{"T-20"});
  CHECK(office.topic("lan") == "extension");

  SECTION("date, then reason") {
    CHECK(office.say("lan", "27/11").messages == std::vector<std::string>{"T-21"});
    const Told told = office.say("lan", "vì chờ số liệu công an");
    REQUIRE(told.command<RequestExtension>() != nullptr);
    CHECK(told.command<RequestExtension>()->until.iso() == "2023-11-27");
    CHECK(office.duty_of("B20-01").extension_request->reason == "chờ số liệu công an");
    CHECK(office.topic("lan").empty());
  }
  SECTION("date and reason in one") {
    CHECK(office.say("lan", "đến 27/11 vì chờ số liệu").command<RequestExtension>()->reason ==
          "chờ số liệu");
  }
  SECTION("what is no date is asked again") {
    CHECK(office.say("lan", "để xem").messages == std::vector<std::string>{"T-20"});
  }
  SECTION("a date that is too early is refused and the question stays") {
    office.say("lan", "20/11");
    CHECK_FALSE(office.say("lan", "chờ số liệu").refusal.empty());
    CHECK(office.topic("lan") == "extension");
  }
}

TEST_CASE("A span counts from the due date", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "gia hạn B20-01 thêm 3 ngày vì chờ số liệu")
            .command<RequestExtension>()
            ->until.iso() == "2023-11-27");
  CHECK(office.say("minh", "gia hạn 02 ngày làm việc vì bận đại hội")
            .command<RequestExtension>()
            ->until.iso() == "2023-11-28");
}

TEST_CASE("A question that leads nowhere is not asked", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "gia hạn B20-01 đến 27/11 vì chờ số liệu");
  const Told told = office.say("lan", "gia hạn B20-01");
  CHECK(told.messages == std::vector<std::string>{"T-07"});
  CHECK(office.topic("lan").empty());
}

TEST_CASE("A difficulty needs its text", "[talk]") {
  OfficeForTalk office;
  CHECK(office.press("lan", "blocked", "B20-01").messages == std::vector<std::string>{"T-22"});
  CHECK(office.say("lan", "Chưa có hướng dẫn của cấp trên").command<ReportBlocked>()->reason ==
        "Chưa có hướng dẫn của cấp trên");
  CHECK(office.say("minh", "vướng mắc: thiếu kinh phí").command<ReportBlocked>()->code == "B20-02");
}

TEST_CASE("No difficulty after all is not written down as one", "[talk]") {
  OfficeForTalk office;
  office.press("lan", "blocked", "B20-01");
  CHECK(office.say("lan", "không").messages == std::vector<std::string>{"T-34"});
  CHECK_FALSE(office.duty_of("B20-01").block);
}

TEST_CASE("A reason may look like a command", "[talk]") {
  OfficeForTalk office;
  office.press("lan", "blocked", "B20-01");
  CHECK(office.say("lan", "vướng mắc kinh phí in tài liệu").command<ReportBlocked>() != nullptr);
}

TEST_CASE("A duty is handed to a colleague by name", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "chuyển B20-01 cho chị Hoa vì em đi học").command<HandOver>()->person ==
        "hoa");
  CHECK(office.duty_of("B20-01").handler == "hoa");
  CHECK(office.say("lan", "chuyển B19-01 cho anh Tuấn").messages ==
        std::vector<std::string>{"T-55"});
  CHECK(office.say("lan", "Lê Thị Hoa").command<HandOver>()->code == "B19-01");
}

TEST_CASE("Promises set the check at 15:00 of the promised day", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("minh", "mai em gửi").command<Snooze>()->until ==
        parse_instant("2023-11-14T15:00", Zone::viet_nam()));
  CHECK(office.press("lan", "today", "B20-01").command<Snooze>()->until ==
        parse_instant("2023-11-13T15:00", Zone::viet_nam()));
  office.at("2023-11-13T15:30");
  CHECK(office.press("lan", "today", "B20-01").command<Snooze>()->until ==
        parse_instant("2023-11-13T16:30", Zone::viet_nam()));
  office.at("2023-11-13T20:00");
  CHECK(office.press("lan", "today", "B20-01").command<Snooze>()->until ==
        parse_instant("2023-11-14T15:00", Zone::viet_nam()));
}

TEST_CASE("A promise without a day is asked for one", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("minh", "hẹn").messages == std::vector<std::string>{"T-53"});
  CHECK(office.say("minh", "thứ 6").command<Snooze>()->until ==
        parse_instant("2023-11-17T15:00", Zone::viet_nam()));
}

TEST_CASE("Sent on paper counts as handed in, and the figures are asked for", "[talk]") {
  OfficeForTalk office;
  const Told told = office.press("lan", "sent", "B20-01");
  REQUIRE(told.command<Submit>() != nullptr);
  CHECK(told.command<Submit>()->text == "Đã gửi");
  CHECK(told.messages.empty());  // the receipt, and then the wish for figures, are notices
  CHECK(office.state("B20-01") == "reported");
}

TEST_CASE("Someone else's duty is disputed with a reason", "[talk]") {
  OfficeForTalk office;
  CHECK(office.press("lan", "dispute", "B19-01").messages == std::vector<std::string>{"T-24"});
  CHECK(office.say("lan", "việc này của Công an xã").command<DisputeDuty>()->reason ==
        "việc này của Công an xã");
}

TEST_CASE("My tasks are listed nearest first with their state", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "tiếp nhận B20-01");
  const Told told = office.say("lan", "việc của tôi");
  CHECK(told.says("1. [B20-01] Báo cáo kết quả năm 2023 – hạn 24/11/2023 – Đã tiếp nhận"));
  CHECK(told.says("2. [B19-01]"));
  CHECK(told.says("1 việc thường xuyên"));
  office.at("2023-11-29T08:00");
  CHECK(office.say("lan", "việc của tôi").says("quá hạn 5 ngày"));
  CHECK(office.say("lan", "quá hạn").says("[B20-01]"));
}

TEST_CASE("Questions about a duty are answered from the plan", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("lan", "hạn B20-01").says("24/11/2023"));
  CHECK(office.say("minh", "hạn").says("[B20-02]"));
  CHECK(office.say("lan", "hạn").messages.front() == "T-01");
  CHECK(office.say("lan", "mẫu B20-01").says("Số cuộc tuyên truyền"));
  CHECK(office.say("lan", "mẫu B19-01").messages == std::vector<std::string>{"T-09N"});
  CHECK(office.press("lan", "contact", "B20-01").says("Cán bộ phụ trách Tuyên giáo"));
  CHECK(office.press("lan", "open", "B20-01").says("Kế hoạch 148/KH-BTV"));
}

TEST_CASE("A bare number chooses a button of the last answer", "[talk]") {
  OfficeForTalk office;
  CHECK(office.say("minh", "trời mưa ngập quá").messages == std::vector<std::string>{"M-17"});
  CHECK(office.say("minh", "2").messages == std::vector<std::string>{"T-20"});
}

TEST_CASE("What is not understood gets a choice, never silence", "[talk]") {
  OfficeForTalk office;
  const char* text =
      GENERATE(values<const char*>({"haha", "???", "", "   ", "👋", "99", "B20-02", "5"}));
  INFO(text);
  CHECK_FALSE(office.say("lan", text).texts.empty());
  CHECK_FALSE(office.press("lan", "no-such-action", "B20-01").texts.empty());
  CHECK_FALSE(office.say("nobody", text).texts.empty());
}

TEST_CASE("Guarded texts go no further and what was open stays open", "[talk]") {
  OfficeForTalk office;
  office.say("lan", "gia hạn B20-01");
  const auto asked = [&] {  // all but the pulse, which counts messages
    const std::string note = office.office.conversations.at("lan").note;
    return note.substr(note.find("need"));
  };
  const std::string before = asked();
  CHECK(office.say("lan", "Nguyễn Văn Bình sn 1995 ở ấp 4").messages ==
        std::vector<std::string>{"M-15"});
  CHECK(office.say("lan", "em gửi công văn mật nha").messages == std::vector<std::string>{"M-16"});
  CHECK(office.say("lan", std::string(20'000, 'a')).messages == std::vector<std::string>{"T-73"});
  CHECK(asked() == before);
  CHECK(office.say("lan", "27/11").messages == std::vector<std::string>{"T-21"});
}

TEST_CASE("The deputy of an officer on leave answers for her unit", "[talk]") {
  OfficeForTalk office;
  office.office.directory.change_person("minh", [](Person& p) {
    p.leaves.push_back(
        {LocalDate::of(2023, 11, 10).value(), LocalDate::of(2023, 11, 20).value(), "nga"});
  });
  CHECK(office.say("nga", "việc của tôi").says("[B20-02]"));
  office.say("nga", "tiếp nhận B20-02");
  CHECK(office.state("B20-02") == "acknowledged");
}

TEST_CASE("English readers get English texts", "[talk]") {
  OfficeForTalk office;
  office.office.directory.change_person("lan", [](Person& p) { p.language = "en"; });
  CHECK(office.say("lan", "việc của tôi").says("due 24/11/2023"));
}
