// The two papers about reminding: the annex that proves it for one duty, and the slip (phiếu đôn
// đốc) that is carried to whom no channel reaches. In the layout of Decree 30/2020. Pure; safe from
// any thread.
#pragma once

#include <string>
#include <vector>

#include "engine/state/office.h"
#include "reports/board.h"
#include "reports/reminder_proof.h"

namespace dondoc {

/// What was sent stands there word for word. An assignment whose plan the office does
/// not know has no head; that is not an error.
std::string proof_docx(const Office& office, const Assignment& assignment,
                       const ReminderProof& proof, const Zone& zone);

struct UrgingSlip {
  std::string plan;                  ///< id; its issuer writes
  std::string unit;                  ///< id; it is addressed to
  std::vector<std::string> persons;  ///< ids of those who could not be reached; may be empty
  std::vector<BoardRow> duties;      ///< of that unit, as make_board gave them
  LocalDate today;
};

/// With lines for the unit's answer. Requires: the office knows the plan, at least one duty
/// (CHECKed).
std::string slip_docx(const Office& office, const UrgingSlip& slip);

}  // namespace dondoc
