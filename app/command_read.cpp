#include "app/command_read.h"

#include <cstdio>

#include "app/data.h"
#include "app/desk.h"
#include "intake/plan_reading.h"
#include "intake/reading_json.h"

namespace dondoc {

int run_read(const ReadOptions& options) {
  const auto bytes = read_file(options.file);
  if (!bytes) return fail("read", bytes.error().message);
  const auto format = source_format(options.file, *bytes);
  if (!format) return fail("read", options.file + ": " + format.error().message);
  const auto document = read_source(*bytes, *format);
  if (!document) return fail("read", options.file + ": " + document.error().message);
  const PlanReading reading = read_plan(*document);
  const std::string out = reading_json(reading, options.explain ? Explaining::on : Explaining::off);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}

}  // namespace dondoc
