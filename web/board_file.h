// The board that is looked at as a .csv file. Pure; safe from any thread.
#pragma once

#include "reports/export.h"
#include "web/board_choice.h"

namespace dondoc {

/// What is chosen and in the visitor's sight, worst first.
ExportedFile board_file(const Moment& moment, const Visitor& visitor, const BoardChoice& choice);

}  // namespace dondoc
