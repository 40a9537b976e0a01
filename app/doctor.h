// Doctor: does every open assignment have a next step, a reachable officer, a lead above it and a
// place in a summary (design §12)? Pure but for the Reader it is given.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/reader.h"
#include "engine/port/webhook_store.h"

namespace dondoc {

enum class Severity {
  fault,  ///< a promise of the program is broken
  note,   ///< somebody should look; the program does what it can
};

/// Every code of a finding. Whoever tells of findings has words for each.
inline constexpr auto k_finding_codes = std::to_array<std::string_view>(
    {"unreadable_row", "disarmed", "no_next_step", "no_ladder", "overlooked_step", "no_plan",
     "no_obligation", "no_officer", "unreachable_officer", "no_lead", "cannot_reach", "late_step",
     "quarantined", "planned_change", "clock_behind", "webhook_failing", "webhook_paused"});

struct Finding {
  Severity severity = Severity::note;
  std::string code;       ///< one of k_finding_codes
  std::string about;      ///< assignment, unit or person
  std::size_t count = 1;  ///< assignments or messages it stands for
  std::string what;
  std::string advice;
};

struct Examination {
  std::size_t open = 0;   ///< assignments neither done nor void, unreadable ones included
  std::size_t armed = 0;  ///< of them, with a next step
  std::map<std::string, std::size_t> silent;  ///< why the others have none, with their number
  std::vector<Finding> findings;              ///< faults first

  bool has_fault() const;
};

/// Errors: those of the reader; corrupt when the office itself cannot be read. An assignment that
/// cannot be read is a finding.
Result<Examination> examine(Reader& reader, const Definitions& definitions, const Zone& zone,
                            Instant now);
/// The same, of an office that was read before.
Result<Examination> examine(Reader& reader, const Office& office, const Definitions& definitions,
                            const Zone& zone, Instant now);

/// Adds a note for each webhook that is paused or was not taken.
void look_at_webhooks(const std::vector<Webhook>& webhooks, const Zone& zone, Examination& seen);

/// One line a finding, with its advice below. Ends with a line break.
std::string examination_text(const Examination& examination);
/// {"open", "armed", "silent": {reason: n}, "findings": [{"severity", "code", "about", "count",
/// "what", "advice"}]}
std::string examination_json(const Examination& examination);

}  // namespace dondoc
