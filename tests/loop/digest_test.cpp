// The leads' morning digest: when it is told, to whom, and that it is told once.
#include <catch2/catch.hpp>

#include "engine/command/digest.h"
#include "engine/delivery/release.h"
#include "engine/loop/replay.h"
#include "engine/notice/notices.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_plan = "b-hocmon-2023";
const std::string k_lead = "ld-hpn-huyen-hoc-mon";

struct Told {
  std::string person;
  std::string text;
  Instant created, not_before;
};

std::vector<Told> digests(const MemoryStore& store) {
  std::vector<Told> found;
  for (const auto& [id, row] : store.outbox()) {
    if (row.priority == Priority::digest)
      found.push_back({row.person, decode_message(row.body).text, row.created, row.not_before});
  }
  return found;
}

std::size_t mornings(const MemoryStore& store, bool missed) {
  std::size_t number = 0;
  for (const LogRow& row : store.log()) {
    if (row.kind != "morning_settled") continue;
    number += (row.body.find("\"missed\":true") != std::string::npos) == missed ? 1 : 0;
  }
  return number;
}

/// Issued on a Thursday.
void fill(TestOffice& office) {
  office.open("2023-05-25T07:30");
  office.issue(plan_text(k_plan), "2023-05-25T08:00");
}

void run_to_end_of(TestOffice& office, const std::string& day) { office.run(day + "T23:59"); }

}  // namespace

TEST_CASE("a lead hears at 07:45 of the next working day how her plan stands", "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  office.run("2023-05-26T07:44");
  CHECK(digests(store).empty());
  office.run("2023-05-26T07:45");
  REQUIRE(digests(store).size() == 1);
  const Told told = digests(store).front();
  CHECK(told.person == k_lead);
  CHECK(told.not_before == at("2023-05-26T07:45"));
  CHECK(told.text.find("07:45 26/5/2023") != std::string::npos);
  CHECK(told.text.find("Phải báo cáo") != std::string::npos);
  CHECK(told.text.find('{') == std::string::npos);
}

TEST_CASE("a morning on which nothing is new tells nobody, and is settled all the same",
          "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  run_to_end_of(office, "2023-05-26");
  const std::size_t first = digests(store).size();
  run_to_end_of(office, "2023-05-31");
  CHECK(digests(store).size() == first);
  CHECK(mornings(store, false) == 4);  // Friday, Monday to Wednesday
}

TEST_CASE("no digest on a weekend or on a holiday", "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  office.run("2023-12-31T23:59");
  const Calendar& calendar = office.engine().office().calendar;
  for (const Told& told : digests(store)) {
    INFO(told.text);
    CHECK(calendar.is_working_day(Zone::viet_nam().date_of(told.created)));
    CHECK(Zone::viet_nam().time_of(told.created) == TimeOfDay::at(7, 45));
  }
}

TEST_CASE("what becomes late overnight is news in the morning", "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  office.run("2023-11-24T23:59");
  const std::size_t before = digests(store).size();
  office.run("2023-11-27T07:45");
  const auto told = digests(store);
  REQUIRE(told.size() == before + 1);
  CHECK(told.back().text.find("quá hạn 0") == std::string::npos);
}

TEST_CASE("a program that was down at 07:45 tells the digest later that morning, once",
          "[digest]") {
  MemoryStore store;
  {
    TestOffice office(store);
    fill(office);
  }
  for (int start = 0; start < 3; ++start) {
    TestOffice again(store);
    again.open("2023-05-26T09:20");
    again.engine().tick(at("2023-05-26T09:20")).value();
    while (again.engine().tick(at("2023-05-26T09:21")).value().more) {
    }
  }
  CHECK(digests(store).size() == 1);
  CHECK(mornings(store, false) == 1);
}

TEST_CASE("a morning that was slept through is settled as missed and not told in the afternoon",
          "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  run_to_end_of(office, "2023-05-26");
  const std::size_t before = digests(store).size();
  office.engine()
      .handle({Command{k_lead, "", Nudge{"B20-01", ""}}}, at("2023-05-30T13:00"))
      .value();
  while (office.engine().tick(at("2023-05-30T13:00")).value().more) {
  }
  CHECK(digests(store).size() == before);
  CHECK(mornings(store, true) == 1);  // Monday and Tuesday are one entry
  CHECK(office.engine().office().digests_settled == LocalDate::parse("2023-05-30"));
}

TEST_CASE("a crash in the middle of the sweep tells nobody twice", "[digest]") {
  MemoryStore store;
  {
    TestOffice office(store);
    fill(office);
    office.run("2023-05-25T23:59");
    office.engine().tick(at("2023-05-26T07:45")).value();  // the sweep has begun
  }
  TestOffice again(store);
  again.open("2023-05-26T07:50");
  again.run("2023-05-26T23:59");
  CHECK(digests(store).size() == 1);
}

TEST_CASE("a digest that was settled in the log is made again by the replay", "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  office.run("2023-06-30T23:59");
  REQUIRE_FALSE(digests(store).empty());
  std::map<std::string, std::string> kept;
  auto read = store.each_document([&](const DocumentRow& row) {
    if (row.kind == "digest" || row.kind == "morning") kept[row.kind + row.key] = *row.body;
  });
  REQUIRE(read);
  CHECK(kept.size() == 2);
  TestOffice again(store);
  again.open("2023-07-01T00:00");
  CHECK(again.engine().office().digests_settled == office.engine().office().digests_settled);
  CHECK(again.engine().office().digests.size() == 1);
}

TEST_CASE("a lead on leave is stood in for; one whom no channel reaches gets nothing", "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  const World world = office.engine().world();
  const LocalDate day = LocalDate::parse("2023-05-26").value();
  REQUIRE(digest_readers(world, day).contains(k_lead));
  Person deputy = *world.office.directory.person(k_lead);
  deputy.id = "pho";
  deputy.lead = false;
  deputy.officer = true;
  deputy.addresses = {{"sandbox", "pho", true}};
  const std::string administrator(k_administrator);
  auto said = [&](CommandBody body) {
    return office.say(administrator, std::move(body), "2023-05-25T09:00").kind;
  };
  REQUIRE(said(RegisterPerson{deputy}) == AnswerKind::done);
  REQUIRE(said(TakeLeave{k_lead, Leave{day, day, "pho"}}) == AnswerKind::done);
  const auto readers = digest_readers(office.engine().world(), day);
  CHECK(readers.contains("pho"));
  CHECK_FALSE(readers.contains(k_lead));
  CHECK(digest_readers(office.engine().world(), day + CalendarDays{3}).contains(k_lead));
}

TEST_CASE("a digest leaves before the sending hours, and not at all when its morning is over",
          "[digest]") {
  MemoryStore store;
  TestOffice office(store);
  fill(office);
  OutboxRow row;
  row.person = k_lead;
  row.priority = Priority::digest;
  row.created = at("2023-05-26T07:45");
  auto verdict = [&](const std::string& when) {
    return release_of(office.engine().world(), row, {}, at(when)).what;
  };
  CHECK(verdict("2023-05-26T07:45") == Release::send);
  CHECK(verdict("2023-05-26T11:00") == Release::send);
  CHECK(verdict("2023-05-26T11:01") == Release::overtaken);
  CHECK(verdict("2023-05-29T08:30") == Release::overtaken);
}

TEST_CASE("an office whose ladders name no time has no digests", "[digest]") {
  MemoryStore store;
  Definitions quiet = definitions();
  quiet.ladders.digest_at.reset();
  Engine engine(quiet, Zone::viet_nam(), store, nullptr);
  REQUIRE(engine.open(at("2023-05-25T07:30")));
  CHECK_FALSE(next_morning(engine.world()).has_value());
}
