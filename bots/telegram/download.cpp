#include "bots/telegram/download.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dondoc::telegram {
namespace {

/// A server of our own may answer with a path on its disk: never asked for.
bool is_relative_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\\') != path.npos) return false;
  const bool climbs = path == ".." || path.starts_with("../") || path.ends_with("/..") ||
                      path.find("/../") != path.npos;
  return !climbs && path.find("//") == path.npos && path.find(':') == path.npos;
}

tl::unexpected<Error> too_large(std::size_t most_bytes) {
  return failure(ErrorKind::permanent,
                 fmt::format("telegram file: larger than {} bytes", most_bytes));
}

Result<std::string> content_of(const ApiCall& api, std::string_view path, std::size_t most_bytes) {
  auto answer = api.fetch(path, most_bytes);
  if (!answer) {
    if (answer.error().kind == HttpFailure::too_large) return too_large(most_bytes);
    return failure(ErrorKind::transient, "telegram file: " + answer.error().detail);
  }
  if (answer->status != 200)
    return failure(ErrorKind::transient, fmt::format("telegram file: HTTP {}", answer->status));
  if (answer->body.size() > most_bytes) return too_large(most_bytes);
  return std::move(answer->body);
}

}  // namespace

Result<std::string> download_file(const ApiCall& api, const InboundFile& file,
                                  std::size_t most_bytes) {
  most_bytes = std::min(most_bytes, k_download_bytes);
  if (file.bytes > most_bytes) return too_large(most_bytes);
  const ApiReply reply = api.ask("getFile", nlohmann::json::object({{"file_id", file.handle}}));
  if (!reply.ok()) {
    Error error = error_of(reply, "getFile");
    if (reply.says("temporarily unavailable")) error.kind = ErrorKind::transient;
    return tl::unexpected<Error>(std::move(error));
  }
  if (reply.result["file_size"].number().value_or(0) > static_cast<std::int64_t>(most_bytes))
    return too_large(most_bytes);
  const std::string path = reply.result["file_path"].text();
  if (!is_relative_path(path))
    return failure(ErrorKind::permanent, "telegram getFile: gave no path that may be asked for");
  return content_of(api, path, most_bytes);
}

}  // namespace dondoc::telegram
