// Inputs are decided while those before them are still being written (docs/adr/0017): the office
// comes out as if each batch had waited for the disk, and what the disk lost never happened.
#include <catch2/catch.hpp>

#include "tests/support/holding_store.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_plan = "b-hocmon-2023";

struct PlainDesk {
  MemoryStore store;
  TestOffice office{store};
};

struct AheadDesk {
  MemoryStore kept;
  HoldingStore store{kept};
  TestOffice office{store};
};

template <class Desk>
void set_up(Desk& desk) {
  desk.office.open("2023-05-25T07:00");
  desk.office.issue(plan_text(k_plan), "2023-05-25T08:00");
}

std::string standing(MemoryStore& store) {
  std::string all = std::to_string(store.last_seq().value());
  for (const LogRow& row : store.log()) all += "\n" + row.body;
  for (const auto& [id, row] : store.outbox()) all += "\n" + std::to_string(id) + row.body;
  for (const auto& [code, row] : store.cases()) all += "\n" + row.body;
  return all;
}

RandomCommands commands(std::uint64_t seed, MemoryStore& store, const Engine& engine) {
  std::vector<std::string> people;
  for (const auto& [id, person] : engine.office().directory.persons()) people.push_back(id);
  return {seed, store.open_codes().value(), people, decoded(plan_text(k_plan)).id};
}

struct Given {
  std::vector<Input> inputs;
  Instant at;
};

}  // namespace

TEST_CASE("the answers of inputs decided ahead hold when they are confirmed", "[ahead]") {
  AheadDesk desk;
  set_up(desk);
  Engine& engine = desk.office.engine();
  const std::string code = desk.kept.open_codes().value().front();
  const std::int64_t before = desk.kept.last_seq().value();
  const Command waive{"ld-hpn-huyen-hoc-mon", "k1", Waive{code, "không phát sinh"}};
  const Ahead ahead = engine.handle_ahead({waive, waive}, at("2023-05-26T08:00"));
  REQUIRE(ahead.answers);
  CHECK(ahead.standing == CommitStanding::under_way);
  CHECK(ahead.answers->at(0).kind == AnswerKind::done);
  CHECK(ahead.answers->at(1).kind == AnswerKind::duplicate);
  CHECK(desk.kept.last_seq().value() == before);
  const Ahead again = engine.handle_ahead({waive}, at("2023-05-26T08:00"));
  REQUIRE(again.before);
  CHECK(again.answers->at(0).kind == AnswerKind::duplicate);
  REQUIRE(engine.confirm());
  CHECK(desk.kept.last_seq().value() == before + 1);
}

TEST_CASE("what was decided on something that the disk lost never happened either", "[ahead]") {
  AheadDesk desk;
  set_up(desk);
  Engine& engine = desk.office.engine();
  const std::string code = desk.kept.open_codes().value().front();
  const std::string before = standing(desk.kept);
  const Command waive{"ld-hpn-huyen-hoc-mon", "k1", Waive{code, "không phát sinh"}};
  REQUIRE(engine.handle_ahead({waive}, at("2023-05-26T08:00")).answers);
  desk.store.lose_next();
  const Ahead lost = engine.handle_ahead({waive}, at("2023-05-26T08:01"));
  CHECK_FALSE(lost.before);
  CHECK_FALSE(lost.answers);
  CHECK(standing(desk.kept) == before);
  CHECK(desk.office.of(code).meaning != Meaning::void_);
  CHECK(engine.handle({waive}, at("2023-05-26T08:02")).value().front().kind == AnswerKind::done);
}

TEST_CASE("whatever is lost on the way, the office is that of the batches that were confirmed",
          "[ahead]") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    AheadDesk desk;
    PlainDesk plain;
    set_up(desk);
    set_up(plain);
    Engine& engine = desk.office.engine();
    RandomCommands stream = commands(seed, desk.kept, engine);
    Random chance(seed);
    Given under_way;
    int lost = 0;
    const auto learn = [&](bool was_written) {
      if (under_way.inputs.empty()) return;
      lost += was_written ? 0 : 1;
      if (was_written) REQUIRE(plain.office.engine().handle(under_way.inputs, under_way.at));
      under_way = {};
    };
    Instant now = at("2023-05-26T08:00");
    for (int round = 0; round < 150; ++round) {
      now = now + Elapsed::minutes(static_cast<std::int64_t>(chance.below(600)));
      std::vector<Input> inputs;
      for (std::size_t i = 0; i <= chance.below(6); ++i)
        inputs.emplace_back(stream.next(now, Zone::viet_nam().date_of(now)));
      if (chance.below(8) == 0 && !under_way.inputs.empty()) desk.store.lose_next();
      const Ahead ahead = engine.handle_ahead(inputs, now);
      learn(ahead.before.has_value());
      if (ahead.answers) under_way = {std::move(inputs), now};
      if (chance.below(5) != 0) continue;
      learn(engine.confirm().has_value());
      REQUIRE(engine.tick(now));
      REQUIRE(plain.office.engine().tick(now));
    }
    learn(engine.confirm().has_value());
    CHECK(lost > 0);
    CHECK(standing(desk.kept) == standing(plain.store));
  }
}
