#include "bots/zalo_bot/photo_address.h"

#include <algorithm>

namespace dondoc::zalo_bot {
namespace {

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool matches(std::string_view host, std::string_view pattern) {
  if (!pattern.starts_with("*.")) return host == pattern;
  pattern.remove_prefix(1);
  return host.size() > pattern.size() && host.ends_with(pattern);
}

}  // namespace

bool is_allowed_address(std::string_view url, const std::vector<std::string>& hosts) {
  for (std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    // Anything but a plain name before the path (a port, a user name, a capital) is refused.
    const std::string_view host = url.substr(0, url.find_first_of("/?"));
    return std::all_of(host.begin(), host.end(), is_host_character) &&
           std::any_of(hosts.begin(), hosts.end(),
                       [&](const std::string& pattern) { return matches(host, pattern); });
  }
  return false;
}

}  // namespace dondoc::zalo_bot
