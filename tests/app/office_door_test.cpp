#include "app/office_door.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "app/clock.h"
#include "app/memory_store.h"
#include "app/temporary_folder.h"
#include "engine/codec/command_codec.h"
#include "engine/command/invitation.h"
#include "engine/notice/facts.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct RunningOffice {
  TemporaryFolder folder;
  MemoryStore store;
  VirtualClock clock{at("2023-05-25T08:00")};
  Runtime runtime{{definitions(), Zone::viet_nam(), store, nullptr, clock, &clock, {}}};
  std::string door = door_of(folder.file("d.db"));

  RunningOffice() { REQUIRE(runtime.start()); }
};

std::vector<CommandBody> some_commands() {
  Unit unit{"xa-1", "Xã Một", "", "commune", "", false, false, false};
  Person person;
  person.id = "chi-lan";
  person.name = "Nguyễn Thị Lan";
  person.unit = "xa-1";
  return {RegisterUnit{unit}, RegisterPerson{person}, Invite{"chi-lan", "", "1f"},
          Invite{"nobody", "", "2f"}};
}

}  // namespace

TEST_CASE("a running office takes the administrator's commands through its door") {
  RunningOffice office;
  CHECK_FALSE(answers(office.door));
  {
    OfficeDoor door(office.runtime, office.door);
    REQUIRE(door.open());
    CHECK(answers(office.door));
    struct stat found {};
    REQUIRE(::stat(office.door.c_str(), &found) == 0);
    CHECK((found.st_mode & 077) == 0);

    const auto told = hand_over(office.door, some_commands());
    REQUIRE(told);
    REQUIRE(told->size() == 4);
    CHECK((*told)[2].kind == AnswerKind::done);
    CHECK((*told)[3].kind == AnswerKind::refused);
    CHECK(in_words(test::definitions(), (*told)[3].refusal.why, "en") ==
          "Nobody is not in the directory.");
  }
  CHECK_FALSE(answers(office.door));
  bool is_there = false;
  office.runtime.read([&](const Engine& engine) {
    is_there = engine.office().directory.invited_by("1f") != nullptr;
  });
  CHECK(is_there);
}

TEST_CASE("what officers and leads say is not handed over, and nobody at home is an error") {
  RunningOffice office;
  CHECK_FALSE(hand_over(office.door, {Acknowledge{"B20-01"}}));
  const auto nobody = hand_over(office.door, {Invite{"chi-lan", "", "1f"}});
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().kind == ErrorKind::transient);
}

TEST_CASE("the commands that are handed over come out as they went in") {
  for (const CommandBody& command : some_commands()) {
    const auto json = encode_office_command(command);
    REQUIRE(json);
    const auto back = decode_office_command(*json);
    REQUIRE(back);
    CHECK(back->index() == command.index());
    CHECK(encode_office_command(*back) == json);
  }
  CHECK_FALSE(decode_office_command("{\"kind\":\"acknowledge\",\"command\":{}}"));
  CHECK_FALSE(decode_office_command("[[[["));
}
