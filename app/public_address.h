// Which addresses a request to a place that somebody named may go to: never to this machine or the
// network it stands in, unless the administrator said so. The address that was judged is the one
// that is connected to, so that a name cannot mean another one a moment later.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "app/platform_http.h"

namespace dondoc {

/// Whether a numeric address, IPv4 or IPv6, is one of the public internet; false for what is none.
/// (IANA special-purpose registries; IPv4 inside IPv6 is judged as IPv4.)
bool is_public_address(std::string_view address);
/// 127.0.0.0/8 and ::1.
bool is_loopback_address(std::string_view address);

enum class Reach {
  public_only,
  anywhere,      ///< private addresses and this machine too
  this_machine,  ///< tests: nothing else
};

/// A numeric address of the host, or why there is none, without naming it. Every address the name
/// has must be allowed. Blocks as long as the C library looks it up.
tl::expected<std::string, std::string> address_of_host(const std::string& host, Reach reach);

/// A client whose requests go no further than that.
PlatformHttpSettings webhook_http(Reach reach);

}  // namespace dondoc
