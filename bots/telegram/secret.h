// Digests that the platform signs with. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::telegram {

/// Raw bytes.
std::string sha256(std::string_view message);
std::string hmac_sha256(std::string_view key, std::string_view message);
std::string hex(std::string_view bytes);

}  // namespace dondoc::telegram
