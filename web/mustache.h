// Fills a Mustache template from JSON; everything is escaped for HTML unless a template says
// otherwise. Ours never do. Safe from any thread.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace dondoc {

/// `{{>name}}` takes in the text of that name from `partials`. An empty text counts as absent in
/// `{{#name}}` and `{{^name}}`. Requires: the template and its partials are well formed (CHECKed):
/// they are ours, not the user's.
std::string fill_template(std::string_view text, const nlohmann::json& values,
                          const std::map<std::string, std::string>& partials);

}  // namespace dondoc
