// How updates leave the platform: long polls and webhooks (chat-apis.md §2.4, §2.5), and what the
// test says about both.
#include <algorithm>
#include <chrono>

#include "tests/support/fake_telegram_state.h"

namespace dondoc::test {
namespace {

constexpr Elapsed k_retry_most = Elapsed::minutes(1);
constexpr Elapsed k_gone_most = Elapsed::hours(23);

bool is_webhook_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://127.0.0.1") ||
         url.starts_with("http://localhost");  // as a Bot API server of one's own allows
}

bool is_webhook_secret(const std::string& secret) {
  return secret.size() <= 256 && secret.find_first_not_of(
                                     "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789_-") == std::string::npos;
}

}  // namespace

void FakeTelegram::State::take_allowed(const Asked& asked) {
  if (!asked.has("allowed_updates")) return;  // the setting stays
  allowed.clear();
  for (const json& kind : asked.parameters["allowed_updates"])
    allowed.insert(kind.get<std::string>());
}

Reply FakeTelegram::State::get_updates(const Asked& asked, std::unique_lock<std::mutex>& lock) {
  if (!webhook_url.empty()) {
    return refuse(409,
                  "Conflict: can't use getUpdates method while webhook is active; use "
                  "deleteWebhook to delete the webhook first");
  }
  const auto terminated = [] {
    return refuse(409,
                  "Conflict: terminated by other getUpdates request; make sure that only one bot "
                  "instance is running");
  };
  const std::uint64_t generation = ++poll_generation;
  changed.notify_all();  // an older poll that is held ends
  if (other_poller) return terminated();
  take_allowed(asked);
  const std::int64_t offset = asked.whole("offset").value_or(0);
  if (offset > 0) {
    std::erase_if(updates, [&](const Update& update) { return update.id < offset; });
  } else if (offset < 0) {
    while (updates.size() > static_cast<std::size_t>(-offset)) updates.pop_front();
  }
  const std::int64_t held = std::min<std::int64_t>(
      hold_ms, std::clamp<std::int64_t>(asked.whole("timeout").value_or(0), 0, 50) * 1000);
  changed.wait_for(lock, std::chrono::milliseconds(held), [&] {
    return !updates.empty() || generation != poll_generation || !webhook_url.empty();
  });
  if (generation != poll_generation) return terminated();
  if (!webhook_url.empty()) return refuse(409, "Conflict: terminated by setWebhook request");
  const auto limit = static_cast<std::size_t>(
      std::clamp<std::int64_t>(asked.whole("limit").value_or(100), 1, 100));
  json result = json::array();
  for (const Update& update : updates) {
    if (result.size() == limit) break;
    result.push_back(update.body);
  }
  return result;
}

Reply FakeTelegram::State::set_webhook(const Asked& asked) {
  if (webhook_set_at && asked.now - *webhook_set_at < Elapsed::seconds(1) &&
      asked.now >= *webhook_set_at && limits_rates)
    return refuse(429, "Too Many Requests: retry after 1", {{"retry_after", 1}});
  const std::string url = asked.text("url");
  if (!url.empty() && !is_webhook_address(url))
    return refuse(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
  if (!is_webhook_secret(asked.text("secret_token"))) {
    return refuse(400,
                  "Bad Request: secret token contains illegal characters; only A-Z, a-z, 0-9, _ "
                  "and - are allowed");
  }
  take_allowed(asked);
  webhook_url = url;
  webhook_secret = asked.text("secret_token");
  webhook_connections = static_cast<int>(asked.whole("max_connections").value_or(40));
  webhook_set_at = asked.now;
  webhook_error_at.reset();
  webhook_error.clear();
  webhook_gone_since.reset();
  if (asked.text("drop_pending_updates") == "true") updates.clear();
  changed.notify_all();
  return json(true);
}

Reply FakeTelegram::State::delete_webhook(const Asked& asked) {
  webhook_url.clear();
  webhook_secret.clear();
  if (asked.text("drop_pending_updates") == "true") updates.clear();
  return json(true);
}

Reply FakeTelegram::State::webhook_info(const Asked&) {
  json info = {{"url", webhook_url},
               {"has_custom_certificate", false},
               {"pending_update_count", updates.size()},
               {"max_connections", webhook_connections}};
  if (!allowed.empty()) info["allowed_updates"] = allowed;
  if (webhook_error_at) {
    info["last_error_date"] = webhook_error_at->ms / 1000;
    info["last_error_message"] = webhook_error;
  }
  return info;
}

/// The first waiting update of a chat that was not tried in this round, when its time has come.
FakeTelegram::State::Update* FakeTelegram::State::due_update(Instant now,
                                                             const std::set<std::string>& tried) {
  std::set<std::string> behind = tried;
  for (Update& update : updates) {
    if (!behind.insert(update.chat).second) continue;
    if (update.next_attempt <= now) return &update;
  }
  return nullptr;
}

HttpRequest FakeTelegram::State::webhook_request(const Update& update) const {
  HttpRequest request;
  request.url = webhook_url;
  request.body = update.body.dump();
  request.timeout = Elapsed::seconds(60);
  if (!webhook_secret.empty())
    request.headers.push_back({"X-Telegram-Bot-Api-Secret-Token", webhook_secret});
  return request;
}

bool FakeTelegram::State::note_delivery(std::int64_t id,
                                        const tl::expected<HttpAnswer, HttpError>& answer,
                                        Instant now) {
  const int status = answer ? answer->status : 0;
  attempts.push_back({id, status, now});
  const auto found = std::find_if(updates.begin(), updates.end(),
                                  [&](const Update& update) { return update.id == id; });
  if (found == updates.end()) return false;
  if (status / 100 == 2) {
    webhook_gone_since.reset();
    if (!repeat_delivery) updates.erase(found);
    repeat_delivery = false;
    return true;
  }
  Elapsed wait =
      std::min(Elapsed::seconds(std::int64_t{1} << std::min(found->attempts, 10)), k_retry_most);
  if (answer && !answer->header("Retry-After").empty())
    wait = Elapsed::seconds(std::clamp(std::stol(answer->header("Retry-After")), 0L, 3600L));
  ++found->attempts;
  found->next_attempt = now + wait;
  webhook_error_at = now;
  webhook_error =
      answer ? "Wrong response from the webhook: " + std::to_string(status) : "Connection refused";
  if (status != 410) {
    webhook_gone_since.reset();
  } else if (!webhook_gone_since) {
    webhook_gone_since = now;
  } else if (now - *webhook_gone_since > k_gone_most) {
    webhook_url.clear();
  }
  return false;
}

std::size_t FakeTelegram::deliver_webhooks(HttpClient& http, Instant now) {
  std::size_t taken = 0;
  std::set<std::string> tried;  // chats whose first update was not taken
  while (true) {
    HttpRequest request;
    std::int64_t id = 0;
    std::string chat;
    {
      const std::lock_guard lock(state_->mutex);
      state_->forget_old(now);
      const State::Update* update =
          state_->webhook_url.empty() ? nullptr : state_->due_update(now, tried);
      if (!update) return taken;
      request = state_->webhook_request(*update);
      id = update->id;
      chat = update->chat;
    }
    const auto answer = http.ask(request);
    const std::lock_guard lock(state_->mutex);
    if (state_->note_delivery(id, answer, now)) {
      ++taken;
    } else {
      tried.insert(chat);
    }
  }
}

void FakeTelegram::plan_faults(FaultPlan plan) {
  const std::lock_guard lock(state_->mutex);
  state_->chance.seed(plan.seed);
  state_->faults = std::move(plan);
}

void FakeTelegram::fail_next(FaultKind kind, std::string method, int times, int retry_after) {
  const std::lock_guard lock(state_->mutex);
  state_->faults.planned.push_back({kind, times, std::move(method), retry_after});
}

void FakeTelegram::limit_rates(bool on) {
  const std::lock_guard lock(state_->mutex);
  state_->limits_rates = on;
}

std::uint64_t FakeTelegram::refused_by_rate() const {
  const std::lock_guard lock(state_->mutex);
  return state_->refused_by_rate;
}

void FakeTelegram::other_poller(bool on) {
  const std::lock_guard lock(state_->mutex);
  state_->other_poller = on;
}

void FakeTelegram::restart_ids(std::int64_t next) {
  const std::lock_guard lock(state_->mutex);
  state_->next_update = next;
}

void FakeTelegram::hold_polls(int milliseconds) {
  const std::lock_guard lock(state_->mutex);
  state_->hold_ms = milliseconds;
}

std::size_t FakeTelegram::waiting() const {
  const std::lock_guard lock(state_->mutex);
  return state_->updates.size();
}

std::string FakeTelegram::webhook() const {
  const std::lock_guard lock(state_->mutex);
  return state_->webhook_url;
}

std::vector<FakeTelegram::Attempt> FakeTelegram::attempts() const {
  const std::lock_guard lock(state_->mutex);
  return state_->attempts;
}

void FakeTelegram::repeat_next_delivery() {
  const std::lock_guard lock(state_->mutex);
  state_->repeat_delivery = true;
}

std::vector<FakeTelegram::Call> FakeTelegram::calls() const {
  const std::lock_guard lock(state_->mutex);
  return state_->calls;
}

std::size_t FakeTelegram::count(std::string_view method) const {
  const std::lock_guard lock(state_->mutex);
  return static_cast<std::size_t>(
      std::count_if(state_->calls.begin(), state_->calls.end(),
                    [&](const Call& call) { return call.method == method; }));
}

}  // namespace dondoc::test
