// A call of the Zalo Bot Platform's API and what came back (chat-apis.md §4.1, §4.4), before its
// meaning for a message or a poll is judged. Safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "bots/platform/json_tree.h"
#include "engine/port/channel.h"
#include "engine/port/http_client.h"

namespace dondoc::zalo_bot {

enum class CallEnd {
  ok,         ///< "ok": true
  refused,    ///< "ok": false, whatever the HTTP status, or an HTTP error
  no_json,    ///< what a wrong token may get, or a box between us and the platform
  odd,        ///< JSON, but not the platform's envelope
  not_sent,   ///< the platform has certainly not seen it
  no_answer,  ///< perhaps carried out
};

struct CallResult {
  CallEnd end = CallEnd::not_sent;
  int code = 0;  ///< error_code of the platform, otherwise the HTTP status; 0: no answer
  std::optional<Elapsed> retry_after;
  std::string detail;  ///< code and text of the platform, without token and message
  JsonTree body;
  JsonTree result;  ///< of `ok`

  /// Whether the platform's text holds these words, whatever the case of its letters.
  bool says(std::string_view lower_case_words) const;
};

class Api {
 public:
  /// `secrets`: token and others, never to be repeated in a detail.
  Api(HttpClient& http, std::string base, std::string token, std::string secret);

  CallResult call(std::string_view method, const nlohmann::json& parameters, Elapsed timeout) const;

 private:
  CallResult result_of(const HttpAnswer& answer, const nlohmann::json& parameters) const;
  /// A text of the platform, fit for a log.
  std::string presentable(std::string text, const nlohmann::json& parameters) const;

  HttpClient& http_;
  std::string base_;
  std::string token_;
  std::string secret_;
};

/// What the end of sendMessage means for the message (chat-apis.md §4.4, §7).
SendClass send_class_of(const CallResult& call);

}  // namespace dondoc::zalo_bot
