#include "tests/support/request_address.h"

#include <algorithm>

namespace dondoc::test {

std::string path_of(const std::string& url) {
  const auto scheme = url.find("://");
  const auto start = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  if (start == std::string::npos) return "/";
  return url.substr(start, url.find('?', start) - start);
}

std::string query_of(const std::string& url) {
  const auto mark = url.find('?');
  return mark == std::string::npos ? "" : url.substr(mark + 1);
}

std::string url_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

std::map<std::string, std::string> form_of(std::string_view form) {
  std::map<std::string, std::string> fields;
  while (!form.empty()) {
    const auto end = std::min(form.find('&'), form.size());
    const std::string_view pair = form.substr(0, end);
    form.remove_prefix(std::min(end + 1, form.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    if (pair.empty()) continue;
    fields[url_decoded(pair.substr(0, equals))] =
        url_decoded(pair.substr(std::min(equals + 1, pair.size())));
  }
  return fields;
}

std::string header_of(const HttpRequest& request, std::string_view name) {
  for (const HttpHeader& each : request.headers) {
    if (each.name == name) return each.value;
  }
  return {};
}

}  // namespace dondoc::test
