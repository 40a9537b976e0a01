#include "bots/telegram/api_call.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "bots/platform/address.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

constexpr std::size_t k_answer_bytes = 8 * 1024 * 1024;  ///< getUpdates: about 4 MiB, and reserve
constexpr std::size_t k_description_bytes = 300;
constexpr std::int64_t k_retry_after_most_s = 24 * 3600;
constexpr Elapsed k_download_timeout = Elapsed::seconds(60);

/// After these words the platform quotes what was sent.
constexpr std::string_view k_quoting = "can't parse entities";

/// Without the text of a message, the token and a tail that never ends.
std::string harmless(std::string description, const std::string& token) {
  if (const auto at = description.find(k_quoting); at != description.npos)
    description.erase(at + k_quoting.size());
  if (!token.empty() && description.find(token) != description.npos) return "(holds the token)";
  if (description.size() > k_description_bytes) {
    std::size_t end = k_description_bytes;
    while (end > 0 && (static_cast<unsigned char>(description[end]) & 0xC0) == 0x80) --end;
    description.erase(end);
  }
  return description;
}

std::optional<Elapsed> seconds_of(std::optional<std::int64_t> seconds) {
  if (!seconds || *seconds < 0) return std::nullopt;
  return Elapsed::seconds(std::min(*seconds, k_retry_after_most_s));
}

ApiReply failed(const HttpError& error) {
  ApiReply reply;
  // An answer that was too large was an answer: the work may be done.
  reply.kind = error.kind == HttpFailure::not_sent ? ReplyKind::not_sent : ReplyKind::no_answer;
  reply.description = error.detail;
  return reply;
}

}  // namespace

json id_value(const std::string& id) {
  if (const auto number = whole_number(id)) return *number;
  return id;
}

std::string ApiReply::detail() const {
  return code == 0 ? description : fmt::format("{} {}", code, description);
}

bool ApiReply::says(std::string_view words) const {
  return description.find(words) != std::string::npos;
}

ApiCall::ApiCall(std::string base, std::string token, HttpClient& http)
    : base_(std::move(base)), token_(std::move(token)), http_(http) {
  while (base_.ends_with('/')) base_.pop_back();
}

HttpRequest ApiCall::request_for(std::string_view method) const {
  HttpRequest request;
  request.url = fmt::format("{}/bot{}/{}", base_, token_, method);
  request.answer_bytes = k_answer_bytes;
  return request;
}

ApiReply ApiCall::ask(std::string_view method, const json& parameters, Elapsed timeout) const {
  HttpRequest request = request_for(method);
  request.body = json_text(parameters);
  request.timeout = timeout;
  return send(request);
}

ApiReply ApiCall::upload(std::string_view method, std::vector<HttpPart> parts,
                         Elapsed timeout) const {
  HttpRequest request = request_for(method);
  request.parts = std::move(parts);
  request.timeout = timeout;
  return send(request);
}

tl::expected<HttpAnswer, HttpError> ApiCall::fetch(std::string_view path,
                                                   std::size_t most_bytes) const {
  HttpRequest request;
  request.method = HttpMethod::get;
  request.url = fmt::format("{}/file/bot{}/{}", base_, token_, url_encoded(path, "/"));
  request.content_type.clear();
  request.timeout = k_download_timeout;
  request.answer_bytes = most_bytes;
  return http_.ask(request);
}

ApiReply ApiCall::send(const HttpRequest& request) const {
  const auto answer = http_.ask(request);
  return answer ? read(*answer) : failed(answer.error());
}

ApiReply ApiCall::read(const HttpAnswer& answer) const {
  ApiReply reply;
  reply.code = answer.status;
  const auto tree = JsonTree::parse(answer.body);
  const JsonTree ok = tree ? (*tree)["ok"] : JsonTree();
  if (!ok.is_true() && !ok.is_false()) {
    const auto first = answer.body.find_first_not_of(" \t\r\n");
    const bool page = first != std::string::npos && answer.body[first] == '<';
    reply.kind = page ? ReplyKind::page : ReplyKind::garbled;
    reply.description = "an answer that is not the platform's";
    return reply;
  }
  reply.kind = ok.is_true() ? ReplyKind::ok : ReplyKind::refused;
  reply.result = (*tree)["result"];
  if (const auto code = (*tree)["error_code"].number(); code && *code > 0 && *code < 1000)
    reply.code = static_cast<int>(*code);
  reply.description = harmless((*tree)["description"].text(), token_);
  const JsonTree more = (*tree)["parameters"];
  reply.retry_after = seconds_of(more["retry_after"].number());
  reply.migrate_to = more["migrate_to_chat_id"].whole_text();
  if (!reply.retry_after)
    reply.retry_after = seconds_of(whole_number(answer.header("Retry-After")));
  return reply;
}

Error error_of(const ApiReply& reply, std::string_view what) {
  if (token_refused(reply)) {
    return {ErrorKind::permanent,
            fmt::format("telegram {}: {}; the token is refused: put a valid one into token_file",
                        what, reply.detail())};
  }
  const bool lasting = reply.kind == ReplyKind::refused && reply.code >= 400 && reply.code < 500 &&
                       reply.code != 421 && reply.code != 429 && reply.code != 409;
  return {lasting ? ErrorKind::permanent : ErrorKind::transient,
          fmt::format("telegram {}: {}", what, reply.detail())};
}

bool token_refused(const ApiReply& reply) {
  return reply.kind == ReplyKind::refused && (reply.code == 401 || reply.code == 404);
}

}  // namespace dondoc::telegram
