#include "simulation/plants.h"

#include <array>

namespace dondoc::simulation {
namespace {

/// In the order of Plant.
constexpr std::array<std::string_view, 26> k_names = {
    "none",          "drop_message",  "wrong_reader",     "hide_message",   "forget_inbox_key",
    "forget_step",   "lose_event",    "tear_commit",      "reopen_closed",  "backdate_event",
    "break_chain",   "forget_sent",   "settle_unsent",    "silent_give_up", "night_sending",
    "stale_account", "remind_closed", "confirm_unstored", "leak_guarded",   "keep_guarded",
    "miss_late_day", "old_calendar",  "lose_figure",      "double_figure",  "old_memory",
    "deliver_twice"};
static_assert(k_names.size() == static_cast<std::size_t>(Plant::deliver_twice) + 1);

}  // namespace

std::string_view name_of(Plant plant) { return k_names[static_cast<std::size_t>(plant)]; }

bool is_of_nodes(Plant plant) {
  return plant == Plant::old_memory || plant == Plant::deliver_twice;
}

std::vector<Plant> all_plants() {
  std::vector<Plant> plants;
  for (std::size_t i = 1; i < k_names.size(); ++i) plants.push_back(static_cast<Plant>(i));
  return plants;
}

Result<Plant> read_plant(std::string_view name) {
  std::string known;
  for (std::size_t i = 1; i < k_names.size(); ++i) {
    if (name == k_names[i]) return static_cast<Plant>(i);
    known += (i == 1 ? "" : ", ") + std::string(k_names[i]);
  }
  return failure(ErrorKind::permanent,
                 "no planted bug '" + std::string(name) + "'; there are: " + known);
}

}  // namespace dondoc::simulation
