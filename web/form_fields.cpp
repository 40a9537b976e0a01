#include "web/form_fields.h"

#include <algorithm>
#include <optional>

#include "web/page_route.h"

namespace dondoc {
namespace {

std::optional<std::string> decoded(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return percent_decoded(spaced);
}

}  // namespace

bool add_form_fields(std::string_view body, std::multimap<std::string, std::string>& fields) {
  while (!body.empty()) {
    const auto end = std::min(body.find('&'), body.size());
    const std::string_view field = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (field.empty()) continue;
    const auto equals = std::min(field.find('='), field.size());
    auto name = decoded(field.substr(0, equals));
    auto value = decoded(field.substr(std::min(equals + 1, field.size())));
    if (!name || !value || fields.size() >= k_form_parts) return false;
    fields.emplace(std::move(*name), std::move(*value));
  }
  return true;
}

std::string file_name_alone(std::string_view name) {
  const auto last = name.find_last_of("/\\");
  return std::string(last == name.npos ? name : name.substr(last + 1));
}

}  // namespace dondoc
