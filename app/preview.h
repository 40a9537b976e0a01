// Preview: every assignment a plan causes and every step if nobody answers, in order (design §12).
// Made by the real engine over a store in memory; sends nothing, needs no database.
#pragma once

#include <string>
#include <vector>

#include "engine/command/decide.h"
#include "engine/result.h"

namespace dondoc {

struct PreviewAssignment {
  std::string code, obligation, unit, unit_name, period, kind;
  std::optional<LocalDate> due_nominal, due_effective, from, cutoff;
  bool confirmed = true;
  Binding binding = Binding::ordered;
  std::optional<int> quantity;
};

struct PreviewStep {
  Instant at;
  std::string code, step, audience, channel_hint, text;
};

struct PreviewQuestion {
  std::string obligation, question, proposal;
};

struct Preview {
  std::vector<PreviewAssignment> assignments;
  std::vector<PreviewStep> steps;
  std::vector<PreviewQuestion> questions;
};

enum class Defaults { as_asked, confirmed };

/// Requires a faultless plan document. `unit` empty: all. Errors: permanent when the plan is
/// refused, with the reason.
Result<Preview> preview_plan(const Definitions& definitions, const Zone& zone,
                             const std::string& document, Defaults defaults,
                             const std::string& unit);

std::string preview_json(const Preview& preview, const Zone& zone);
std::string preview_text(const Preview& preview, const Zone& zone);

}  // namespace dondoc
