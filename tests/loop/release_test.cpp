// What a backlog lets go: the latest word on a duty, in sending hours; and one message to the lead.
#include "engine/delivery/release.h"

#include <catch2/catch.hpp>

#include "engine/notice/notices.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

OutboxRow reminder(const std::string& code, const std::string& step) {
  OutboxRow row;
  row.person = "cb-hpn-xa-ba-diem";
  row.code = code;
  row.step = step;
  return row;
}

MessageBody about(std::vector<std::string> codes) {
  MessageBody body;
  body.codes = std::move(codes);
  return body;
}

Settled given_up(std::int64_t id, const std::string& person, const std::string& code) {
  Settled settled;
  settled.row.id = id;
  settled.row.person = person;
  settled.row.code = code;
  settled.row.step = "D-1";
  settled.outcome = "given_up";
  settled.update.id = id;
  settled.update.standing = OutboxStanding::given_up;
  return settled;
}

std::vector<std::string> messages_to(const MemoryStore& store, const std::string& person,
                                     const std::string& words) {
  std::vector<std::string> found;
  for (const auto& [id, row] : store.outbox()) {
    const MessageBody body = decode_message(row.body);
    if (row.person == person && body.text.find(words) != std::string::npos)
      found.push_back(body.text);
  }
  return found;
}

}  // namespace

TEST_CASE("of the reminders that a platform held up, only the latest is let go", "[delivery]") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:30");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  office.run("2023-11-24T09:00");
  const World world = office.engine().world();
  const Instant now = at("2023-11-24T09:00");
  const auto verdict = [&](const std::string& step) {
    return release_of(world, reminder("B20-01", step), about({"B20-01"}), now).what;
  };
  CHECK(verdict("D-3") == Release::overtaken);
  CHECK(verdict("D-1") == Release::overtaken);
  CHECK(verdict("D") == Release::send);
}

TEST_CASE("a bundle held up stays while one of its duties has no later reminder", "[delivery]") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:30");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  office.run("2023-11-23T09:00");  // D-1 of B20-01 was said at 08:00
  const World world = office.engine().world();
  OutboxRow bundle = reminder("B19-01", "D-7");  // as its first duty, which is a step behind
  bundle.created = at("2023-11-23T08:00");
  const auto verdict = [&] {
    return release_of(world, bundle, about({"B19-01", "B20-01"}), at("2023-11-23T09:00")).what;
  };
  CHECK(verdict() == Release::send);
  bundle.created = at("2023-11-17T08:00");
  CHECK(verdict() == Release::overtaken);
}

TEST_CASE("a platform that fails for everybody is one message to the lead, not one a duty",
          "[delivery]") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:30");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  std::vector<Settled> settled;
  for (const char* number : {"01", "02", "03"}) {
    for (const char* duty : {"B19-", "B20-"}) {
      const std::string code = std::string(duty) + number;
      const auto officers =
          office.engine().world().office.directory.officers_of(office.of(code).unit);
      settled.push_back(given_up(static_cast<std::int64_t>(settled.size()) + 1,
                                 officers.front()->id, code));
    }
  }
  REQUIRE(office.engine().settle(settled, {}, at("2023-11-23T08:00")));
  const auto told = messages_to(store, "ld-hpn-huyen-hoc-mon", "chưa gửi được tin");
  REQUIRE(told.size() == 1);
  CHECK(told.front().find("tới 3 đơn vị") != std::string::npos);
  CHECK(told.front().find("[B19-01]") != std::string::npos);
  CHECK(told.front().find("[B20-03]") != std::string::npos);
}
