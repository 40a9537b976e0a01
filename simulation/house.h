// House: one of the equal nodes with its way to the store, and what befell it. One thread.
#pragma once

#include <memory>
#include <optional>

#include "simulation/frail_store.h"
#include "simulation/node.h"
#include "simulation/planted_store.h"
#include "simulation/shared_store.h"

namespace dondoc::simulation {

struct House {
  House(int name, Sharing& sharing, Plant plant, const Clocks& clocks, Generator for_disk,
        Generator for_plant)
      : number(name),
        shared(sharing, name, plant),
        frail(for_disk, clocks),
        store(frail, plant, for_plant),
        duties(sharing, name, plant) {}

  /// It runs, and nothing keeps it from working.
  bool works(Instant truth) const {
    return node->is_up() && !is_stopped && (!retry_at || *retry_at <= truth);
  }

  int number;
  SharedStore shared;
  FrailStore frail;
  PlantedStore store;
  LeasedDuties duties;
  std::unique_ptr<Node> node;
  std::optional<Instant> retry_at;  ///< true time: the store failed
  bool is_stopped = false;          ///< it stands still and knows nothing of it
  int restless = 0;                 ///< turns in a row that woke it at once
};

}  // namespace dondoc::simulation
