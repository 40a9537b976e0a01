// A request taken apart, as every fake platform needs it. Pure functions.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/port/http_client.h"

namespace dondoc::test {

/// Behind "scheme://host", without the query; "/" when there is none.
std::string path_of(const std::string& url);
/// Behind the first "?"; empty when there is none.
std::string query_of(const std::string& url);

/// Percent-decoded, "+" as a blank.
std::string url_decoded(std::string_view text);
/// Fields of a query or of a form's body, decoded.
std::map<std::string, std::string> form_of(std::string_view form);

/// The first of that name, as written; empty when there is none.
std::string header_of(const HttpRequest& request, std::string_view name);

}  // namespace dondoc::test
