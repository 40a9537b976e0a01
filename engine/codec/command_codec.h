// Commands of the administrator as JSON: how a command line hands them to a running office
// (app/office_door.h). Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/command/command.h"
#include "engine/result.h"

namespace dondoc {

/// None: not a command that is handed over; officers and leads speak through channels and pages.
std::optional<std::string> encode_office_command(const CommandBody& command);
/// Errors: corrupt, naming the field.
Result<CommandBody> decode_office_command(std::string_view json);

}  // namespace dondoc
