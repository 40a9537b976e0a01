#include "tests/support/fake_zalo_bot.h"

#include <array>
#include <utility>

#include "engine/text/vietnamese.h"

namespace dondoc::test {
namespace {

using Json = nlohmann::json;

HttpAnswer answered(int status, std::string body, const char* type) {
  // The edge sends its Server header twice (chat-apis.md §4.1).
  return {status,
          {{"Server", "ZServer"}, {"Server", "cloudflare"}, {"Content-Type", type}},
          std::move(body)};
}

HttpAnswer json(int status, const Json& body) {
  return answered(status, body.dump(), "application/json");
}

HttpAnswer html(int status) {
  return answered(status, "<!DOCTYPE html><html><body>nginx</body></html>", "text/html");
}

HttpAnswer result(Json value) { return json(200, {{"ok", true}, {"result", std::move(value)}}); }

HttpAnswer error(int code, const std::string& text, int status = 0) {
  return json(status == 0 ? code : status,
              {{"ok", false}, {"error_code", code}, {"description", text}});
}

/// Whether the work is done although the caller does not learn it.
bool is_done_unseen(ZaloBotFault fault) {
  return fault == ZaloBotFault::dropped_answer || fault == ZaloBotFault::odd_json ||
         fault == ZaloBotFault::gateway_timeout;
}

tl::expected<HttpAnswer, HttpError> answer_of(ZaloBotFault fault, const HttpRequest& request) {
  switch (fault) {
    case ZaloBotFault::error_in_200:
      return error(500, "Internal error", 200);
    case ZaloBotFault::server_error:
      return error(500, "Internal error");
    case ZaloBotFault::edge_down:
      return html(502);
    case ZaloBotFault::gateway_timeout:
      return html(504);
    case ZaloBotFault::no_connection:
      return tl::unexpected(HttpError{HttpFailure::not_sent, "no connection"});
    case ZaloBotFault::dropped_answer:
      return tl::unexpected(HttpError{HttpFailure::no_answer, "the connection broke"});
    case ZaloBotFault::html:
      return html(200);
    case ZaloBotFault::odd_json:
      return json(200, {{"message", "fine"}});
    case ZaloBotFault::too_many: {
      HttpAnswer busy = error(429, "Too many requests");
      busy.headers.push_back({"Retry-After", "7"});
      return busy;
    }
    case ZaloBotFault::quota:
      return error(429, "Quota exceeded");
    case ZaloBotFault::quota_in_200:
      return error(429, "Quota exceeded", 200);
    case ZaloBotFault::echo_of_request:
      return error(400, "Bad request: " + Json::parse(request.body).value("text", "") + " at " +
                            request.url);
  }
  return html(500);
}

bool has_only(const Json& body, const std::set<std::string>& fields) {
  for (const auto& item : body.items()) {
    if (fields.count(item.key()) == 0) return false;
  }
  return true;
}

std::string text_at(const Json& body, const char* name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

FakeZaloBot::FakeZaloBot(std::string token) : token_(std::move(token)) {}

tl::expected<HttpAnswer, HttpError> FakeZaloBot::answer(const HttpRequest& request, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto slash = request.url.rfind('/');
  const auto bot = request.url.rfind("/bot", slash - 1);
  if (slash == std::string::npos || bot == std::string::npos) return html(404);
  const std::string method = request.url.substr(slash + 1);
  ++calls_[method];
  Json body = Json::parse(request.body, nullptr, false);
  requests_[method] = body;
  const auto fault = take_fault(method);
  if (fault && !is_done_unseen(*fault)) return answer_of(*fault, request);
  // A wrong token does not get as far as the code that answers in JSON.
  if (request.url.substr(bot + 4, slash - bot - 4) != token_) return html(200);
  if (!body.is_object() || request.method != HttpMethod::post) return error(400, "Bad request");
  HttpAnswer answer = carry_out(method, body, now);
  if (fault) return answer_of(*fault, request);
  return answer;
}

HttpAnswer FakeZaloBot::carry_out(const std::string& method, const Json& body, Instant now) {
  if (method == "getMe")
    return result({{"id", "4112"},
                   {"account_name", "bot.DonDoc"},
                   {"display_name", "Bot Đôn Đốc"},
                   {"account_type", "BASIC"},
                   {"can_join_groups", true}});
  if (method == "getUpdates") return get_updates(body);
  if (method == "sendMessage") return send_message(body, now);
  if (method == "setWebhook") return set_webhook(body, now);
  if (method == "deleteWebhook") {
    webhook_.clear();
    return result({{"url", ""}, {"updated_at", now.ms}});
  }
  if (method == "getWebhookInfo")
    return webhook_.empty() ? error(404, "Webhook not found")
                            : result({{"url", webhook_}, {"updated_at", now.ms}});
  return error(404, "Method not found");
}

HttpAnswer FakeZaloBot::send_message(const Json& body, Instant now) {
  const std::string chat = text_at(body, "chat_id");
  const std::string text = text_at(body, "text");
  if (!has_only(body, {"chat_id", "text", "parse_mode", "text_styles"}) || chat.empty())
    return error(400, "Bad request: wrong parameters");
  if (text.empty() || utf16_units(text) > 2000) return error(400, "Bad request: text length", 200);
  if (chats_.count(chat) == 0) return error(400, "Bad Request: chat not found");
  if (blocked_.count(chat) != 0) return error(403, "Forbidden");
  if (sent_ >= quota_) return error(429, "Quota exceeded");
  ++sent_;
  messages_.push_back({"zb-out-" + std::to_string(messages_.size() + 1), chat, text, now});
  return result({{"message_id", messages_.back().id}, {"date", now.ms}});
}

HttpAnswer FakeZaloBot::get_updates(const Json& body) {
  if (!has_only(body, {"timeout"}) || text_at(body, "timeout").empty())
    return error(400, "Bad request: wrong parameters");
  // The code for this is not documented.
  if (!webhook_.empty()) return error(409, "Conflict: a webhook is set");
  if (updates_.empty()) return error(408, "Request timeout", 200);
  Json update = std::move(updates_.front());
  updates_.pop_front();
  return result(std::move(update));
}

HttpAnswer FakeZaloBot::set_webhook(const Json& body, Instant now) {
  const std::string secret = text_at(body, "secret_token");
  const std::string url = text_at(body, "url");
  if (!has_only(body, {"url", "secret_token"}) || secret.size() < 8 || secret.size() > 256)
    return error(400, "Bad request: secret_token");
  if (!url.starts_with("https://")) return error(400, "Bad request: url");
  webhook_ = url;
  secret_ = secret;
  Json answer = {{"url", url}, {"updated_at", now.ms}};
  answer["verification"] = {{"ok", !webhook_fails_},
                            {"outcome", webhook_fails_ ? "CONNECTION_FAILED" : "OK"}};
  return result(std::move(answer));
}

std::optional<ZaloBotFault> FakeZaloBot::take_fault(const std::string& method) {
  for (auto each = faults_.begin(); each != faults_.end(); ++each) {
    if (!each->method.empty() && each->method != method) continue;
    const ZaloBotFault fault = each->fault;
    faults_.erase(each);
    return fault;
  }
  if (fault_percent_ <= 0 || static_cast<int>(chance_() % 100) >= fault_percent_)
    return std::nullopt;
  constexpr std::array k_by_chance = {
      ZaloBotFault::error_in_200,   ZaloBotFault::server_error, ZaloBotFault::edge_down,
      ZaloBotFault::gateway_timeout, ZaloBotFault::no_connection, ZaloBotFault::dropped_answer,
      ZaloBotFault::html,           ZaloBotFault::odd_json,     ZaloBotFault::too_many};
  return k_by_chance[chance_() % k_by_chance.size()];
}

void FakeZaloBot::fail_by_chance(int percent, std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  fault_percent_ = percent;
  chance_.seed(seed);
}

void FakeZaloBot::reset_token(std::string token) {
  const std::lock_guard lock(mutex_);
  token_ = std::move(token);
}

void FakeZaloBot::set_quota(std::size_t messages_a_month) {
  const std::lock_guard lock(mutex_);
  quota_ = messages_a_month;
}

void FakeZaloBot::fail_webhook_check(bool fails) {
  const std::lock_guard lock(mutex_);
  webhook_fails_ = fails;
}

void FakeZaloBot::fail_next(ZaloBotFault fault, std::size_t times, std::string method) {
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < times; ++i) faults_.push_back({fault, method});
}

std::vector<int> FakeZaloBot::pump(HttpClient& to) {
  std::vector<int> statuses;
  std::deque<Json> kept;
  for (;;) {
    HttpRequest request;
    Json update;
    {
      const std::lock_guard lock(mutex_);
      if (webhook_.empty() || updates_.empty()) break;
      update = std::move(updates_.front());
      updates_.pop_front();
      request.url = webhook_;
      request.headers = {{"X-Bot-Api-Secret-Token", secret_}, {"User-Agent", "Java/1.8.0_192"}};
      request.body = flat_ ? update.dump() : Json{{"ok", true}, {"result", update}}.dump();
      flat_ = !flat_;
    }
    const auto answer = to.ask(request);
    statuses.push_back(answer ? answer->status : 0);
    if (statuses.back() != 200) kept.push_back(std::move(update));
  }
  const std::lock_guard lock(mutex_);
  updates_.insert(updates_.begin(), kept.begin(), kept.end());
  return statuses;
}

std::vector<ZaloBotMessage> FakeZaloBot::messages(const std::string& chat) const {
  const std::lock_guard lock(mutex_);
  std::vector<ZaloBotMessage> found;
  for (const ZaloBotMessage& each : messages_) {
    if (chat.empty() || each.chat == chat) found.push_back(each);
  }
  return found;
}

std::size_t FakeZaloBot::waiting() const {
  const std::lock_guard lock(mutex_);
  return updates_.size();
}

std::string FakeZaloBot::webhook() const {
  const std::lock_guard lock(mutex_);
  return webhook_;
}

std::size_t FakeZaloBot::calls(const std::string& method) const {
  const std::lock_guard lock(mutex_);
  const auto found = calls_.find(method);
  return found == calls_.end() ? 0 : found->second;
}

nlohmann::json FakeZaloBot::last_request(const std::string& method) const {
  const std::lock_guard lock(mutex_);
  const auto found = requests_.find(method);
  return found == requests_.end() ? Json() : found->second;
}

}  // namespace dondoc::test
