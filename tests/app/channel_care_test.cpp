// A channel's own thread sets up what failed at the start, and tells of each alarm once.
#include "app/channel_care.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

struct FakeUpkeep : Upkeep {
  int failures = 0;
  int prepared = 0;
  std::vector<std::string> present;

  std::string_view name() const override { return "telegram"; }
  Result<void> prepare(const ReceivePlan&, Instant) override {
    ++prepared;
    if (failures-- > 0) return failure(ErrorKind::transient, "no network");
    return {};
  }
  std::optional<Instant> tend(Instant) override { return std::nullopt; }
  ChannelHealth check(Instant) override { return {}; }
  std::vector<std::string> alarms(Instant) const override { return present; }
};

struct Cared {
  FakeUpkeep upkeep;
  ConnectedChannel channel{"telegram", nullptr, nullptr, &upkeep, {}, {}, 1};
  std::vector<std::pair<LogEvent, std::string>> told;
  ChannelCare care{channel,
                   [this](const LogRecord& record) {
                     told.emplace_back(record.event, record.said.said);
                   },
                   std::chrono::milliseconds(0)};
};

}  // namespace

TEST_CASE("a channel without a network at the start is set up when there is one", "[care]") {
  Cared place;
  place.upkeep.failures = 3;
  CHECK(place.care.prepare(Instant{}) == "no network");
  for (int i = 0; i < 5; ++i) place.care.tend(Instant{});
  CHECK(place.upkeep.prepared == 4);
  REQUIRE(place.told.size() == 2);
  CHECK(place.told[0] == std::pair{LogEvent::channel_not_prepared, std::string("no network")});
  CHECK(place.told[1].first == LogEvent::channel_prepared);
}

TEST_CASE("an alarm is told once, and again when it comes back", "[care]") {
  Cared place;
  CHECK(place.care.prepare(Instant{}).empty());
  CHECK(place.told.empty());
  place.upkeep.present = {"consent is needed: dondoc admin channel consent zalo_oa"};
  for (int i = 0; i < 3; ++i) place.care.tend(Instant{});
  CHECK(place.told.size() == 1);
  CHECK(place.care.alarms() == 1);
  place.upkeep.present.clear();
  place.care.tend(Instant{});
  CHECK(place.care.alarms() == 0);
  place.upkeep.present = {"consent is needed: dondoc admin channel consent zalo_oa"};
  place.care.tend(Instant{});
  CHECK(place.told.size() == 2);
}
