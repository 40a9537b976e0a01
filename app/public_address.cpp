#include "app/public_address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

namespace dondoc {
namespace {

using Bytes4 = std::array<std::uint8_t, 4>;
using Bytes16 = std::array<std::uint8_t, 16>;

std::optional<Bytes4> v4_of(const std::string& text) {
  Bytes4 bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ? std::optional(bytes) : std::nullopt;
}

std::optional<Bytes16> v6_of(const std::string& text) {
  Bytes16 bytes{};
  return inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1 ? std::optional(bytes) : std::nullopt;
}

struct Block4 {
  Bytes4 network;
  unsigned bits;
};
constexpr Block4 k_not_public[] = {
    {{0, 0, 0, 0}, 8},      {{10, 0, 0, 0}, 8},     {{100, 64, 0, 0}, 10}, {{127, 0, 0, 0}, 8},
    {{169, 254, 0, 0}, 16}, {{172, 16, 0, 0}, 12},  {{192, 0, 0, 0}, 24},  {{192, 0, 2, 0}, 24},
    {{192, 88, 99, 0}, 24}, {{192, 168, 0, 0}, 16}, {{198, 18, 0, 0}, 15}, {{198, 51, 100, 0}, 24},
    {{203, 0, 113, 0}, 24}, {{224, 0, 0, 0}, 4},    {{240, 0, 0, 0}, 4}};

std::uint32_t number_of(const Bytes4& bytes) {
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8U | byte;
  return number;
}

bool is_in(const Bytes4& address, const Block4& block) {
  const std::uint32_t mask = 0xFFFFFFFFU << (32U - block.bits);
  return (number_of(address) & mask) == number_of(block.network);
}

bool is_public(const Bytes4& address) {
  return std::none_of(std::begin(k_not_public), std::end(k_not_public),
                      [&](const Block4& block) { return is_in(address, block); });
}

bool begins_with(const Bytes16& address, std::initializer_list<std::uint8_t> bytes) {
  return std::equal(bytes.begin(), bytes.end(), address.begin());
}

Bytes4 inside(const Bytes16& address, std::size_t at) {
  Bytes4 bytes{};
  std::copy_n(address.begin() + static_cast<std::ptrdiff_t>(at), 4, bytes.begin());
  return bytes;
}

/// Only 2000::/3 is given out; in it what carries IPv4 is judged as that, and 2001::/23 and the
/// addresses for documentation are not public.
bool is_public(const Bytes16& address) {
  if (begins_with(address, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}))
    return is_public(inside(address, 12));  // NAT64
  if (begins_with(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}))
    return is_public(inside(address, 12));  // ::ffff:a.b.c.d
  if ((address[0] & 0xE0U) != 0x20U) return false;
  if (begins_with(address, {0x20, 0x02})) return is_public(inside(address, 2));  // 6to4
  if (begins_with(address, {0x20, 0x01}) && address[2] < 2) return false;
  if (begins_with(address, {0x20, 0x01, 0x0d, 0xb8})) return false;
  return !(begins_with(address, {0x3f, 0xff}) && address[2] < 0x10);
}

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

std::string text_of(const addrinfo& one) {
  std::array<char, NI_MAXHOST> text{};
  const int failed = getnameinfo(one.ai_addr, one.ai_addrlen, text.data(), text.size(), nullptr, 0,
                                 NI_NUMERICHOST);
  return failed == 0 ? text.data() : "";
}

}  // namespace

bool is_public_address(std::string_view address) {
  const std::string text(address);
  if (const auto v4 = v4_of(text)) return is_public(*v4);
  const auto v6 = v6_of(text);
  return v6 && is_public(*v6);
}

bool is_loopback_address(std::string_view address) {
  const std::string text(address);
  if (const auto v4 = v4_of(text)) return (*v4)[0] == 127;
  const auto v6 = v6_of(text);
  Bytes16 one{};
  one[15] = 1;
  return v6 && *v6 == one;
}

tl::expected<std::string, std::string> address_of_host(const std::string& host, Reach reach) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0)
    return tl::unexpected(std::string("the host's name is not known"));
  const Addresses owner(found, &freeaddrinfo);
  std::string first;
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
    const std::string text = text_of(*one);
    if (reach == Reach::public_only && !is_public_address(text))
      return tl::unexpected(std::string("its address is not a public one"));
    if (reach == Reach::this_machine && !is_loopback_address(text))
      return tl::unexpected(std::string("its address is not on this machine"));
    if (first.empty()) first = text;
  }
  if (first.empty()) return tl::unexpected(std::string("the host has no address"));
  return first;
}

PlatformHttpSettings webhook_http(Reach reach) {
  PlatformHttpSettings settings;
  settings.address_of = [reach](const std::string& host) { return address_of_host(host, reach); };
  return settings;
}

}  // namespace dondoc
