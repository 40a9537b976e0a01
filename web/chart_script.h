// The script that draws the charts: the chart library and our drawings (web/charts) in one file, made
// by npm's esbuild when the program is built (cmake/page_assets.cmake). Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "web/demo_pages.h"
#include "web/route.h"

namespace dondoc {

/// Where a page finds it, with its version in the address. None when the program was built without
/// it, which is not an error: the pages then say everything as text.
std::optional<std::string> chart_script_address(const FindFile& files);

/// Kept by the browser for a year when asked for by its version, else for minutes. 404 when there
/// is none.
Response chart_script(const FindFile& files, const Request& request);

}  // namespace dondoc
