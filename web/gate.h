// Who gets in. The demo listens on loopback only, but any page in the same browser can send
// requests there, and a name of its own can be made to mean 127.0.0.1 (DNS rebinding). Hence: the
// Host must be a name of this machine, a change needs the same Origin, a content type that other
// sites cannot send unasked, and the token that only our page knows. Pure functions; safe from any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/route.h"

namespace dondoc {

/// "127.0.0.1", "localhost" or "[::1]", with or without a port.
bool is_loopback_host(std::string_view host);

/// 256 random bits as text, new for each process.
std::string fresh_token();

/// Why the request must not reach the route; none when it may. `token`: what our own page was
/// given.
std::optional<Response> turned_away(const Request& request, Access access, std::string_view token);

}  // namespace dondoc
