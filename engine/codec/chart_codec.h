// Lifecycle files (workflows/schema/lifecycle.schema.json). Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/lifecycle/chart.h"

namespace dondoc {

/// A chart and where its transitions stand: one entry of the file may leave several states.
struct ChartFile {
  Chart chart;
  std::vector<std::string> places;       ///< pointer of each transition of the chart
  std::vector<std::string> from_places;  ///< pointer of its `from`
};

/// What can be read, for check_chart. None when the file is no JSON object or has no list of states
/// or transitions.
std::optional<ChartFile> read_chart_file(std::string_view json, Faults& faults);

/// The chart of a file without faults of form; none when there was any.
std::optional<Chart> decode_chart(std::string_view json, Faults& faults);

}  // namespace dondoc
