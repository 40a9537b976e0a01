// "Did you mean …?": the known name that a wrong one most looks like. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// "; did you mean 'form'?" when one of `known` is near enough, otherwise empty. `token` is also
/// taken for a slip of `token_file`: secrets stand in files. Nothing is suggested from a list too
/// long to compare with.
std::string suggestion(std::string_view wrong, const std::vector<std::string_view>& known);

/// "'a', 'b' or 'c'"
std::string listed(const std::vector<std::string_view>& names);

}  // namespace dondoc
