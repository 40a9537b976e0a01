// Words that plan files share with other data files. Immutable; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

namespace dondoc {

/// "committee", "commune" …: kinds of units in plans and in the directory.
const std::vector<std::string_view>& unit_kinds();

/// "report_periodic" …: kinds of obligations, in the order of Kind.
const std::vector<std::string_view>& kind_names();

}  // namespace dondoc
