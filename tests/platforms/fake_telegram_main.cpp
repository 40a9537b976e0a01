// fake_telegram [PORT]: the fake Bot API over HTTP, for an independent client (grammy.mjs) and for
// dondoc serve by hand. Prints its address and token, ends when its standard input does.
//
// What people and platform do is said by POST with a JSON object:
//   /_fake/say {account, text, chat?}      /_fake/start {account, payload}
//   /_fake/press {account, message, label, chat?}
//   /_fake/document {account, name, mime, content, caption}
//   /_fake/block {account}                 /_fake/unblock {account}
//   /_fake/group {chat}                    /_fake/upgrade {chat, new_chat}
//   /_fake/chat {chat}                     what it shows
//   /_fake/state {}                        what waits, webhook, menu, answer of the newest press
//   /_fake/fail {kind, method?, times?, retry_after?}
//   /_fake/limit {on}                      the rates of the platform
//   /_fake/hold {ms}                       how long an empty long poll is held
//   /_fake/clock {ms?}                     stands still there; without: runs with the machine's
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "tests/support/fake_server.h"
#include "tests/support/fake_telegram.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

/// Brings webhooks to programs on this machine.
class WebhookClient : public HttpClient {
 public:
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    const auto path = request.url.find('/', request.url.find("://") + 3);
    httplib::Client client(request.url.substr(0, path));
    client.set_connection_timeout(2);
    client.set_read_timeout(10);
    httplib::Headers headers;
    for (const HttpHeader& header : request.headers) headers.emplace(header.name, header.value);
    const auto answer = client.Post(path == std::string::npos ? "/" : request.url.substr(path),
                                    headers, request.body, request.content_type);
    if (!answer) return tl::unexpected<HttpError>({HttpFailure::no_answer, "no answer"});
    HttpAnswer result;
    result.status = answer->status;
    for (const auto& [name, value] : answer->headers) result.headers.push_back({name, value});
    return result;
  }
};

json shown(const FakeTelegram::Shown& message) {
  json rows = json::array();
  for (const auto& row : message.rows) {
    rows.push_back(json::array());
    for (const auto& button : row)
      rows.back().push_back({{"label", button.label}, {"payload", button.payload}});
  }
  return {{"id", message.id},
          {"at", message.at.ms},
          {"from_bot", message.from_bot},
          {"text", message.text},
          {"bold", message.bold},
          {"rows", std::move(rows)},
          {"file_name", message.file_name},
          {"file", message.file}};
}

const std::map<std::string, FakeTelegram::FaultKind> k_faults = {
    {"not_sent", FakeTelegram::FaultKind::not_sent},
    {"lost_request", FakeTelegram::FaultKind::lost_request},
    {"lost_answer", FakeTelegram::FaultKind::lost_answer},
    {"internal_error", FakeTelegram::FaultKind::internal_error},
    {"bad_gateway", FakeTelegram::FaultKind::bad_gateway},
    {"gateway_timeout", FakeTelegram::FaultKind::gateway_timeout},
    {"page", FakeTelegram::FaultKind::page},
    {"cut_short", FakeTelegram::FaultKind::cut_short},
    {"forbidden_page", FakeTelegram::FaultKind::forbidden_page},
    {"too_many", FakeTelegram::FaultKind::too_many},
    {"unauthorized", FakeTelegram::FaultKind::unauthorized},
    {"cannot_parse", FakeTelegram::FaultKind::cannot_parse},
    {"restarting", FakeTelegram::FaultKind::restarting},
};

class Controls {
 public:
  Controls() {
    fake.hold_polls(1000);
    add_people();
    add_platform();
  }

  FakeTelegram fake;

  Instant now() const {
    if (standing_ms_ != 0) return {standing_ms_};
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
  }

  HttpAnswer answer(const HttpRequest& request) {
    const std::string name = request.url.substr(request.url.rfind('/') + 1);
    const auto action = actions_.find(name);
    const json asked = json::parse(request.body.empty() ? "{}" : request.body, nullptr, false);
    HttpAnswer result;
    result.status = 400;
    if (action == actions_.end() || !asked.is_object()) return result;
    result.status = 200;
    result.headers = {{"Content-Type", "application/json"}};
    try {
      result.body = action->second(asked).dump();
    } catch (const std::exception& error) {
      result.status = 400;
      result.body = error.what();
    }
    return result;
  }

 private:
  using Action = std::function<json(const json&)>;

  void add_people() {
    actions_["say"] = [this](const json& asked) {
      const std::string account = asked.at("account");
      return fake.say_in_group(asked.value("chat", account), account, asked.at("text"), now());
    };
    actions_["start"] = [this](const json& asked) {
      return fake.start(asked.at("account"), asked.value("payload", ""), now());
    };
    actions_["press"] = [this](const json& asked) {
      const std::string account = asked.at("account");
      return fake.press(asked.value("chat", account), account, asked.at("message"),
                        asked.at("label"), now());
    };
    actions_["document"] = [this](const json& asked) {
      return fake.send_document(asked.at("account"), asked.at("name"), asked.value("mime", ""),
                                asked.at("content"), asked.value("caption", ""), now());
    };
    actions_["block"] = [this](const json& asked) {
      return fake.block(asked.at("account"), now());
    };
    actions_["unblock"] = [this](const json& asked) {
      return fake.unblock(asked.at("account"), now());
    };
    actions_["group"] = [this](const json& asked) {
      fake.make_group(asked.at("chat"));
      return true;
    };
    actions_["upgrade"] = [this](const json& asked) {
      return fake.upgrade_group(asked.at("chat"), asked.at("new_chat"), now());
    };
  }

  void add_platform() {
    actions_["chat"] = [this](const json& asked) {
      json messages = json::array();
      for (const auto& message : fake.chat(asked.at("chat"))) messages.push_back(shown(message));
      return messages;
    };
    actions_["state"] = [this](const json&) {
      return json{{"waiting", fake.waiting()},
                  {"webhook", fake.webhook()},
                  {"menu", fake.menu()},
                  {"press_answer", fake.press_answer()},
                  {"attempts", fake.attempts().size()},
                  {"refused_by_rate", fake.refused_by_rate()}};
    };
    actions_["fail"] = [this](const json& asked) {
      fake.fail_next(k_faults.at(asked.at("kind")), asked.value("method", ""),
                     asked.value("times", 1), asked.value("retry_after", 5));
      return true;
    };
    actions_["limit"] = [this](const json& asked) {
      fake.limit_rates(asked.at("on"));
      return true;
    };
    actions_["hold"] = [this](const json& asked) {
      fake.hold_polls(asked.at("ms"));
      return true;
    };
    actions_["clock"] = [this](const json& asked) {
      standing_ms_ = asked.value("ms", std::int64_t{0});
      return true;
    };
  }

  std::map<std::string, Action> actions_;
  std::atomic<std::int64_t> standing_ms_ = 0;
};

int run(int port) {
  Controls controls;
  FakeServer server(
      controls.fake, [&] { return controls.now(); },
      [&](const HttpRequest& request) { return controls.answer(request); });
  port = server.start(port);
  if (port == 0) {
    std::fprintf(stderr, "fake_telegram: cannot listen\n");
    return 1;
  }
  std::printf("http://127.0.0.1:%d %s\n", port, std::string(FakeTelegram::k_token).c_str());
  std::fflush(stdout);
  std::atomic<bool> stopping = false;
  std::thread webhooks([&] {
    WebhookClient client;
    while (!stopping) {
      controls.fake.deliver_webhooks(client, controls.now());
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  });
  std::string line;
  while (std::getline(std::cin, line)) {
  }
  stopping = true;
  webhooks.join();
  controls.fake.hold_polls(0);
  server.stop();
  return 0;
}

}  // namespace
}  // namespace dondoc::test

int main(int count, char** values) {
  return dondoc::test::run(count > 1 ? std::atoi(values[1]) : 0);
}
