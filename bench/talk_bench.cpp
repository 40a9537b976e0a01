#include <algorithm>
#include <chrono>

#include "bench/figures.h"
#include "bench/replies.h"
#include "bench/synthetic_office.h"
#include "bots/talk/talk.h"
#include "engine/loop/working_set.h"

namespace dondoc::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_seconds = 3;
constexpr LocalDate k_today = LocalDate::from_days(19'674);  // 2023-11-13

/// Nobody has a duty: what is measured is the reading, not the looking up.
class NoCases final : public Cases {
 public:
  const Assignment* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> codes_of_plan(std::string_view, std::string_view) const override {
    return {};
  }
  std::vector<std::string> open_codes() const override { return {}; }
  std::vector<std::string> open_codes_of_unit(std::string_view) const override { return {}; }
};

}  // namespace

Result<Figures> measure_talk() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  const Office office;
  const NoCases cases;
  const World world{*definitions, office, cases, Zone::viet_nam()};
  const Instant now = Zone::viet_nam().at(k_today, TimeOfDay::at(8, 0));
  const auto talk = make_talk();
  const auto replies = mixed_replies();
  std::vector<double> each_us;
  std::size_t said = 0;  // kept, so that nothing is optimised away
  const auto begin = Clock::now();
  auto last = begin;
  while (std::chrono::duration<double>(last - begin).count() < k_seconds) {
    for (std::string_view reply : replies) {
      Heard heard{"nobody", "sandbox", "", now, std::string(reply), ""};
      said += talk->interpret(world, heard, now).replies.size();
      const auto end = Clock::now();
      each_us.push_back(std::chrono::duration<double, std::micro>(end - last).count());
      last = end;
    }
  }
  const double seconds = std::chrono::duration<double>(last - begin).count();
  std::sort(each_us.begin(), each_us.end());
  Figures figures{"talk", {}, {}};
  figures.numbers = {
      {"different replies", static_cast<double>(replies.size())},
      {"replies per second", static_cast<double>(each_us.size()) / seconds},
      {"a reply p50 us", percentile(each_us, 0.50)},
      {"a reply p99 us", percentile(each_us, 0.99)},
      {"answers to a reply", static_cast<double>(said) / static_cast<double>(each_us.size())}};
  figures.notes = {"On one core: guard, reading, acting and wording, without the store."};
  return figures;
}

}  // namespace dondoc::bench
