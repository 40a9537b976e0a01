// The demo page as HTML for a browser that opens it, and as JSON for the script that keeps it up to
// date. Both are written from the same view by the same names, so that web/templates/*.html say
// once where each value goes. Pure; safe from any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "web/demo_view.h"

namespace dondoc {

/// A template or asset by its path from the project's root, "web/templates/demo.html"; none when
/// there is no such file.
using FindFile = std::function<std::optional<std::string_view>(std::string_view)>;

/// The whole page. `token`: what its script must send with every change. Requires: the templates
/// are there (CHECKed).
std::string demo_page(const DemoView& view, const std::string& version, const std::string& token,
                      const FindFile& files);

/// What changes while the page is open. `version`: what the script asks with next time.
std::string demo_state(const DemoView& view, const std::string& version);

}  // namespace dondoc
