#include "app/command_doctor.h"

#include "app/clock.h"
#include "app/desk.h"
#include "app/doctor.h"
#include "storage/open.h"

namespace dondoc {

int run_doctor(const DoctorOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("doctor", desk.error().message);
  auto seen = examine(*desk->reader, desk->settings.definitions, desk->settings.config.zone,
                      SystemClock().now());
  if (!seen) return fail("doctor", seen.error().message);
  auto webhooks = open_webhooks(desk->settings.database);
  if (!webhooks) return fail("doctor", webhooks.error().message);
  auto all = (*webhooks)->all();
  if (!all) return fail("doctor", all.error().message);
  look_at_webhooks(*all, desk->settings.config.zone, *seen);
  print(options.json ? examination_json(*seen) : examination_text(*seen));
  return seen->has_fault() ? 1 : 0;
}

}  // namespace dondoc
