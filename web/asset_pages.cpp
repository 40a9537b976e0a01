// Style, scripts and pictures of the pages. They never change while the program runs: a browser
// asks for the small ones every few minutes, for the charts once for each version of them.
#include <array>
#include <string>

#include "web/chart_script.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

struct Asset {
  const char* path;
  const char* file;
  const char* type;
};
constexpr std::array<Asset, 4> k_assets{{
    {"/assets/pages.css", "web/assets/pages.css", "text/css; charset=utf-8"},
    {"/assets/pages.js", "web/assets/pages.js", "text/javascript; charset=utf-8"},
    {"/assets/pages.svg", "web/assets/demo.svg", "image/svg+xml"},
    {"/assets/htmx.js", "web/node_modules/htmx.org/dist/htmx.min.js",
     "text/javascript; charset=utf-8"},
}};

}  // namespace

void add_asset_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  for (const Asset& asset : k_assets) {
    table.push_back({"GET", asset.path, Rule::everyone, Subject::none,
                     [&asset, files = tools.kit.files](const PageCall&) {
                       const auto text = files(asset.file);
                       if (!text) return Response{404, asset.type, ""};
                       Response response{200, asset.type, std::string(*text)};
                       response.headers.emplace_back("Cache-Control", "private, max-age=300");
                       return response;
                     }});
  }
  table.push_back({"GET", "/assets/charts.js", Rule::everyone, Subject::none,
                   [files = tools.kit.files](const PageCall& call) {
                     return chart_script(files, call.request);
                   }});
}

}  // namespace dondoc
