// Values for the templates of a draft. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "web/intake_draft.h"
#include "web/page_desk.h"
#include "web/page_words.h"

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

/// The duty ("B3") or target ("T1") that an item of the text ("d3", "t1"; intake/annotated_text.h)
/// is in the draft, whose codes begin with `prefix`; empty when it is gone, or is money.
std::string code_of_item(const std::string& item, const Plan& plan, const std::string& prefix);

/// Whether a duty has no date until the question is answered.
bool is_waited_for(const Plan& plan, const Question& question);

/// A duty's rule with the accepted proposals in force.
const DueRule& due_in_force(const Obligation& duty, const ConfirmedDues& accepted);

/// How a unit that a draft names stands to the office.
enum class UnitStanding { known, unlisted, external, fresh };
UnitStanding standing_of(const Directory& directory, const PlanUnit& unit);

/// What the codes of its duties begin with; empty when it has none.
std::string prefix_of(const Plan& plan);

}  // namespace dondoc
