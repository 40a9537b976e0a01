// Why a command was refused, in words that can be shown to an officer or a lead. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "engine/command/decide.h"

namespace dondoc {

Rejected unknown_duty(std::string_view code);
Rejected unknown_plan(std::string_view plan);
Rejected unknown_person(std::string_view person);
Rejected unknown_unit(std::string_view unit);
Rejected not_of_this_unit(std::string_view code);
Rejected only_for_leads(std::string_view code);
Rejected only_for_administrators();
Rejected no_such_move(std::string_view code, std::string_view state_label);
/// Its unit changed; names the codes under which the duty goes on.
Rejected moved_on(const Assignment& assignment);
Rejected missing(std::string_view what);  ///< "lý do", "nội dung"
Rejected too_long(std::string_view what);
Rejected invalid(std::string reason);
Rejected already(std::string reason);

}  // namespace dondoc
