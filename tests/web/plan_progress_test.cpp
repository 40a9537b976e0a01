#include "web/plan_progress.h"

#include <catch2/catch.hpp>

#include "tests/web/fake_pages.h"

namespace dondoc {
namespace {

std::vector<PlanProgress> progress(FakePageDesk& desk, std::size_t most) {
  std::vector<PlanProgress> found;
  REQUIRE(desk.look(std::nullopt, [&](const Moment& moment) {
    Visitor lead;
    lead.person = "ld-hpn";
    Sight sight(moment, lead);
    found = progress_of(moment, sight, "B-HPN", most);
  }));
  return found;
}

}  // namespace

TEST_CASE("progress counts what is due and what was handed in up to each day", "[plan]") {
  FakePageDesk desk;
  const auto days = progress(desk, 60);
  REQUIRE(days.size() >= 3);
  int before = -1;
  for (const PlanProgress& one : days) {
    CHECK(one.due >= before);
    before = one.due;
    CHECK(one.is_past == (one.day <= sample::day("2023-11-29")));
  }
  // B15-01 was handed in on 18/11, before its day.
  CHECK(days.front().day == sample::day("2023-11-20"));
  CHECK(days.front().due == 1);
  CHECK(days.front().handed_in == 1);
  CHECK(days.back().due == 4);
}

TEST_CASE("of many days today and the last are kept", "[plan]") {
  FakePageDesk desk;
  for (int day = 1; day <= 28; ++day) {
    const std::string text = "2023-12-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    desk.add(sample::duty("B21-" + std::to_string(day), "dt", text.c_str()));
  }
  const auto all = progress(desk, 100);
  const auto days = progress(desk, 10);
  CHECK(all.size() > 20);
  CHECK(days.size() <= 12);
  CHECK(days.back().day == all.back().day);
  CHECK(std::any_of(days.begin(), days.end(),
                    [](const PlanProgress& one) { return one.day == sample::day("2023-11-29"); }));
}

}  // namespace dondoc
