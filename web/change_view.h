// A change of units as its pages show it: what it says in a sentence, what it moves, the form to
// describe one. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "reports/change_effects.h"
#include "web/access.h"
#include "web/change_form.h"
#include "web/page_desk.h"
#include "web/page_words.h"

namespace dondoc {

/// Whether one of its units, old or new, is in sight.
bool sees_change(const Moment& moment, Sight& sight, const Reorganisation& reorganisation);

/// "Sáp nhập Xã A, Xã B thành Xã C.", a line a change.
std::vector<std::string> change_in_words(const Moment& moment, const Reorganisation& reorganisation,
                                         const PageWords& words);

/// "Đã thực hiện", "Chờ đến ngày", …
std::string standing_in_words(const ReorganisationCase& change, const PageWords& words);

/// For the template change_effects.
nlohmann::json effect_values(const Moment& moment, const ChangeEffects& effects,
                             const PageWords& words);

/// Duties that went over when it took effect, as the duties themselves tell it.
ChangeEffects handed_over(const Moment& moment, const Reorganisation& reorganisation);

/// Links to the forms, one an act; `current`: the one that is open.
nlohmann::json act_links(const PageWords& words, std::optional<UnitAct> current);

/// For the template change_new: what can be chosen, and what was typed.
nlohmann::json form_values(const Moment& moment, const Visitor& visitor, const ChangeForm& form,
                           const PageWords& words);

}  // namespace dondoc
