// What kind of obligation a deadline becomes, by its verbs. Pure; safe from any thread.
#pragma once

#include "engine/plan/plan.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

Kind kind_of_dated(const Deadline& deadline);

/// task_ongoing when nothing says that it is done once: it is asked about in reports, and has no
/// date to ask for.
Kind kind_of_undated(const Deadline& duty);

}  // namespace dondoc::intake
