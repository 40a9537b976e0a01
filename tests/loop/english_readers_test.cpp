// Who reads English is told everything in English; names, the plan's own words and what people
// wrote stay as they are.
#include <catch2/catch.hpp>
#include <set>

#include "bots/talk/talk.h"
#include "engine/notice/facts.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Stretches between the placeholders of all Vietnamese texts, long enough to be nothing else.
std::set<std::string> vietnamese_stretches() {
  std::set<std::string> stretches;
  for (const auto& [id, text] : definitions().vi.all()) {
    std::string rest = text.text;
    for (const std::string& name : placeholders(text.text)) {
      const std::string mark = "{" + name + "}";
      for (auto at = rest.find(mark); at != rest.npos; at = rest.find(mark, at))
        rest.replace(at, mark.size(), "\n");
    }
    for (std::size_t begin = 0; begin < rest.size();) {
      const auto end = std::min(rest.find_first_of("\n“”", begin), rest.size());
      const std::string stretch = rest.substr(begin, end - begin);
      const bool has_english = std::any_of(
          definitions().en.all().begin(), definitions().en.all().end(),
          [&](const auto& one) { return one.second.text.find(stretch) != std::string::npos; });
      if (stretch.size() >= 12 && !has_english) stretches.insert(stretch);
      begin = end + 1;
    }
  }
  return stretches;
}

/// Plan B, with an officer and a lead who read English.
struct EnglishOffice {
  MemoryStore store;
  std::unique_ptr<Interpreter> talk = make_talk();
  TestOffice office{store, talk.get()};
  std::string officer, lead;

  EnglishOffice() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = "cb-" + office.of("B20-07").unit;
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
    for (const std::string& id : {officer, lead}) {
      Person person = *office.engine().office().directory.person(id);
      person.language = "en";
      office.say(std::string(k_administrator), RegisterPerson{person}, "2023-05-25T09:00");
    }
  }

  void say(const std::string& who, const std::string& text, const std::string& when) {
    Heard heard;
    heard.person = who;
    heard.channel = "sandbox";
    heard.at = at(when);
    heard.text = text;
    office.engine().handle({heard}, at(when)).value();
  }

  /// What both were told since the English began, without the plan's own words.
  std::vector<std::string> told() {
    std::vector<std::string> texts;
    for (const auto& [id, row] : store.outbox()) {
      if ((row.person != officer && row.person != lead) || row.created < at("2023-05-25T09:00"))
        continue;
      texts.push_back(decode_message(row.body).text);
    }
    return texts;
  }
  std::string last_told(const std::string& who) {
    std::string text;
    for (const auto& [id, row] : store.outbox()) {
      if (row.person == who) text = decode_message(row.body).text;
    }
    return text;
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a year of plan B is told to who reads English without a Vietnamese sentence of ours",
          "[english]") {
  EnglishOffice b;
  b.office.run("2023-11-17T12:00");
  const std::string code = "B20-07";
  b.office.say(b.officer, Acknowledge{code}, "2023-11-17T13:00");
  b.office.say(b.officer, ReportBlocked{code, "no money"}, "2023-11-17T13:10");
  b.office.say(b.lead, Unblock{code, ""}, "2023-11-17T13:20");
  b.office.say(b.officer, DisputeDuty{code, ""}, "2023-11-17T13:30");
  b.office.say(b.lead, SettleDispute{code, ""}, "2023-11-17T13:40");
  b.office.say(b.officer, RequestExtension{code, *LocalDate::parse("2023-11-25"), "late"},
               "2023-11-17T13:50");
  b.office.say(b.lead, GrantExtension{code, std::nullopt, "", ""}, "2023-11-17T14:00");
  b.office.say(b.officer, Submit{{code}, Outcome::nil, {}, "", {}}, "2023-11-17T14:10");
  b.office.say(b.lead, ReturnReport{code, "once more", std::nullopt}, "2023-11-17T14:20");
  b.office.say(
      b.officer,
      Submit{{code}, Outcome::complete, {{"kinh_phi", std::int64_t{2'500'000}}}, "", {"a"}},
      "2023-11-17T14:30");
  for (const char* text : {"việc của tôi", "hạn B20-07", "gia hạn B20-01 đến 30/11 vì bận", "help",
                           "đôn đốc B20-01", "xong B20-99", "hủy", "dừng nhắc"})
    b.say(b.officer, text, "2023-11-17T15:00");
  for (const char* text : {"tình hình", "quá hạn", "B20 tới đâu rồi", "ai chưa báo cáo",
                           "gia hạn B20-07 đến 20/11", "duyệt B20-02"})
    b.say(b.lead, text, "2023-11-17T15:30");
  b.office.run("2024-01-31T00:00");
  const auto stretches = vietnamese_stretches();
  CHECK(stretches.size() > 300);
  const auto told = b.told();
  CHECK(told.size() > 50);
  for (const std::string& text : told) {
    for (const std::string& stretch : stretches) {
      if (stretch == "Kế hoạch ") continue;  // begins the plan's own name
      INFO(text << "\n=> " << stretch);
      CHECK_FALSE(has(text, stretch));
    }
  }
}

TEST_CASE("a report's summary is put in words for each reader, the due date of a return as well",
          "[english]") {
  EnglishOffice b;
  b.office.run("2023-11-17T12:00");
  b.office.say(b.officer, RequestExtension{"B20-07", *LocalDate::parse("2023-11-25"), "late"},
               "2023-11-17T13:00");
  b.office.say(b.lead, GrantExtension{"B20-07", std::nullopt, "", ""}, "2023-11-17T13:10");
  b.office.say(b.officer, Submit{{"B20-07"}, Outcome::nil, {}, "", {}}, "2023-11-17T13:20");
  CHECK(has(b.last_told(b.lead), "nothing to report"));
  b.office.say(b.lead, ReturnReport{"B20-07", "once more", std::nullopt}, "2023-11-17T13:30");
  INFO(b.last_told(b.officer));
  CHECK(has(b.last_told(b.officer), "24/11/2023 (Friday), in effect 25/11/2023"));
  b.office.say(
      b.officer,
      Submit{{"B20-07"}, Outcome::complete, {{"kinh_phi", std::int64_t{2'500'000}}}, "", {"a"}},
      "2023-11-17T13:40");
  CHECK(has(b.last_told(b.lead), "2.500.000 VND · 1 file(s)"));
}

TEST_CASE("why a calendar file moved a date is told in the language of the reader", "[english]") {
  EnglishOffice b;
  b.office.run("2023-11-01T00:00");
  CalendarYear year = b.office.engine().office().calendar.year(2023);
  year.source = "TB 99";
  year.entries.push_back({*LocalDate::parse("2023-11-24"), DayKind::holiday, "Storm", "TB 99"});
  std::sort(year.entries.begin(), year.entries.end(),
            [](const auto& x, const auto& y) { return x.date < y.date; });
  b.office.say(std::string(k_administrator), ChangeCalendar{year, "TB 99", true},
               "2023-11-01T08:00");
  CHECK(has(b.last_told(b.officer), "by the calendar file: TB 99"));
  CHECK(has(b.last_told("cb-" + b.office.of("B20-02").unit), "theo tệp lịch: TB 99"));
}

TEST_CASE("a year of the files is taken from the files again, a person's own stands", "[english]") {
  // In words of before, as events with `why`, and by a person.
  const std::vector<ChangeCalendar> kept = {
      {{}, "Theo tệp lịch: cũ", false}, {{}, "old file", true}, {{}, "by the chairman", false}};
  for (const ChangeCalendar& before : kept) {
    INFO(before.reason);
    MemoryStore store;
    TestOffice office(store);
    office.open("2023-05-25T07:00");
    ChangeCalendar change = before;
    change.year = office.engine().office().calendar.year(2023);
    change.year.source = "kept";
    office.say(std::string(k_administrator), change, "2023-05-25T08:00");
    TestOffice again(store);
    again.open("2023-05-26T07:00");
    CHECK((again.engine().office().calendar.year(2023).source == "kept") ==
          (before.reason == "by the chairman"));
  }
}

TEST_CASE("an account that is taken away is told so in the language of its person", "[english]") {
  EnglishOffice b;
  Person person = *b.office.engine().office().directory.person(b.officer);
  REQUIRE_FALSE(person.addresses.empty());
  b.office.say(b.lead, Unbind{b.officer, "", ""}, "2023-05-25T10:00");
  bool told = false;
  for (const auto& [id, row] : b.store.outbox()) {
    const MessageBody body = decode_message(row.body);
    if (body.message != "H-07") continue;
    told = true;
    CHECK(body.text == definitions().en.find("H-07")->text);
  }
  CHECK(told);
}
