#include "simulation/faults.h"

#include <algorithm>

namespace dondoc::simulation {
namespace {

struct Kind {
  std::string_view name;
  int most_per_mille;  ///< of its occasions
};

/// In the order of Fault. Occasions of a crash or a failing disk are commits, of a fault of a
/// platform sends, of an update updates, of the others days.
constexpr std::array<Kind, k_faults> k_kinds = {{{"crash_before_commit", 3},
                                                 {"crash_after_commit", 3},
                                                 {"lost_update", 60},
                                                 {"repeated_update", 80},
                                                 {"reordered_updates", 120},
                                                 {"rate_limited", 20},
                                                 {"server_error", 60},
                                                 {"timeout_unknown", 40},
                                                 {"blocked_user", 40},
                                                 {"dead_token", 25},
                                                 {"closed_window", 60},
                                                 {"clock_jump", 30},
                                                 {"unit_merge", 25},
                                                 {"disk_full", 4}}};

}  // namespace

FaultSet FaultSet::all() {
  FaultSet set;
  set.set_.set();
  return set;
}

Result<FaultSet> read_faults(std::string_view list) {
  FaultSet set;
  if (list == "none") return set;
  if (list == "all") return FaultSet::all();
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), name.size() + 1));
    std::size_t found = 0;
    while (found < k_faults && k_kinds[found].name != name) ++found;
    if (found == k_faults) {
      std::string known;
      for (const Kind& kind : k_kinds) known += ", " + std::string(kind.name);
      return failure(ErrorKind::permanent,
                     "no fault '" + std::string(name) + "'; there are: none, all" + known);
    }
    set.add(static_cast<Fault>(found));
  }
  return set;
}

FaultRates::FaultRates(const FaultSet& faults, Generator& generator) {
  for (std::size_t i = 0; i < k_faults; ++i) {
    const auto rate = static_cast<int>(generator.between(1, k_kinds[i].most_per_mille));
    if (faults.has(static_cast<Fault>(i))) rates_[i] = rate;
  }
}

}  // namespace dondoc::simulation
