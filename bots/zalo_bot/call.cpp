#include "bots/zalo_bot/call.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/text/vietnamese.h"

namespace dondoc::zalo_bot {
namespace {

using nlohmann::json;

constexpr std::size_t k_detail_bytes = 200;
constexpr std::size_t k_telling_bytes =
    8;  // a shorter text tells nothing and may be part of a code
constexpr std::int64_t k_longest_wait_s = 24 * 60 * 60;

void hide(std::string& text, const std::string& secret) {
  if (secret.empty()) return;
  for (auto at = text.find(secret); at != text.npos; at = text.find(secret, at))
    text.replace(at, secret.size(), "*");
}

/// Seconds. None is documented, but honoured when it shows up (chat-apis.md §4.4).
std::optional<Elapsed> retry_after(const HttpAnswer& answer, const JsonTree& body) {
  auto seconds = whole_number(answer.header("Retry-After"));
  if (!seconds) seconds = body["parameters"]["retry_after"].whole();
  if (!seconds || *seconds < 0) return std::nullopt;
  return Elapsed::seconds(std::min(*seconds, k_longest_wait_s));
}

/// A body that is not JSON: an edge that is down or busy says so by its status; anything else is
/// what a wrong token gets.
bool tells_by_status(int status) {
  return status >= 500 || status == 401 || status == 404 || status == 408 || status == 429;
}

}  // namespace

bool CallResult::says(std::string_view lower_case_words) const {
  return fold(detail).find(lower_case_words) != std::string::npos;
}

Api::Api(HttpClient& http, std::string base, std::string token, std::string secret)
    : http_(http), base_(std::move(base)), token_(std::move(token)), secret_(std::move(secret)) {
  while (base_.ends_with('/')) base_.pop_back();
}

CallResult Api::call(std::string_view method, const json& parameters, Elapsed timeout) const {
  HttpRequest request;
  request.url = fmt::format("{}/bot{}/{}", base_, token_, method);
  request.body = json_text(parameters);
  request.timeout = timeout;
  auto answer = http_.ask(request);
  if (answer) return result_of(*answer, parameters);
  CallResult result;
  result.end =
      answer.error().kind == HttpFailure::not_sent ? CallEnd::not_sent : CallEnd::no_answer;
  result.detail = presentable(answer.error().detail, parameters);
  return result;
}

CallResult Api::result_of(const HttpAnswer& answer, const json& parameters) const {
  CallResult result;
  const auto tree = JsonTree::parse(answer.body);
  result.body = tree.value_or(JsonTree());
  const JsonTree ok = result.body["ok"];
  const bool http_error = answer.status >= 400;
  result.code = static_cast<int>(std::clamp<std::int64_t>(
      result.body["error_code"].whole().value_or(answer.status), 0, 99'999));
  result.retry_after = retry_after(answer, result.body);
  if (!tree && !tells_by_status(answer.status)) {
    result.end = CallEnd::no_json;
  } else if (ok.is_true() && !http_error) {
    result.end = CallEnd::ok;
    result.result = result.body["result"];
  } else if (ok.is_false() || http_error) {
    result.end = CallEnd::refused;
  } else {
    result.end = CallEnd::odd;
  }
  std::string said = result.body["description"].text();
  if (result.end == CallEnd::no_json) said = "an answer that is not JSON; check the token";
  if (result.end == CallEnd::odd) said = "an answer that is not the platform's";
  if (result.code == 404) said += "; check api_base and the token's form";
  result.detail = presentable(fmt::format("{} {}", result.code, said), parameters);
  return result;
}

std::string Api::presentable(std::string text, const json& parameters) const {
  hide(text, token_);
  hide(text, secret_);
  if (const std::string said = parameters.value("text", ""); said.size() >= k_telling_bytes)
    hide(text, said);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  }
  if (text.size() > k_detail_bytes) {
    text.resize(k_detail_bytes);
    while (!text.empty() && static_cast<unsigned char>(text.back()) >= 0x80) text.pop_back();
  }
  return text;
}

SendClass send_class_of(const CallResult& call) {
  switch (call.end) {
    case CallEnd::ok:
      return SendClass::delivered;
    case CallEnd::no_json:
      return SendClass::auth_dead;
    case CallEnd::not_sent:
      return SendClass::retryable;
    case CallEnd::odd:
    case CallEnd::no_answer:
      return SendClass::unknown;
    case CallEnd::refused:
      break;
  }
  switch (call.code) {
    case 400:
      return call.says("chat not found") ? SendClass::recipient_gone : SendClass::bad_request;
    case 401:
      return SendClass::auth_dead;
    case 403:
      return SendClass::recipient_gone;
    case 408:  // some box gave up waiting: nobody knows how far the message came
    case 504:
    case 524:
      return SendClass::unknown;
    case 429:
      return call.retry_after ? SendClass::deferred : SendClass::quota_exhausted;
    default:
      return call.code >= 500 && call.code < 600 ? SendClass::retryable : SendClass::bad_request;
  }
}

}  // namespace dondoc::zalo_bot
