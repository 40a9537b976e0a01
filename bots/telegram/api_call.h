// One call of a Bot API method and its answer taken apart (chat-apis.md §2.1): {"ok":true,"result"}
// or {"ok":false,"error_code","description","parameters"}, or whatever a proxy in front says.
// ApiCall is safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/platform/json_tree.h"
#include "engine/port/http_client.h"
#include "engine/result.h"

namespace dondoc::telegram {

enum class ReplyKind {
  ok,         ///< "ok":true
  refused,    ///< "ok":false, with a code
  page,       ///< HTML: something in between answered
  garbled,    ///< neither HTML nor the platform's form: cut short, or a proxy's plain text
  not_sent,   ///< the platform has not seen it
  no_answer,  ///< perhaps carried out
};

struct ApiReply {
  ReplyKind kind = ReplyKind::not_sent;
  int code = 0;             ///< error_code, or the HTTP status
  std::string description;  ///< without the token and without what was sent
  std::optional<Elapsed> retry_after;
  std::string migrate_to;  ///< id of the supergroup that the group has become
  JsonTree result;

  bool ok() const { return kind == ReplyKind::ok; }
  /// "429 Too Many Requests: retry after 7".
  std::string detail() const;
  bool says(std::string_view words) const;
};

class ApiCall {
 public:
  ApiCall(std::string base, std::string token, HttpClient& http);

  ApiReply ask(std::string_view method, const nlohmann::json& parameters,
               Elapsed timeout = Elapsed::seconds(15)) const;
  /// With a file: multipart/form-data.
  ApiReply upload(std::string_view method, std::vector<HttpPart> parts, Elapsed timeout) const;
  /// The content of a file by the path that getFile gave.
  tl::expected<HttpAnswer, HttpError> fetch(std::string_view path, std::size_t most_bytes) const;

 private:
  HttpRequest request_for(std::string_view method) const;
  ApiReply send(const HttpRequest& request) const;
  ApiReply read(const HttpAnswer& answer) const;

  std::string base_;
  std::string token_;
  HttpClient& http_;
};

/// An id as the API wants it: a number where it is one ("7001"), else the text ("@name").
nlohmann::json id_value(const std::string& id);

/// Transient or permanent, for what is done beside messages. Requires: not ok.
Error error_of(const ApiReply& reply, std::string_view what);

/// 401 and 404: the token is revoked or malformed (chat-apis.md §2.6).
bool token_refused(const ApiReply& reply);

}  // namespace dondoc::telegram
