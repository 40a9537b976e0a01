// Web addresses: how a value is written into one, and which ones files may be fetched from. Zalo
// sends addresses of attachments; without these rules a forged one would make us ask hosts inside
// the house (chat-apis.md §3.7, §5 number 15). Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::zalo_oa {

/// Percent-encoded for a query or a form (RFC 3986: all but unreserved characters).
std::string url_encoded(std::string_view text);

/// Host of an http or https address, in small letters. Empty when the address names a port or a
/// user, is no plain host name, or holds anything but visible ASCII.
std::string host_of(std::string_view address);

/// "*.zdn.vn" is every host below zdn.vn, label by label, but not zdn.vn itself; a pattern without
/// a star is that host alone.
bool is_allowed_host(std::string_view host, const std::vector<std::string>& patterns);

}  // namespace dondoc::zalo_oa
