// The names of the files in a ZIP archive, from its own list at the end. Nothing is unpacked. Pure.
#pragma once

#include <string_view>
#include <vector>

namespace dondoc {

/// In the order of the list; views into `archive`. Empty when there is no list that can be read to
/// its end. At most some thousand names are read.
std::vector<std::string_view> archive_names(std::string_view archive);

}  // namespace dondoc
