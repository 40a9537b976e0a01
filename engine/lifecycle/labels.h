// Words of a chart for diagrams: triggers, guards and meanings in Vietnamese and English. Pure,
// safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/lifecycle/chart.h"

namespace dondoc::diagram {

std::string_view label_of(const ChartState& state, std::string_view language);
std::string_view label_of(Meaning meaning, std::string_view language);

/// The chart's own label of a trigger, else the engine's, else its id.
std::string_view trigger_label(const Chart& chart, std::string_view trigger,
                               std::string_view language);

/// "báo cáo [đủ báo cáo]", "sign [not blocked]".
std::string arrow_label(const Chart& chart, const Transition& transition,
                        std::string_view language);

}  // namespace dondoc::diagram
