// The simulation (design §15): the real engine, conversation, dispatcher and delivery under a
// virtual clock, with people, platforms and a disk that fail by chance, and watches beside them.
// A run is a function of its seed. Each run belongs to one thread; several may run at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/codec/file_kind.h"
#include "engine/command/decide.h"
#include "simulation/check/watch.h"
#include "simulation/disk.h"
#include "simulation/faults.h"
#include "simulation/office.h"
#include "simulation/plants.h"

namespace dondoc::simulation {

struct RunOptions {
  std::uint64_t seed = 1;
  int days = 365;
  int units = 20;  ///< the real plan's and made-up ones; never fewer than four made-up ones
  FaultSet faults;
  Plant plant = Plant::none;
  bool stop_at_first = false;      ///< at the end of the day of the first finding
  std::optional<DiskKind> disk{};  ///< none: by the seed, one run in four on a file
  int nodes = 1;                   ///< equal ones on one store, which is then no file
};

struct RunReport {
  std::uint64_t seed = 0;
  std::string plan;  ///< the real one
  DiskKind disk = DiskKind::memory;
  int days = 0;   ///< with faults; the days of healing come in addition
  int units = 0;  ///< that carry duties
  int nodes = 1;
  std::int64_t events = 0;
  std::size_t steps = 0;
  std::size_t inputs = 0;      ///< what people wrote, pressed and ordered
  std::size_t messages = 0;    ///< that arrived
  std::size_t duplicates = 0;  ///< among them, the same message again
  int deaths = 0;
  int failed_commits = 0;
  int stops = 0;  ///< of nodes that stood still and woke with what they had in memory
  std::vector<std::int64_t> lateness_ms;  ///< check/steps.h
  std::vector<Finding> findings;          ///< the first ones
  std::size_t findings_count = 0;
  std::string trace_hash;
};

/// The days after the last fault, in which everything has to be put right.
inline constexpr int k_days_of_healing = 25;

/// `plans`: the real plans to choose from. Errors: those of the environment (a temporary folder).
Result<RunReport> simulate(const Definitions& definitions, const std::vector<RealPlan>& plans,
                           const RunOptions& options);

/// The real plans among data files. Errors: permanent when one has faults.
Result<std::vector<RealPlan>> real_plans(const std::vector<DataFile>& files);

}  // namespace dondoc::simulation
