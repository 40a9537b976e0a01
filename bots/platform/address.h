// Web addresses: how a value is written into one, and which ones attachments may be fetched from.
// Those come with messages: without these rules a forged one would make us ask hosts inside the
// house (chat-apis.md §3.7, §5 number 15). Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// Percent-encoded for a query or a form (RFC 3986: all but unreserved characters), or, with "/"
/// as `kept`, for a path.
std::string url_encoded(std::string_view text, std::string_view kept = {});

/// http or https, visible ASCII, the default port, no user, and a host of the list. "*.zdn.vn"
/// stands for every host below zdn.vn, label by label, but not for zdn.vn itself; a pattern without
/// a star is that host alone.
bool is_allowed_address(std::string_view address, const std::vector<std::string>& hosts);

}  // namespace dondoc
