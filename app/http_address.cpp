#include "app/http_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dondoc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

/// Printable ASCII without what RFC 3986 leaves out and without '#'.
bool is_target_character(char c) {
  return c > ' ' && c < '\x7f' &&
         std::string_view("\"<>\\^`{|}#").find(c) == std::string_view::npos;
}

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
}

bool is_ipv6_character(char c) {
  return is_digit(c) || c == ':' || c == '.' || (lower(c) >= 'a' && lower(c) <= 'f');
}

std::optional<int> parse_port(std::string_view text) {
  int port = 0;
  const auto end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, port);
  if (text.empty() || !is_digit(text.front()) || failed != std::errc{} || stop != end)
    return std::nullopt;
  if (port < 1 || port > 65535) return std::nullopt;
  return port;
}

/// Takes the host off the front of `rest`; empty when there is none that is well formed.
std::string take_host(std::string_view& rest) {
  const bool in_brackets = rest.starts_with('[');
  const auto end = in_brackets ? rest.find(']') : rest.find(':');
  if (in_brackets && end == rest.npos) return {};
  const std::string_view host = in_brackets ? rest.substr(1, end - 1) : rest.substr(0, end);
  rest.remove_prefix(in_brackets ? end + 1 : host.size());
  const bool valid =
      std::all_of(host.begin(), host.end(), in_brackets ? is_ipv6_character : is_name_character);
  if (!valid || host.empty() || host.size() > 253) return {};
  return lower(host);
}

bool is_token_character(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool breaks_a_line(std::string_view value) {
  return std::any_of(value.begin(), value.end(),
                     [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; });
}

/// Written by the client from the request itself; a second one would confuse the other side.
bool is_own_header(std::string_view name) {
  static constexpr std::array<std::string_view, 7> k_own = {
      "host",       "content-length",    "content-type", "connection",
      "keep-alive", "transfer-encoding", "expect"};
  return std::find(k_own.begin(), k_own.end(), lower(name)) != k_own.end();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') {
      out += "%22";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string boundary_for(const std::vector<HttpPart>& parts) {
  for (unsigned attempt = 0;; ++attempt) {
    std::string boundary = fmt::format("----dondoc-part-{:08x}", attempt);
    const bool taken = std::any_of(parts.begin(), parts.end(), [&](const HttpPart& part) {
      return part.content.find(boundary) != std::string::npos;
    });
    if (!taken) return boundary;
  }
}

}  // namespace

std::string HttpAddress::place() const {
  return fmt::format("{}://{}:{}", encrypted ? "https" : "http", host, port);
}

std::optional<HttpAddress> parse_http_address(std::string_view url) {
  HttpAddress address;
  const auto scheme_end = url.find("://");
  if (scheme_end == url.npos) return std::nullopt;
  const std::string scheme = lower(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  address.encrypted = scheme == "https";

  std::string_view rest = url.substr(scheme_end + 3);
  const auto target_at = std::min(rest.find_first_of("/?"), rest.size());
  const std::string_view target = rest.substr(target_at);
  rest = rest.substr(0, target_at);
  if (!std::all_of(target.begin(), target.end(), is_target_character)) return std::nullopt;
  address.target = target.starts_with('/') ? std::string(target) : "/" + std::string(target);

  address.host = take_host(rest);
  if (address.host.empty()) return std::nullopt;
  address.port = address.encrypted ? 443 : 80;
  if (rest.empty()) return address;
  const auto port = rest.starts_with(':') ? parse_port(rest.substr(1)) : std::nullopt;
  if (!port) return std::nullopt;
  address.port = *port;
  return address;
}

std::string fault_of_headers(const HttpRequest& request) {
  for (const HttpHeader& header : request.headers) {
    if (header.name.empty() ||
        !std::all_of(header.name.begin(), header.name.end(), is_token_character))
      return "a header's name is not valid";
    if (breaks_a_line(header.value)) return "a header's value has control characters";
    if (is_own_header(header.name)) return "a header is given that the client writes itself";
  }
  if (breaks_a_line(request.content_type)) return "the content type has control characters";
  for (const HttpPart& part : request.parts) {
    if (breaks_a_line(part.content_type)) return "a part's content type has control characters";
  }
  return {};
}

HttpForm form_of(const std::vector<HttpPart>& parts) {
  const std::string boundary = boundary_for(parts);
  HttpForm form;
  form.content_type = "multipart/form-data; boundary=" + boundary;
  for (const HttpPart& part : parts) {
    form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
    if (!part.file_name.empty()) form.body += "; filename=" + quoted(part.file_name);
    if (!part.content_type.empty()) form.body += "\r\nContent-Type: " + part.content_type;
    form.body += "\r\n\r\n";
    form.body += part.content;
    form.body += "\r\n";
  }
  form.body += "--" + boundary + "--\r\n";
  return form;
}

}  // namespace dondoc
