// One person as her page shows her, and what she has when she leaves. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "web/people_view.h"

namespace dondoc {

/// Facts, accounts, leaves, and what the forms offer.
nlohmann::json person_values(const Moment& moment, const Person& person, Led& led,
                             const PageWords& words);

/// Everything that would be handed over, and who could take it.
nlohmann::json leaver_values(const Moment& moment, const Person& person, Led& led,
                             const PageWords& words);

}  // namespace dondoc
