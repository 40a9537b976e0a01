// The fields of a form as a browser sends them: "a=1&b=x%20y". Pure; safe from any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace dondoc {

/// Adds the fields. False, and whatever was read until then: not well formed, or more than
/// k_form_parts (web/route.h).
bool add_form_fields(std::string_view body, std::multimap<std::string, std::string>& fields);

/// The last part of whatever a browser calls a file: older ones give the whole path.
std::string file_name_alone(std::string_view name);

}  // namespace dondoc
