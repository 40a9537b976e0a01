// Lifecycles, ladders, messages, calendars and the directory: a good file becomes the value it
// describes.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/codec/calendar_codec.h"
#include "engine/codec/chart_codec.h"
#include "engine/codec/ladder_codec.h"
#include "engine/codec/messages_codec.h"
#include "engine/codec/units_codec.h"
#include "tests/codec/good_files.h"

namespace dondoc {
namespace {

using nlohmann::json;

TEST_CASE("a lifecycle file becomes a chart, one transition for each state it leaves", "[codec]") {
  Faults faults("assignment.json");
  const auto chart = decode_chart(good::lifecycle(), faults);
  REQUIRE(chart);
  CHECK(chart->id == "assignment");
  CHECK(chart->initial == "unconfirmed");
  CHECK(chart->states.size() == 12);
  CHECK(chart->state("reported")->meaning == Meaning::reported);
  CHECK(chart->state("closed")->final);
  CHECK(chart->state("issued")->label_vi == "Đã giao");
  CHECK(chart->state("issued")->label_en == "Issued");
  CHECK(chart->transitions.size() == 20);
  const auto submits = chart->leaving("in_progress", "submit");
  REQUIRE(submits.size() == 2);
  CHECK(submits[0]->guards.at(0).name == "has_figures");
  CHECK_FALSE(submits[0]->guards.at(0).negated);
  CHECK(submits[1]->guards.at(0).negated);
  CHECK(submits[0]->actions.size() == 2);
  CHECK(chart->triggers.at(0).by == "officer");
}

TEST_CASE("a transition of a chart knows its place in the file", "[codec]") {
  Faults faults("assignment.json");
  const auto file = read_chart_file(good::lifecycle(), faults);
  REQUIRE(file);
  REQUIRE(file->places.size() == file->chart.transitions.size());
  CHECK(file->places[2] == "/transitions/2");
  CHECK(file->from_places[2] == "/transitions/2/from/0");
  CHECK(file->places[3] == "/transitions/2");
  CHECK(file->from_places[3] == "/transitions/2/from/1");
  CHECK(file->from_places[4] == "/transitions/3/from");
}

TEST_CASE("a ladder file becomes a ladder book", "[codec]") {
  Faults faults("ladders.json");
  const auto book = decode_ladders(good::ladders(), faults);
  REQUIRE(book);
  CHECK(book->hours.windows.at(1).second == TimeOfDay::at(16, 30));
  CHECK(book->messages_a_day == 2);
  CHECK(book->digest_at == TimeOfDay::at(7, 45));
  CHECK(book->by_kind.size() == 18);
  CHECK(book->requested == "polite");
  const auto& rungs = book->ladders.at(0).rungs;
  REQUIRE(rungs.size() == 5);
  CHECK(rungs[0].anchor == Anchor::issue);
  CHECK(rungs[0].only_unacknowledged);
  CHECK(rungs[0].nudge);
  CHECK(rungs[1].offset == -7);
  CHECK(rungs[1].unit == DayUnit::calendar_days);
  CHECK(rungs[4].audience == Audience::lead);
  CHECK_FALSE(rungs[4].nudge);
}

TEST_CASE("a message file becomes the texts of a language", "[codec]") {
  Faults faults("vi.json");
  const auto file = decode_messages(good::messages("vi"), faults);
  REQUIRE(file);
  CHECK(file->language == "vi");
  CHECK(file->texts.size() == 17);
  const auto book = file->book();
  REQUIRE(book.find("M-05"));
  CHECK(book.find("M-05")->buttons.at(0).action == "ack");
  CHECK(book.find("M-05")->buttons.at(0).label == "Tiếp nhận");
}

TEST_CASE("a calendar file becomes a year in order of date", "[codec]") {
  auto file = json::parse(good::calendar());
  std::swap(file["days"][0], file["days"][6]);
  Faults faults("vn-2023.json");
  const auto year = decode_calendar(file.dump(), faults);
  REQUIRE(year);
  CHECK(year->year == 2023);
  CHECK(year->standing == YearStanding::announced);
  REQUIRE(year->entries.size() == 7);
  CHECK(year->entries[0].date == LocalDate::of(2023, 1, 2));
  CHECK(year->entries[1].kind == DayKind::make_up);
  CHECK(year->entries[6].date == LocalDate::of(2023, 9, 4));
}

TEST_CASE("a directory file becomes units and persons with their channels", "[codec]") {
  Faults faults("units.json");
  const auto file = decode_units(good::units(), faults);
  REQUIRE(file);
  CHECK(file->units.at(1).parent == "huyen-mau");
  REQUIRE(file->persons.size() == 2);
  const auto& lead = file->persons[0];
  CHECK(lead.person.lead);
  CHECK_FALSE(lead.person.officer);
  CHECK(lead.channels == std::vector<std::string>{"zalo_oa", "telegram"});
  CHECK(lead.person.addresses.empty());
  const auto& officer = file->persons[1];
  CHECK(officer.person.officer);
  CHECK(officer.person.form_of_address == "chị");
  CHECK(officer.person.language == "vi");
}

TEST_CASE("any fault of form leaves no value", "[codec]") {
  const auto spoilt = [](const std::string& text) {
    auto file = json::parse(text);
    file["colour"] = "red";
    return file.dump();
  };
  Faults faults("x.json");
  CHECK_FALSE(decode_chart(spoilt(good::lifecycle()), faults));
  CHECK_FALSE(decode_ladders(spoilt(good::ladders()), faults));
  CHECK_FALSE(decode_messages(spoilt(good::messages("en")), faults));
  CHECK_FALSE(decode_calendar(spoilt(good::calendar()), faults));
  CHECK_FALSE(decode_units(spoilt(good::units()), faults));
  CHECK(faults.count() == 5);
  for (const auto& fault : faults.list()) CHECK(fault.pointer == "/colour");
}

TEST_CASE("what is no such file at all is said once or twice, never more", "[codec]") {
  for (const char* text : {"[]", "null", "\"x\""}) {
    Faults faults("x.json");
    CHECK_FALSE(decode_chart(text, faults));
    CHECK_FALSE(decode_ladders(text, faults));
    CHECK_FALSE(decode_messages(text, faults));
    CHECK_FALSE(decode_calendar(text, faults));
    CHECK_FALSE(decode_units(text, faults));
    CHECK(faults.count() <= 10);
  }
}

}  // namespace
}  // namespace dondoc
