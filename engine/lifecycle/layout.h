// Where everything of a chart's drawing stands, in pixels. Internal to engine/lifecycle.
//
// Boxes of the main column stand under each other, those of the side column right of it. Beside a
// column lies a gutter that only level strokes cross, each at a height of its own: there the words
// of the arrows stand and never touch. Beyond it lie the lanes, upright strokes that join what
// belongs to one net.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lifecycle/chart.h"

namespace dondoc::diagram {

struct Box {
  const ChartState* state = nullptr;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  std::vector<std::string> loops;  ///< labels of arrows that lead back to the same state
};

enum class Head { none, arrow };

struct Stroke {
  std::string path;  ///< SVG path data
  Head head = Head::none;
};

struct Dot {
  double x = 0;
  double y = 0;
};

enum class Align { start, end };

struct Caption {
  double x = 0;
  double y = 0;  ///< base line
  std::string text;
  Align align = Align::start;
};

struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<Box> boxes;
  std::vector<Stroke> strokes;
  std::vector<Dot> joints;
  std::vector<Caption> captions;
  std::optional<Dot>
      entry;  ///< where the initial state is entered from; none when the chart has none
};

inline constexpr double k_state_font = 14;
inline constexpr double k_caption_font = 12;

/// Width of a text in a common sans-serif face, on the safe side.
double width_of(std::string_view text, double font);

Drawing drawing_of(const Chart& chart, std::string_view language);

}  // namespace dondoc::diagram
