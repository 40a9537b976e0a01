// From a leased message to the ways it may take (engine/delivery/parcel.h).
#include "engine/delivery/parcel.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/command/stranger.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Plan B, whose officer of B20-07 has an account on three platforms.
struct Desk {
  MemoryStore store;
  TestOffice office{store};
  Person officer;

  Desk() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = *office.engine().office().directory.person("cb-" + office.of("B20-07").unit);
    officer.addresses = {{"zalo_oa", "84001"}, {"zalo_bot", "z1", false}, {"telegram", "7001"}};
    office.say(std::string(k_administrator), RegisterPerson{officer}, "2023-05-25T08:01");
  }

  Parcel parcel(const std::string& person, const std::string& code) {
    ClaimedMessage claimed;
    claimed.row.id = 5;
    claimed.row.person = person;
    claimed.row.code = code;
    MessageBody body;
    body.message = "M-02";
    body.text = "Đến hạn 17:00";
    return parcel_of(office.engine().world(), claimed, body, {"zalo_oa"}, at("2023-05-25T09:00"));
  }
};

bool has(const Parameters& facts, std::string_view name) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const auto& each) { return each.first == name; });
}

}  // namespace

TEST_CASE("a message may take every reachable way, in the person's order") {
  Desk desk;
  const Parcel parcel = desk.parcel(desk.officer.id, "B20-07");
  REQUIRE(parcel.ways.size() == 2);
  CHECK(parcel.ways[0].channel == "zalo_oa");
  CHECK(parcel.ways[0].message.account == "84001");
  CHECK(parcel.ways[1].channel == "telegram");
  CHECK(parcel.ways[1].message.text == "Đến hạn 17:00");
}

TEST_CASE("the facts for templates are worked out for channels with a window alone") {
  Desk desk;
  const Parcel duty = desk.parcel(desk.officer.id, "B20-07");
  REQUIRE(duty.ways.size() == 2);
  CHECK(has(duty.ways[0].message.facts, "viec"));
  CHECK(duty.ways[1].message.facts.empty());
  const Parcel no_duty = desk.parcel(desk.officer.id, "");
  CHECK(has(no_duty.ways[0].message.facts, "ten"));
  CHECK_FALSE(has(no_duty.ways[0].message.facts, "viec"));
}

TEST_CASE("a message to a stranger has the way it came from, one to nobody has none") {
  Desk desk;
  const Parcel stranger = desk.parcel(stranger_receiver("telegram", "7009"), "");
  REQUIRE(stranger.ways.size() == 1);
  CHECK(stranger.ways[0].message.account == "7009");
  CHECK(desk.parcel("cb-nobody", "B20-07").ways.empty());
}
