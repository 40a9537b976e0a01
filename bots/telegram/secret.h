// Secrets compared and signed so that time tells nothing. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::telegram {

/// In time that depends on neither content nor the place of the first difference.
bool same_secret(std::string_view given, std::string_view expected);

/// Raw bytes.
std::string sha256(std::string_view message);
std::string hmac_sha256(std::string_view key, std::string_view message);
std::string hex(std::string_view bytes);

}  // namespace dondoc::telegram
