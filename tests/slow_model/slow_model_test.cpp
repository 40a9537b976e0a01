// Due dates and ladder steps, found twice: by the engine, and by a clerk who walks over a wall
// calendar day by day (model.h). `scripts/prove slow-model` takes another number and other seeds.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "tests/slow_model/engine_answer.h"
#include "tests/slow_model/model.h"
#include "tests/slow_model/random_case.h"

using namespace slow;

namespace {

constexpr std::uint64_t k_seed = 20'111'231;
constexpr std::uint64_t k_rules = 100'000;
constexpr std::uint64_t k_rules_for_a_twist = 3'000;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

class Comparison {
 public:
  /// What model and engine say to the rule of a seed; empty when they agree.
  std::string difference(std::uint64_t seed, Twist twist = Twist::none) {
    const Case one = random_case(seed, almanac_);
    std::vector<std::string> found;
    std::vector<std::string> expected;
    if (one.changed_year) {
      almanac_.hang_up(*one.changed_year);
      expected = answer(one, almanac_, twist);
      almanac_.restore(one.changed_year->year);
      found = engine_answer(one, calendar_.with(engine_year(*one.changed_year)));
    } else {
      expected = answer(one, almanac_, twist);
      found = engine_answer(one, calendar_);
    }
    lines_ += expected.size();
    if (found == expected) return "";
    return "seed " + std::to_string(seed) + "\n" + text(one) + "\nmodel:\n" + joined(expected) +
           "engine:\n" + joined(found);
  }

  std::size_t lines() const { return lines_; }
  const Almanac& almanac() const { return almanac_; }
  const dondoc::Calendar& calendar() const { return calendar_; }

 private:
  Almanac almanac_{DONDOC_SOURCE_DIR "/config/calendars"};
  dondoc::Calendar calendar_ = engine_calendar(DONDOC_SOURCE_DIR "/config/calendars");
  std::size_t lines_ = 0;
};

}  // namespace

TEST_CASE("engine and wall calendar agree on every day of 2010..2036") {
  const Comparison comparison;
  const Almanac& almanac = comparison.almanac();
  auto date = dondoc::LocalDate::parse("2010-01-01").value();
  for (int place = almanac.place({2010, 1, 1}); almanac.date(place).year <= 2036; ++place) {
    INFO(text(almanac.date(place)));
    REQUIRE(date.iso() == text(almanac.date(place)));
    REQUIRE(date.iso_weekday() == almanac.weekday(place));
    REQUIRE(comparison.calendar().is_working_day(date) == almanac.works(place));
    date = date + dondoc::CalendarDays{1};
  }
}

TEST_CASE("engine and slow model agree on random rules over 2011..2035") {
  Comparison comparison;
  const std::uint64_t first = number_from("DONDOC_PROOF_SEED", k_seed);
  const std::uint64_t rules = number_from("DONDOC_PROOF_RULES", k_rules);
  std::uint64_t differences = 0;
  std::string first_difference;
  for (std::uint64_t seed = first; seed < first + rules; ++seed) {
    std::string difference = comparison.difference(seed);
    if (difference.empty()) continue;
    if (differences++ == 0) first_difference = std::move(difference);
  }
  INFO(first_difference);
  CHECK(differences == 0);
  WARN(rules << " rules from seed " << first << ", " << comparison.lines()
             << " due dates and steps, " << differences << " differences");
}

TEST_CASE("every fault planted in the slow model is noticed") {
  Comparison comparison;
  for (int number = 1; number <= k_twists; ++number) {
    const auto twist = static_cast<Twist>(number);
    std::uint64_t rules = 0;
    bool noticed = false;
    while (!noticed && rules < k_rules_for_a_twist)
      noticed = !comparison.difference(k_seed + rules++, twist).empty();
    INFO("twist " << number);
    CHECK(noticed);
  }
}
