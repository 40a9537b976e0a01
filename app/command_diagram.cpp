#include "app/command_diagram.h"

#include "app/data.h"
#include "app/desk.h"

namespace dondoc {

int run_diagram(const DiagramOptions& options) {
  auto data = find_data(options.data, "");
  if (!data) return fail("diagram", data.error().message);
  auto loaded = load_definitions(*data);
  if (!loaded.definitions)
    return fail("diagram", "data files have faults\n" + fault_lines(loaded.faults));
  const Chart& chart = options.chart == "plan" ? loaded.definitions->plan_chart
                                               : loaded.definitions->assignment_chart;
  std::string drawing = options.format == "svg" ? svg(chart, "vi") : mermaid(chart, "vi");
  if (!drawing.ends_with("\n")) drawing += '\n';
  print(drawing);
  return 0;
}

}  // namespace dondoc
