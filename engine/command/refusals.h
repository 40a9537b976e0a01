// Why a command was refused: texts R-… of the message book, fit to be shown to an officer or a lead
// in the language of either. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc {

Rejected unknown_duty(std::string_view code);
Rejected unknown_plan(std::string_view plan);
Rejected unknown_person(std::string_view person);
Rejected unknown_unit(std::string_view unit);
Rejected not_of_this_unit(std::string_view code);
Rejected only_for_leads(std::string_view code);
Rejected only_for_leads_of_person(std::string_view name);
Rejected only_for_leads_of_plan(std::string_view plan);
Rejected only_for_administrators();
Rejected no_such_move(std::string_view code, std::string_view state);
/// Its unit changed; names the codes under which the duty goes on.
Rejected moved_on(const Assignment& assignment);
/// `part`: id of the text that names what is missing or too long, "P-08": "lý do".
Rejected missing(std::string_view part);
Rejected too_long(std::string_view part);
/// `text`: id of the text that says what is wrong.
Rejected invalid(std::string_view text, std::vector<PhraseValue> values = {});
Rejected already(std::string_view text, std::vector<PhraseValue> values = {});

}  // namespace dondoc
