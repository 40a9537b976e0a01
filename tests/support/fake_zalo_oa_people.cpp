// People at FakeZaloOa, the events they cause, and how these reach us (chat-apis.md §3.7).
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bots/zalo_oa/digest.h"
#include "tests/support/fake_zalo_oa.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

constexpr std::array<Elapsed, 5> k_retries = {Elapsed::seconds(30), Elapsed::minutes(5),
                                              Elapsed::minutes(15), Elapsed::minutes(30),
                                              Elapsed::hours(1)};

bool is_from_us(const std::string& event) { return event.starts_with("oa_"); }

HttpAnswer list_answer(const std::vector<json>& newest_first, std::size_t offset,
                       std::size_t count) {
  if (count > 10) return zalo_error(-201, "count is too large");
  json list = json::array();
  for (std::size_t i = offset; i < newest_first.size() && list.size() < count; ++i)
    list.push_back(newest_first[i]);
  HttpAnswer answer;
  answer.status = 200;
  answer.body = json{{"error", 0}, {"message", "Success"}, {"data", list}}.dump();
  return answer;
}

}  // namespace

FakeZaloOa::Person& FakeZaloOa::interact(const std::string& user, Instant now) {
  Person& person = people_[user];
  person.interacted = true;
  person.last_interaction = now;
  return person;
}

/// `rest` is the member that the event is about: "message", "info", or the whole for a follow.
void FakeZaloOa::tell(const std::string& event, const std::string& user, const std::string& rest,
                      Instant now) {
  const std::string timestamp = std::to_string(now.ms);
  json body = {{"app_id", settings_.app_id},
               {"user_id_by_app", "5550001112223334445"},
               {"event_name", event},
               {"timestamp", timestamp}};
  if (event == "follow" || event == "unfollow") {
    body["oa_id"] = settings_.oa_id;
    body["follower"] = {{"id", user}};
  } else {
    const bool from_us = is_from_us(event);
    body["sender"] = {{"id", from_us ? settings_.oa_id : user}};
    body["recipient"] = {{"id", from_us ? user : settings_.oa_id}};
    const std::string name = event == "user_submit_info" ? "info" : "message";
    body[name] = json::parse(rest, nullptr, false);
  }
  deliveries_.push_back({body.dump(), timestamp, now, 0});
}

void FakeZaloOa::follow(const std::string& user, Instant now) {
  const std::lock_guard lock(mutex_);
  interact(user, now).follows = true;
  tell("follow", user, "", now);
}

void FakeZaloOa::unfollow(const std::string& user, Instant now) {
  const std::lock_guard lock(mutex_);
  people_[user].follows = false;
  tell("unfollow", user, "", now);
}

std::string FakeZaloOa::say(const std::string& user, const std::string& text, Instant now) {
  const std::lock_guard lock(mutex_);
  interact(user, now);
  const std::string id = next_id("u");
  history_.push_back({true, user, id, "text", text, "", now});
  tell("user_send_text", user, json{{"msg_id", id}, {"text", text}}.dump(), now);
  return id;
}

bool FakeZaloOa::press(const std::string& user, const std::string& title, Instant now) {
  std::string payload;
  for (const ZaloShown& each : shown(user)) {
    for (const ZaloShown::Button& button : each.buttons) {
      if (button.title == title) payload = button.payload;
    }
  }
  if (payload.empty()) return false;
  say(user, payload, now);
  return true;
}

std::string FakeZaloOa::send_file(const std::string& user, const std::string& name,
                                  const std::string& content, Instant now) {
  const std::lock_guard lock(mutex_);
  interact(user, now);
  const std::string id = next_id("u");
  const std::string path = "/" + id;
  files_[path] = content;
  const std::string url = "https://" + settings_.file_host + path;
  history_.push_back({true, user, id, "file", "", url, now});
  const json payload = {{"url", url}, {"name", name}, {"size", std::to_string(content.size())}};
  const json attachment = {{"type", "file"}, {"payload", payload}};
  tell("user_send_file", user,
       json{{"msg_id", id}, {"attachments", json::array({attachment})}}.dump(), now);
  return url;
}

void FakeZaloOa::submit_phone(const std::string& user, std::int64_t phone, Instant now) {
  const std::lock_guard lock(mutex_);
  interact(user, now);
  tell("user_submit_info", user, json{{"name", "Lan"}, {"phone", phone}}.dump(), now);
}

void FakeZaloOa::see(const std::string& user, const std::vector<std::string>& messages,
                     Instant now) {
  const std::lock_guard lock(mutex_);
  tell("user_seen_message", user, json{{"msg_ids", messages}}.dump(), now);
}

std::vector<ZaloShown> FakeZaloOa::shown(const std::string& user) const {
  const std::lock_guard lock(mutex_);
  auto person = people_.find(user);
  return person == people_.end() ? std::vector<ZaloShown>() : person->second.shown;
}

std::vector<ZaloShown> FakeZaloOa::shown_by_phone(const std::string& phone) const {
  const std::lock_guard lock(mutex_);
  auto found = by_phone_.find(phone);
  return found == by_phone_.end() ? std::vector<ZaloShown>() : found->second;
}

HttpAnswer FakeZaloOa::history(const std::string& user, std::size_t offset,
                               std::size_t count) const {
  std::vector<json> lines;
  for (auto said = history_.rbegin(); said != history_.rend(); ++said) {
    if (!user.empty() && said->user != user) continue;
    json line = {{"src", said->by_person ? 1 : 0},
                 {"time", said->at.ms},
                 {"type", said->type},
                 {"message", said->text},
                 {"message_id", said->id},
                 {"from_id", said->by_person ? said->user : settings_.oa_id},
                 {"to_id", said->by_person ? settings_.oa_id : said->user}};
    if (!said->url.empty()) line["url"] = said->url;
    lines.push_back(std::move(line));
  }
  return list_answer(lines, offset, count);
}

HttpAnswer FakeZaloOa::recent(std::size_t offset, std::size_t count) const {
  return history("", offset, count);
}

HttpRequest FakeZaloOa::signed_request(const std::string& body, const std::string& timestamp,
                                       std::size_t retry) const {
  HttpRequest request;
  request.body = body;
  request.headers = {
      {"X-ZEvent-Signature",
       "mac=" + zalo_oa::webhook_mac(settings_.app_id, body, timestamp, settings_.oa_secret)},
      {"x-zevent-server", "OA OpenAPI"}};
  if (retry > 0) request.headers.push_back({"num_retry", std::to_string(retry)});
  return request;
}

std::size_t FakeZaloOa::deliver(HttpClient& client, const std::string& address, Instant now) {
  std::deque<Delivery> waiting;
  {
    const std::lock_guard lock(mutex_);
    if (!webhook_on_) return 0;
    waiting.swap(deliveries_);
  }
  std::size_t taken = 0;
  std::deque<Delivery> again;
  bool on = true;
  for (Delivery& each : waiting) {
    if (each.due > now) {
      again.push_back(std::move(each));
      continue;
    }
    HttpRequest request = signed_request(each.body, each.timestamp, each.retries);
    request.url = address;
    const auto answer = client.ask(request);
    if (answer && answer->status == 200) {
      ++taken;
    } else if (each.retries == k_retries.size()) {
      on = false;
    } else {
      each.due = now + k_retries[each.retries++];
      again.push_back(std::move(each));
    }
  }
  const std::lock_guard lock(mutex_);
  if (!on) webhook_on_ = false;
  deliveries_.insert(deliveries_.begin(), again.begin(), again.end());
  return taken;
}

std::vector<HttpRequest> FakeZaloOa::take_deliveries(Instant now) {
  const std::lock_guard lock(mutex_);
  std::vector<HttpRequest> requests;
  std::deque<Delivery> later;
  for (Delivery& each : deliveries_) {
    if (each.due > now) {
      later.push_back(std::move(each));
    } else {
      requests.push_back(signed_request(each.body, each.timestamp, each.retries));
    }
  }
  deliveries_ = std::move(later);
  return requests;
}

void FakeZaloOa::lose_deliveries() {
  const std::lock_guard lock(mutex_);
  deliveries_.clear();
}

bool FakeZaloOa::webhook_on() const {
  const std::lock_guard lock(mutex_);
  return webhook_on_;
}

void FakeZaloOa::switch_webhook_on() {
  const std::lock_guard lock(mutex_);
  webhook_on_ = true;
}

}  // namespace dondoc::test
