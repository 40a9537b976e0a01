#include "web/chart_script.h"

#include <string_view>

namespace dondoc {
namespace {

constexpr std::string_view k_script = "web/built/charts.js";
constexpr std::string_view k_version = "web/built/charts.version";
constexpr const char* k_type = "text/javascript; charset=utf-8";

}  // namespace

std::optional<std::string> chart_script_address(const FindFile& files) {
  const auto version = files(k_version);
  if (!version) return std::nullopt;
  return "/assets/charts.js?v=" + std::string(*version);
}

Response chart_script(const FindFile& files, const Request& request) {
  const auto script = files(k_script);
  const auto version = files(k_version);
  if (!script || !version) return {404, k_type, ""};
  Response response{200, k_type, std::string(*script)};
  const bool is_this_one = request.parameter("v") == *version;
  response.headers.emplace_back("Cache-Control", is_this_one
                                                     ? "private, max-age=31536000, immutable"
                                                     : "private, max-age=300");
  return response;
}

}  // namespace dondoc
