// Which addresses a photo may be taken from: they come with messages, so anybody who finds the
// webhook's secret could send us elsewhere (chat-apis.md §5.15). Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::zalo_bot {

/// http or https, default port, no user name, a host of the list; "*.zdn.vn" stands for every name
/// below zdn.vn.
bool is_allowed_address(std::string_view url, const std::vector<std::string>& hosts);

}  // namespace dondoc::zalo_bot
