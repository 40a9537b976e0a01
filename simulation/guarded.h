// What officers write and nobody may keep: made-up numbers that look like a citizen's. They stand
// nowhere else, so wherever they are found they came from such a message.
#pragma once

#include <array>
#include <string_view>

namespace dondoc::simulation {

inline constexpr std::array<std::string_view, 2> k_guarded = {"079198273519", "0907351928"};

}  // namespace dondoc::simulation
