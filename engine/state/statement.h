// What a unit says about a duty, as far as it can be taken back before a lead has decided on it
// (domain.md §3: "sửa"). Constant tables; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc {

enum class Statement {
  none,
  acknowledgement,
  progress,  ///< not taken back but said anew
  report,
  extension,
  obstacle,
  dispute,
  handover,
  promise,
};

/// "retract_extension": the trigger that takes the statement back, as FireTrigger asks for it and
/// the log keeps it (Moved::on). Requires: neither none nor progress (CHECKed).
std::string_view retraction_of(Statement what);

/// What a trigger takes back; none: it is no retraction.
Statement retracted_by(std::string_view trigger);

}  // namespace dondoc
