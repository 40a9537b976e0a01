#include "web/gate.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "engine/check.h"
#include "engine/text/constant_time.h"

namespace dondoc {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A browser says where a request comes from; what is not a browser may leave it out, but cannot
/// know the token.
bool from_our_page(const Request& request) {
  const bool same_origin =
      request.origin.empty() || lower(request.origin) == "http://" + lower(request.host);
  const bool same_site = request.fetch_site.empty() || request.fetch_site == "same-origin";
  return same_origin && same_site;
}

bool is_json(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return lower(type) == "application/json";
}

}  // namespace

bool is_loopback_host(std::string_view host) {
  for (std::string_view name : {"127.0.0.1", "localhost", "[::1]"}) {
    if (lower(host.substr(0, name.size())) != name) continue;
    const std::string_view rest = host.substr(name.size());
    if (rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)))) return true;
  }
  return false;
}

std::string fresh_token() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, 32> bits{};
  randombytes_buf(bits.data(), bits.size());
  std::array<char, 2 * bits.size() + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bits.data(), bits.size());
  return text.data();
}

std::optional<Response> turned_away(const Request& request, Access access, std::string_view token) {
  if (access == Access::open) return std::nullopt;
  if (!is_loopback_host(request.host))
    return refusal(403, "Trang này chỉ mở được trên chính máy đang chạy chương trình.");
  if (access == Access::page) return std::nullopt;
  if (!from_our_page(request))
    return refusal(403, "Yêu cầu đến từ một trang khác nên không được thực hiện.");
  if (!same_in_constant_time(request.token, token))
    return refusal(403, "Chương trình đã khởi động lại; đề nghị tải lại trang.");
  if (!is_json(request.content_type)) return refusal(415, "Chỉ nhận nội dung application/json.");
  return std::nullopt;
}

}  // namespace dondoc
