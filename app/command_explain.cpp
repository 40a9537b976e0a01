#include "app/command_explain.h"

#include "app/clock.h"
#include "app/desk.h"
#include "app/explain.h"

namespace dondoc {

int run_explain(const ExplainOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("explain", desk.error().message);
  const Zone zone = desk->settings.config.zone;
  auto life =
      explain(*desk->reader, desk->settings.definitions, zone, options.code, SystemClock().now());
  if (!life) return fail("explain", life.error().message);
  print(options.json ? life_json(*life, zone) : life_text(*life, zone));
  return 0;
}

}  // namespace dondoc
