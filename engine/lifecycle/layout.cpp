#include "engine/lifecycle/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/lifecycle/graph.h"
#include "engine/lifecycle/labels.h"
#include "engine/lifecycle/lanes.h"
#include "engine/lifecycle/routes.h"
#include "engine/text/vietnamese.h"

namespace dondoc::diagram {
namespace {

constexpr double k_margin = 24;
constexpr double k_row_gap = 46;
constexpr double k_side_gap = 26;
constexpr double k_port_gap = 24;  // room for the words above each level stroke
constexpr double k_lane_gap = 16;
constexpr double k_entry_length = 34;
constexpr double k_corner = 7;
constexpr double k_clear = 9;       // strokes nearer to each other than this look like one
constexpr double k_head_room = 14;  // between the words of an arrow and the box it points at

/// A net's place on the side of a box.
struct Port {
  std::size_t net = 0;
  std::size_t state = 0;
  bool is_target = false;
  std::string label;
  double y = 0;
};

class Layout {
 public:
  Layout(const Chart& chart, std::string_view language)
      : chart_(chart),
        language_(language),
        arrows_(arrows_of(chart, language)),
        columns_(columns_of(chart, arrows_)),
        routes_(routes_of(arrows_, columns_)),
        boxes_(chart.states.size()) {}

  Drawing draw() {
    make_ports();
    size_boxes();
    stack_main();
    stack_side();
    set_port_heights();
    shift_side();
    set_lanes();
    set_columns();
    for (std::size_t i = 0; i < routes_.nets.size(); ++i) draw_net(i);
    for (const Arrow& arrow : routes_.straight) draw_straight(arrow);
    return finished();
  }

 private:
  bool is_main(std::size_t state) const {
    return std::find(columns_.main.begin(), columns_.main.end(), state) != columns_.main.end();
  }
  bool is_on_left(const Port& port) const {
    return routes_.nets[port.net].channel == Channel::left;
  }
  double middle(std::size_t state) const { return boxes_[state].y + boxes_[state].height / 2; }

  void make_ports() {
    for (std::size_t i = 0; i < routes_.nets.size(); ++i) {
      for (std::size_t source : routes_.nets[i].sources)
        ports_.push_back({i, source, false, "", 0});
      for (const Target& target : routes_.nets[i].targets)
        ports_.push_back({i, target.state, true, target.label, 0});
    }
  }

  std::vector<Port*> ports_at(std::size_t state, Channel channel) {
    std::vector<Port*> found;
    for (Port& port : ports_)
      if (port.state == state && routes_.nets[port.net].channel == channel) found.push_back(&port);
    return found;
  }

  void size_boxes() {
    double width = 150;
    for (const ChartState& state : chart_.states)
      width = std::max(width, width_of(label_of(state, language_), k_state_font) + 32);
    for (const Arrow& loop : routes_.loops) {
      boxes_[loop.from].loops.push_back(loop.label);
      width = std::max(width, width_of(loop.label, k_caption_font) + 48);
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      Box& box = boxes_[i];
      auto ports = std::max(ports_at(i, Channel::left).size(), ports_at(i, Channel::right).size());
      double words = 40 + 18 * static_cast<double>(box.loops.size());
      box.state = &chart_.states[i];
      box.width = width;
      box.height = std::max(words, k_port_gap * static_cast<double>(ports) + 8);
    }
  }

  void stack_main() {
    double y = k_margin + k_entry_length;
    for (std::size_t state : columns_.main) {
      boxes_[state].y = y;
      y += boxes_[state].height + k_row_gap;
    }
  }

  /// Half-way between the states of the main column that it is joined with.
  double wanted_middle(std::size_t state) const {
    double sum = 0;
    int count = 0;
    for (const Arrow& arrow : arrows_) {
      if (arrow.from != state && arrow.to != state) continue;
      std::size_t other = arrow.from == state ? arrow.to : arrow.from;
      if (!is_main(other)) continue;
      sum += middle(other);
      ++count;
    }
    return count == 0 ? middle_of_main() : sum / count;
  }

  double middle_of_main() const {
    if (columns_.main.empty()) return 0;
    return (middle(columns_.main.front()) + middle(columns_.main.back())) / 2;
  }

  void stack_side() {
    std::vector<std::size_t>& side = columns_.side;
    std::stable_sort(side.begin(), side.end(), [&](std::size_t a, std::size_t b) {
      return wanted_middle(a) < wanted_middle(b);
    });
    std::vector<double> wanted;
    std::vector<double> heights;
    for (std::size_t state : side) {
      wanted.push_back(wanted_middle(state) - boxes_[state].height / 2);
      heights.push_back(boxes_[state].height + k_side_gap);
    }
    std::vector<double> y = spread(wanted, heights, k_margin + 12);
    for (std::size_t i = 0; i < side.size(); ++i) boxes_[side[i]].y = y[i];
  }

  /// Mean height of the other ends of a port's net.
  double pull(const Port& port) const {
    double sum = 0;
    int count = 0;
    for (const Port& other : ports_) {
      if (other.net != port.net || other.state == port.state) continue;
      sum += middle(other.state);
      ++count;
    }
    return count == 0 ? 0 : sum / count;
  }

  void set_port_heights() {
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      for (Channel channel : {Channel::left, Channel::right}) {
        auto ports = ports_at(i, channel);
        std::stable_sort(ports.begin(), ports.end(),
                         [&](const Port* a, const Port* b) { return pull(*a) < pull(*b); });
        double y = middle(i) - k_port_gap * (static_cast<double>(ports.size()) - 1) / 2;
        for (Port* port : ports) {
          port->y = y;
          y += k_port_gap;
        }
      }
    }
  }

  /// Smallest distance between the level strokes of different nets right of the main column and
  /// left of the side column.
  double clearance(double shift) const {
    double least = k_clear;
    for (const Port& side : ports_) {
      if (is_main(side.state)) continue;
      for (const Port& main : ports_) {
        if (is_on_left(main) || !is_main(main.state) || main.net == side.net) continue;
        least = std::min(least, std::abs(side.y + shift - main.y));
      }
    }
    return least;
  }

  /// Moves the side column a little, so that no two strokes look like one.
  void shift_side() {
    double best = 0;
    for (double step : {3.0, -3.0, 6.0, -6.0, 9.0, -9.0, 12.0, -12.0})
      if (clearance(step) > clearance(best)) best = step;
    for (std::size_t state : columns_.side) boxes_[state].y += best;
    for (Port& port : ports_)
      if (!is_main(port.state)) port.y += best;
  }

  void set_lanes() {
    for (Channel channel : {Channel::left, Channel::right}) {
      std::vector<Extent> extents;
      for (std::size_t i = 0; i < routes_.nets.size(); ++i)
        if (routes_.nets[i].channel == channel) extents.push_back(extent_of(i));
      int count = assign_lanes(extents);
      (channel == Channel::left ? left_lanes_ : right_lanes_) = count;
      for (const Extent& extent : extents) lanes_[extent.net] = extent.lane;
    }
  }

  Extent extent_of(std::size_t net) const {
    Extent extent{net, 1e9, -1e9, 0};
    for (const Port& port : ports_) {
      if (port.net != net) continue;
      extent.top = std::min(extent.top, port.y);
      extent.bottom = std::max(extent.bottom, port.y);
    }
    return extent;
  }

  /// Wide enough for the longest words that stand in it.
  double gutter(Channel channel, bool at_main) const {
    double width = 24;
    for (const Port& port : ports_) {
      if (!port.is_target || routes_.nets[port.net].channel != channel ||
          is_main(port.state) != at_main)
        continue;
      width = std::max(width, width_of(port.label, k_caption_font) + k_head_room + 8);
    }
    return width;
  }

  /// The words beside the straight arrows must end before the first lane.
  double room_for_straight() const {
    double width = 24;
    for (const Arrow& arrow : routes_.straight)
      width = std::max(width,
                       width_of(arrow.label, k_caption_font) + 24 - boxes_[arrow.from].width / 2);
    return width;
  }

  void set_columns() {
    double left = left_lanes_ == 0 ? 0 : gutter(Channel::left, true) + k_lane_gap * left_lanes_;
    double box_width = boxes_.empty() ? 0 : boxes_[0].width;
    main_x_ = k_margin + left;
    main_right_ = main_x_ + box_width;
    right_lanes_x_ = main_right_ + std::max(gutter(Channel::right, true), room_for_straight());
    side_x_ =
        right_lanes_x_ + k_lane_gap * std::max(right_lanes_ - 1, 0) + gutter(Channel::right, false);
    for (std::size_t state : columns_.main) boxes_[state].x = main_x_;
    for (std::size_t state : columns_.side) boxes_[state].x = side_x_;
  }

  double lane_x(std::size_t net) const {
    double lane = lanes_.at(net);
    if (routes_.nets[net].channel == Channel::right) return right_lanes_x_ + k_lane_gap * lane;
    return main_x_ - gutter(Channel::left, true) - k_lane_gap * lane;
  }

  double edge_x(const Port& port) const {
    if (is_on_left(port)) return main_x_;
    return is_main(port.state) ? main_right_ : side_x_;
  }

  void draw_net(std::size_t net) {
    Extent extent = extent_of(net);
    double x = lane_x(net);
    double bend = std::min(k_corner, (extent.bottom - extent.top) / 2);
    if (extent.bottom > extent.top)
      drawing_.strokes.push_back(
          {fmt::format("M{:.1f} {:.1f}V{:.1f}", x, extent.top + bend, extent.bottom - bend),
           Head::none});
    for (const Port& port : ports_) {
      if (port.net != net) continue;
      draw_level(port, extent, x, bend);
      if (port.is_target) caption(port);
    }
  }

  /// From the lane to the box (a target) or from the box to the lane (a source), with a bend at the
  /// ends of the lane.
  void draw_level(const Port& port, const Extent& extent, double x, double bend) {
    double edge = edge_x(port);
    bool is_top = port.y <= extent.top;
    bool is_bottom = port.y >= extent.bottom;
    std::string path;
    if (is_top == is_bottom) {
      path = fmt::format("M{:.1f} {:.1f}", x, port.y);
      if (!is_top) drawing_.joints.push_back({x, port.y});
    } else {
      double from = is_top ? port.y + bend : port.y - bend;
      double beside = x + (edge > x ? bend : -bend);
      path = fmt::format("M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}", x, from, x, port.y, beside,
                         port.y);
    }
    path += fmt::format("H{:.1f}", edge);
    drawing_.strokes.push_back({path, port.is_target ? Head::arrow : Head::none});
  }

  void caption(const Port& port) {
    double edge = edge_x(port);
    bool from_left = is_on_left(port) || !is_main(port.state);
    drawing_.captions.push_back({from_left ? edge - k_head_room : edge + k_head_room, port.y - 5,
                                 port.label, from_left ? Align::end : Align::start});
  }

  void draw_straight(const Arrow& arrow) {
    const Box& from = boxes_[arrow.from];
    const Box& to = boxes_[arrow.to];
    double x = from.x + from.width / 2;
    double top = from.y + from.height;
    drawing_.strokes.push_back({fmt::format("M{:.1f} {:.1f}V{:.1f}", x, top, to.y), Head::arrow});
    drawing_.captions.push_back({x + 9, (top + to.y) / 2 + 2, arrow.label, Align::start});
  }

  void draw_entry(const Box& initial) {
    Dot entry{initial.x + initial.width / 2, k_margin};
    drawing_.strokes.push_back(
        {fmt::format("M{:.1f} {:.1f}V{:.1f}", entry.x, entry.y, initial.y), Head::arrow});
    drawing_.entry = entry;
  }

  Drawing finished() {
    for (const Box& box : boxes_) {
      drawing_.width = std::max(drawing_.width, box.x + box.width + k_margin);
      drawing_.height = std::max(drawing_.height, box.y + box.height + k_margin);
    }
    for (const Caption& caption : drawing_.captions) {
      if (caption.align == Align::end) continue;
      drawing_.width =
          std::max(drawing_.width, caption.x + width_of(caption.text, k_caption_font) + k_margin);
    }
    if (!columns_.main.empty()) draw_entry(boxes_[columns_.main.front()]);
    drawing_.boxes = std::move(boxes_);
    return std::move(drawing_);
  }

  const Chart& chart_;
  std::string_view language_;
  std::vector<Arrow> arrows_;
  Columns columns_;
  Routes routes_;
  std::vector<Box> boxes_;
  std::vector<Port> ports_;
  std::map<std::size_t, int> lanes_;
  int left_lanes_ = 0;
  int right_lanes_ = 0;
  double main_x_ = 0;
  double main_right_ = 0;
  double right_lanes_x_ = 0;
  double side_x_ = 0;
  Drawing drawing_;
};

}  // namespace

double width_of(std::string_view text, double font) {
  return 0.58 * font * static_cast<double>(characters(text));
}

Drawing drawing_of(const Chart& chart, std::string_view language) {
  return Layout(chart, language).draw();
}

}  // namespace dondoc::diagram
