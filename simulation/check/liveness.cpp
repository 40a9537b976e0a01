#include "simulation/check/liveness.h"

#include <fmt/format.h>

namespace dondoc::simulation {
namespace {

/// Nothing waits longer than the longest holidays.
constexpr Elapsed k_longest_wait = Elapsed::hours(24 * 14);

}  // namespace

void LivenessWatch::run_ends(const View& view) {
  for (const auto& [code, duty] : mirror_.duties()) {
    if (duty.next_step && *duty.next_step <= view.machine)
      findings_.add("liveness", fmt::format("a step of {} is armed for {} and not taken", code,
                                            zone_.clock(*duty.next_step)));
    if (duty.quarantined) findings_.add("liveness", code + " is quarantined");
  }
  for (const auto& [id, message] : mirror_.messages()) {
    if (message.standing != OutboxStanding::waiting) continue;
    if (message.row.created + k_longest_wait < view.machine ||
        (message.row.priority == Priority::answer &&
         message.row.created + Elapsed::hours(24) < view.machine))
      findings_.add("liveness", fmt::format("message {} of {} still waits", id,
                                            zone_.clock(message.row.created)));
  }
}

}  // namespace dondoc::simulation
