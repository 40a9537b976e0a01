// Digests that platforms sign with. Pure functions; safe from any thread.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dondoc {

using Sha256 = std::array<unsigned char, 32>;

/// Of the parts, one after the other.
Sha256 sha256(std::initializer_list<std::string_view> parts);
Sha256 hmac_sha256(std::string_view key, std::string_view message);

std::string_view bytes_of(const Sha256& digest);
/// Small letters.
std::string hex(const Sha256& digest);

}  // namespace dondoc
