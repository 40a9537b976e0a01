// Values for the templates in which a person corrects a draft. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "web/access.h"
#include "web/intake_form.h"
#include "web/page_words.h"

namespace dondoc {

/// For intake_duty. `before`: as it stands; null when one is added.
nlohmann::json duty_form_values(const DutyForm& form, const Plan& plan, const Obligation* before,
                                const PageWords& words);

/// Units of the office by what they are and where they stand, to be chosen together:
/// {"value": "commune|huyen-x", "label"}; of those the visitor leads.
nlohmann::json unit_choices(const Moment& moment, Led& led, const PageWords& words);
/// What one of them stands for; empty when it is none, or nobody is left in it.
std::vector<PlanUnit> units_of_choice(const Moment& moment, Led& led, const std::string& value);

}  // namespace dondoc
