#include "bots/platform/attachment.h"

#include <fmt/format.h>

#include "bots/platform/address.h"

namespace dondoc {
namespace {

constexpr Elapsed k_file_timeout = Elapsed::seconds(60);

Result<std::string> read_answer(HttpAnswer answer, std::size_t most_bytes) {
  if (answer.status == 200) {
    if (answer.body.size() > most_bytes)
      return failure(ErrorKind::permanent, "the attachment is too large");
    return std::move(answer.body);
  }
  if (answer.status >= 300 && answer.status < 400)
    return failure(ErrorKind::permanent, "the attachment's address leads elsewhere");
  const bool later = answer.status >= 500 || answer.status == 429 || answer.status == 408;
  return failure(later ? ErrorKind::transient : ErrorKind::permanent,
                 fmt::format("the attachment cannot be had: HTTP {}", answer.status));
}

}  // namespace

Result<std::string> download_attachment(HttpClient& http, const std::vector<std::string>& hosts,
                                        const InboundFile& file, std::size_t most_bytes) {
  if (!is_allowed_address(file.handle, hosts))
    return failure(ErrorKind::permanent, "the attachment's host is not in attachment_hosts");
  if (file.bytes > most_bytes) return failure(ErrorKind::permanent, "the attachment is too large");
  HttpRequest request;
  request.method = HttpMethod::get;
  request.url = file.handle;
  request.content_type.clear();
  request.timeout = k_file_timeout;
  request.answer_bytes = most_bytes;
  auto answer = http.ask(request);
  if (answer) return read_answer(std::move(*answer), most_bytes);
  if (answer.error().kind == HttpFailure::too_large)
    return failure(ErrorKind::permanent, "the attachment is too large");
  return failure(ErrorKind::transient, "the attachment's host does not answer");
}

}  // namespace dondoc
