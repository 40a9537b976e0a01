#include "engine/ladder/ladder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/codec/ladder_codec.h"
#include "engine/codec/messages_codec.h"

using namespace dondoc;

namespace {

std::string content(const std::string& name) {
  std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/config/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

const LadderBook& shipped() {
  static const LadderBook book = [] {
    Faults faults("ladders.json");
    auto decoded = decode_ladders(content("ladders.json"), faults);
    REQUIRE(decoded);
    return *decoded;
  }();
  return book;
}

const MessageBook& texts() {
  static const MessageBook book = [] {
    Faults faults("vi.json");
    auto decoded = decode_messages(content("messages/vi.json"), faults);
    REQUIRE(decoded);
    return decoded->book();
  }();
  return book;
}

/// Thursday 31/8/2023 is an ordinary day; Friday 1/9 and Monday 4/9 are off for National Day.
Calendar with_national_day() {
  CalendarYear year{2023, YearStanding::announced, "5034/TB-LĐTBXH", {}};
  for (const char* day : {"2023-09-01", "2023-09-04"})
    year.entries.push_back(
        {LocalDate::parse(day).value(), DayKind::holiday, "Quốc khánh", "5034/TB-LĐTBXH"});
  return Calendar({year});
}

const Calendar& calendar() {
  static const Calendar days = with_national_day();
  return days;
}

const SendingHours k_hours{
    {{TimeOfDay::at(8, 0), TimeOfDay::at(11, 0)}, {TimeOfDay::at(14, 0), TimeOfDay::at(16, 30)}}};

Instant at(const std::string& local) { return parse_instant(local, Zone::viet_nam()).value(); }

std::string next(const std::string& local, DayRule rule) {
  Zone zone = Zone::viet_nam();
  return zone.iso(next_sending_time(at(local), k_hours, calendar(), zone, rule)).substr(0, 16);
}

Ladder ladder_named(const std::string& id) { return Ladder{id, {}}; }

LadderBook small_book() {
  LadderBook book;
  book.ladders = {ladder_named("report"), ladder_named("polite"), ladder_named("short")};
  book.by_kind = {{Kind::report_once, "report"}};
  book.requested = "polite";
  return book;
}

bool is_after_due(const Rung& rung) { return rung.anchor == Anchor::due && rung.offset > 0; }

std::vector<std::string> ids(const Ladder& ladder) {
  std::vector<std::string> list;
  for (const Rung& rung : ladder.rungs) list.push_back(rung.id);
  return list;
}

}  // namespace

TEST_CASE("Messages go out within the hours of a working day, both ends included") {
  auto [asked, sent] = GENERATE(table<std::string, std::string>({
      {"2023-08-31T08:00", "2023-08-31T08:00"},  // the first minute
      {"2023-08-31T09:17", "2023-08-31T09:17"},
      {"2023-08-31T11:00", "2023-08-31T11:00"},  // the last minute of the morning
      {"2023-08-31T16:30", "2023-08-31T16:30"},  // the last minute of the day
      {"2023-08-31T00:00", "2023-08-31T08:00"},  // at night: in the morning
      {"2023-08-31T11:01", "2023-08-31T14:00"},  // at noon: in the afternoon
      {"2023-08-31T16:31", "2023-09-05T08:00"},  // too late before four days off
      {"2023-09-02T09:00", "2023-09-05T08:00"},  // a Saturday and a holiday
      {"2023-09-04T09:00", "2023-09-05T08:00"},  // a holiday on a weekday
  }));
  CHECK(next(asked, DayRule::working_days_only) == sent);
}

TEST_CASE("What is due today goes out on a day off too, but not outside the hours") {
  CHECK(next("2023-09-02T09:00", DayRule::any_day) == "2023-09-02T09:00");
  CHECK(next("2023-09-02T12:00", DayRule::any_day) == "2023-09-02T14:00");
  CHECK(next("2023-09-02T20:00", DayRule::any_day) == "2023-09-03T08:00");
}

TEST_CASE("A second after the last minute is too late") {
  Zone zone = Zone::viet_nam();
  Instant end = at("2023-08-31T16:30");
  CHECK(is_sending_time(end, k_hours, calendar(), zone, DayRule::working_days_only));
  CHECK_FALSE(is_sending_time(end + Elapsed::seconds(1), k_hours, calendar(), zone,
                              DayRule::working_days_only));
}

TEST_CASE("A sending time is one that need not wait") {
  Zone zone = Zone::viet_nam();
  CHECK_FALSE(is_sending_time(at("2023-09-04T09:00"), k_hours, calendar(), zone,
                              DayRule::working_days_only));
  CHECK(is_sending_time(at("2023-09-04T09:00"), k_hours, calendar(), zone, DayRule::any_day));
  CHECK_FALSE(is_sending_time(at("2023-09-04T22:00"), k_hours, calendar(), zone, DayRule::any_day));
}

TEST_CASE("The order in which the hours are written does not matter") {
  SendingHours reversed = k_hours;
  std::reverse(reversed.windows.begin(), reversed.windows.end());
  Zone zone = Zone::viet_nam();
  CHECK(next_sending_time(at("2023-08-31T07:00"), reversed, calendar(), zone, DayRule::any_day) ==
        at("2023-08-31T08:00"));
}

TEST_CASE("A ladder is chosen by the duty's own choice, then its binding, then its kind") {
  const LadderBook book = small_book();
  Obligation duty;
  duty.kind = Kind::report_once;
  CHECK(book.chosen_for(duty)->id == "report");
  duty.binding = Binding::requested;
  CHECK(book.chosen_for(duty)->id == "polite");
  duty.ladder = "short";
  CHECK(book.chosen_for(duty)->id == "short");
}

TEST_CASE("A ladder that does not exist is not found") {
  const LadderBook book = small_book();
  CHECK(book.ladder("nowhere") == nullptr);
  CHECK(book.ladder("") == nullptr);
}

TEST_CASE("The shipped report ladder is the one of the design") {
  const Ladder* report = shipped().ladder("report");
  REQUIRE(report != nullptr);
  CHECK(ids(*report) == std::vector<std::string>{"issue", "ack-repeat", "ack-deputy", "ack-lead",
                                                 "D-7", "D-3", "D-1", "D", "D+1", "D+3", "lead",
                                                 "superior"});
}

TEST_CASE("Every kind of duty has a ladder, whether ordered or requested") {
  for (const auto& [kind, id] : shipped().by_kind) {
    INFO(name_of(kind));
    CHECK(shipped().ladder(id) != nullptr);
  }
  CHECK(shipped().by_kind.size() == 18);
  CHECK(shipped().ladder(shipped().requested) != nullptr);
}

TEST_CASE("Every shipped step goes out within the hours") {
  for (const Ladder& ladder : shipped().ladders) {
    for (const Rung& rung : ladder.rungs) {
      INFO(ladder.id << " " << rung.id);
      Instant morning = Zone::viet_nam().at(LocalDate::parse("2023-08-31").value(), rung.at);
      CHECK(is_sending_time(morning, shipped().hours, calendar(), Zone::viet_nam(),
                            DayRule::working_days_only));
    }
  }
}

TEST_CASE("A shipped step needs nothing but what is known of every duty") {
  const std::set<std::string> known{"xh", "ten", "dv",      "ma",    "viec",
                                    "kh", "han", "noinhan", "songay"};
  for (const Ladder& ladder : shipped().ladders) {
    for (const Rung& rung : ladder.rungs) {
      INFO(ladder.id << " " << rung.id);
      const MessageText* text = texts().find(rung.message);
      REQUIRE(text != nullptr);
      for (const std::string& name : placeholders(text->text)) CHECK(known.count(name) == 1);
    }
  }
}

TEST_CASE("Only what officers are sent counts as a nudge, and the first message does not") {
  for (const Ladder& ladder : shipped().ladders) {
    for (const Rung& rung : ladder.rungs) {
      INFO(ladder.id << " " << rung.id);
      if (rung.nudge) CHECK(rung.audience == Audience::officer);
      if (rung.id == "issue") CHECK_FALSE(rung.nudge);
    }
  }
}

TEST_CASE("Requested duties get one polite follow-up, no pressure and no escalation") {
  const Ladder* ladder = shipped().ladder(shipped().requested);
  REQUIRE(ladder != nullptr);
  CHECK(ids(*ladder) == std::vector<std::string>{"issue", "D-3", "D", "D+1"});
  for (const Rung& rung : ladder->rungs) {
    CHECK(rung.audience == Audience::officer);
    CHECK_FALSE(rung.nudge);
    CHECK(texts().find(rung.message)->text.find("quá hạn") == std::string::npos);
  }
}

TEST_CASE("Ongoing duties are handed out and never chased") {
  CHECK(ids(*shipped().ladder(shipped().by_kind.at(Kind::task_ongoing))) ==
        std::vector<std::string>{"issue"});
}

TEST_CASE("Nobody is called overdue before the day has passed, and events not at all") {
  for (const Ladder& ladder : shipped().ladders) {
    for (const Rung& rung : ladder.rungs) {
      INFO(ladder.id << " " << rung.id);
      bool may_say_so = is_after_due(rung) && ladder.id != "event";
      if (!may_say_so) CHECK(texts().find(rung.message)->text.find("quá hạn") == std::string::npos);
    }
  }
}
