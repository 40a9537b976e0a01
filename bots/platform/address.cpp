#include "bots/platform/address.h"

#include <algorithm>
#include <cctype>

namespace dondoc {
namespace {

constexpr std::size_t k_address_bytes = 4096;
constexpr std::size_t k_host_bytes = 253;
constexpr std::size_t k_label_bytes = 63;

bool is_unreserved(unsigned char c) {
  return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return result;
}

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > k_label_bytes) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Two labels or more, the last one not a number: an IP address is no host name.
bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > k_host_bytes) return false;
  std::size_t labels = 0;
  std::string_view rest = host;
  std::string_view last;
  while (true) {
    const auto dot = rest.find('.');
    last = rest.substr(0, dot);
    if (!is_label(last)) return false;
    ++labels;
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return labels >= 2 &&
         std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_plain(char c) { return c > 0x20 && c < 0x7f && c != '\\'; }

/// Host of the address, in small letters; empty when anything about it is not plain.
std::string host_of(std::string_view address) {
  if (address.size() > k_address_bytes) return {};
  if (!std::all_of(address.begin(), address.end(), is_plain)) return {};
  const auto end_of_scheme = address.find("://");
  if (end_of_scheme == std::string_view::npos) return {};
  const std::string scheme = lower(address.substr(0, end_of_scheme));
  if (scheme != "http" && scheme != "https") return {};
  std::string_view rest = address.substr(end_of_scheme + 3);
  std::string host = lower(rest.substr(0, rest.find_first_of("/?#")));
  // A user ("a@b"), a port ("a:80") or "[::1]" is no host name.
  return is_host_name(host) ? host : std::string();
}

bool is_allowed_host(std::string_view host, const std::string& pattern) {
  const std::string allowed = lower(pattern);
  if (!allowed.starts_with("*.")) return host == allowed;
  // With its dot, so that "evilzdn.vn" is no host below "zdn.vn".
  const std::string_view below = std::string_view(allowed).substr(1);
  return host.size() > below.size() && host.ends_with(below);
}

}  // namespace

std::string url_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x80 && is_unreserved(byte)) || kept.find(c) != kept.npos) {
      result += c;
      continue;
    }
    result += '%';
    result += k_digits[byte >> 4U];
    result += k_digits[byte & 15U];
  }
  return result;
}

bool is_allowed_address(std::string_view address, const std::vector<std::string>& hosts) {
  const std::string host = host_of(address);
  return !host.empty() && std::any_of(hosts.begin(), hosts.end(), [&](const std::string& pattern) {
    return is_allowed_host(host, pattern);
  });
}

}  // namespace dondoc
