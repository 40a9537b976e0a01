// Values for the templates of a draft. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "web/intake_draft.h"

namespace dondoc {

/// For the template intake_draft: head, questions, duties, figures, the text beside them, and what
/// issuing it would do. All but "units", for which the office is needed.
nlohmann::json draft_values(const OpenedDraft& draft, const PageWords& words);

/// "units": how those that the draft names stand to the office.
nlohmann::json unit_rows(const Moment& moment, const OpenedDraft& draft, const Plan& plan,
                         const PageWords& words);

/// The first days of a rule: "5/3/2026, 5/6/2026, … (12 lần)"; in words when it has none.
std::string days_in_words(const DueRule& due, const Plan& plan, const PageWords& words);

/// "Báo cáo định kỳ".
std::string kind_in_words(Kind kind, const PageWords& words);

/// What the codes of its duties begin with; empty when it has none.
std::string prefix_of(const Plan& plan);

}  // namespace dondoc
