// How channels stand, in words; and who takes a place of a plan (Zalo Bot: fifty persons).
#include <catch2/catch.hpp>

#include "app/channel_health.h"

using namespace dondoc;

namespace {

Person person_on(const std::string& id, const std::string& channel, bool active = true) {
  Person person;
  person.id = id;
  person.active = active;
  if (!channel.empty()) person.addresses.push_back({channel, "account of " + id, true});
  return person;
}

}  // namespace

TEST_CASE("persons who take a place of a plan are counted", "[health]") {
  Directory directory;
  directory.put(person_on("a", "zalo_bot"));
  directory.put(person_on("b", "zalo_bot", false));
  directory.put(person_on("c", "telegram"));
  directory.put(person_on("d", ""));
  CHECK(bound_persons(directory, "zalo_bot") == 1);
}

TEST_CASE("a list that is no list of channels is said to be corrupt", "[health]") {
  for (const char* text : {"", "{}", "[1]", "nothing"}) CHECK_FALSE(health_in_words(text));
  const auto strange = health_in_words(R"([{"ok":"yes","identity":7,"waiting":"x","faults":[3]}])");
  REQUIRE(strange);
  CHECK_FALSE(strange->all_in_order);
  const auto health = health_in_words(
      R"([{"channel":"zalo_bot","ok":true,"identity":"bot.x","webhook":"","faults":["47 of 50"]}])");
  REQUIRE(health);
  CHECK(health->all_in_order);
  CHECK(health->text == "zalo_bot: in order, bot.x\n  ! 47 of 50\n");
}
