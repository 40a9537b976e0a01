// Passwords by Argon2id (libsodium). Safe from any thread; one hash takes about 64 MB and a tenth
// of a second, on purpose.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

inline constexpr std::size_t k_shortest_password = 12;  ///< bytes
inline constexpr std::size_t k_longest_password = 256;  ///< bytes

/// Salt and costs stand in it. Errors: transient when memory is short.
Result<std::string> password_hash(std::string_view password);

/// Takes as long for a wrong one as for the right one.
bool password_matches(std::string_view password, const std::string& hash);

/// A hash that no password has, to be compared with when somebody has none: it takes as long.
const std::string& hash_of_nobody();

}  // namespace dondoc
