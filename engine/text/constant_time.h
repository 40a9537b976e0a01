// Comparison of secrets. Pure functions; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc {

/// In time that tells neither where the texts differ nor how long the expected one is: for what a
/// stranger sends and only we know.
bool same_in_constant_time(std::string_view given, std::string_view expected);

}  // namespace dondoc
