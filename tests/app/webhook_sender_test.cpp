// Webhooks: in order, at least once, signed, tried again, given up and resumed; what they say and
// what they leave out; where they never go.
#include "app/webhook_sender.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/platform_http.h"
#include "app/public_address.h"
#include "app/webhook_message.h"
#include "tests/web/fake_api.h"

namespace dondoc {
namespace {

using nlohmann::json;

const std::string k_secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

class MemoryWebhookStore : public WebhookStore {
 public:
  Result<void> add(const Webhook& webhook) override {
    hooks[webhook.id] = webhook;
    return {};
  }
  Result<std::vector<Webhook>> all() override {
    std::vector<Webhook> found;
    for (const auto& [id, hook] : hooks) found.push_back(hook);
    return found;
  }
  Result<void> note_progress(const Webhook& webhook) override {
    if (forgets) return failure(ErrorKind::transient, "busy");
    if (hooks.contains(webhook.id)) hooks[webhook.id] = webhook;
    return {};
  }
  Result<bool> remove(std::string_view id) override { return hooks.erase(std::string(id)) == 1; }

  std::map<std::string, Webhook> hooks;
  bool forgets = false;
};

struct Taken {
  std::string id, timestamp, signature, body;
};

/// The other side: takes what comes, and answers what it is told to.
struct Subscriber {
  httplib::Server server;
  int port = 0;
  std::thread thread;
  std::mutex mutex;
  std::vector<Taken> taken;  // guarded by mutex
  std::vector<int> next;     // guarded by mutex; statuses, then 204
  std::atomic<int> landed{0};
  std::chrono::milliseconds wait{0};

  Subscriber() {
    server.Post("/hook", [this](const httplib::Request& in, httplib::Response& out) {
      std::this_thread::sleep_for(wait);
      const std::lock_guard lock(mutex);
      taken.push_back({in.get_header_value("webhook-id"), in.get_header_value("webhook-timestamp"),
                       in.get_header_value("webhook-signature"), in.body});
      out.status = next.empty() ? 204 : next.front();
      if (!next.empty()) next.erase(next.begin());
      if (out.status == 302) out.set_header("Location", "/landed");
      if (out.status == 200) out.set_content(std::string(100'000, 'x'), "text/plain");
    });
    server.Post("/landed", [this](const httplib::Request&, httplib::Response&) { ++landed; });
    server.Get("/landed", [this](const httplib::Request&, httplib::Response&) { ++landed; });
    start(0);
  }
  ~Subscriber() { stop(); }

  void start(int wanted) {
    port = wanted == 0 ? server.bind_to_any_port("127.0.0.1")
                       : (server.bind_to_port("127.0.0.1", wanted) ? wanted : -1);
    REQUIRE(port > 0);
    thread = std::thread([this] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();
  }
  void stop() {
    server.stop();
    if (thread.joinable()) thread.join();
  }
  std::vector<std::string> ids() {
    const std::lock_guard lock(mutex);
    std::vector<std::string> found;
    for (const Taken& one : taken) found.push_back(one.id);
    return found;
  }
};

struct Office6 {
  FakePageDesk desk;
  FakeLogPages log;
  MemoryWebhookStore store;
  Instant wall = sample::at("2023-11-29T08:00");
  PlatformHttp anywhere{webhook_http(Reach::anywhere)};
  PlatformHttp outside{webhook_http(Reach::public_only)};
  std::vector<LogRecord> told;
  WebhookSender sender{{store, log, desk, outside, anywhere,
                        [](const std::string&) { return std::optional(k_secret); },
                        [this] { return wall; },
                        [this](const LogRecord& record) { told.push_back(record); }}};

  Webhook& hook(int port, const std::string& id = "w1") {
    Webhook webhook;
    webhook.id = id;
    webhook.url = "http://127.0.0.1:" + std::to_string(port) + "/hook";
    webhook.private_allowed = true;
    return store.hooks[id] = webhook;
  }
  void happen(const std::string& subject, EventBody body, const char* kind = "assignment") {
    Event event;
    event.at = wall;
    event.by = "ld-hpn";
    event.subject = subject;
    event.body = std::move(body);
    log.add(event, kind);
  }
};

}  // namespace

TEST_CASE("a webhook's signature is what another program computes", "[webhook]") {
  // By Python's hmac.
  CHECK(webhook_signature(k_secret, {"42", R"({"type":"ping"})"}, 1'701'223'200) ==
        "v1,y2q8nhBtMICAoeVK7H6ftHrZKSBy57nnUt8AQGGVLuE=");
  CHECK_FALSE(webhook_signature("whsec_", {"42", ""}, 0).has_value());
  CHECK_FALSE(webhook_signature("geheim", {"42", ""}, 0).has_value());
  const std::string fresh = fresh_webhook_secret();
  CHECK(fresh != fresh_webhook_secret());
  CHECK(webhook_signature(fresh, {"42", ""}, 0).has_value());
}

TEST_CASE("subscribers are told in the order of the log, and the cursor follows", "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  office.happen("B20-01", Nudged{"Chị Lan 0903123456 gửi gấp"});
  office.happen("cb-dt", ConversationSaved{}, "conversation");
  office.happen("cb-dt", RemindersWanted{}, "person");
  office.happen("dt", UnitRegistered{}, "unit");
  office.sender.work();
  CHECK(other.ids() == std::vector<std::string>{"1", "4"});
  CHECK(office.store.hooks["w1"].cursor == 4);
  const Taken& first = other.taken[0];
  CHECK(first.signature ==
        webhook_signature(k_secret, {first.id, first.body}, std::stoll(first.timestamp)));
  const json body = json::parse(first.body);
  CHECK(body["type"] == "assignment.nudged");
  CHECK(body["data"]["subject"] == "B20-01");
  CHECK(body["data"]["unit"] == "dt");
  CHECK(body["data"]["plan"] == "B-HPN");
  CHECK(body["data"]["text"] == "Người ld-hpn nhắc trực tiếp");  // without her words
  office.sender.work();
  CHECK(other.ids().size() == 2);
}

TEST_CASE("a subscriber hears of its kinds and its units alone", "[webhook]") {
  Subscriber other;
  Office6 office;
  Webhook& hook = office.hook(other.port);
  hook.kinds = "nudged accepted";
  hook.unit = "dt";
  office.happen("B20-01", Acknowledged{});
  office.happen("B20-02", Nudged{});
  office.happen("B20-01", Nudged{});
  office.happen("B15-01", Accepted{});
  office.happen("2023", CalendarYearSet{}, "calendar");
  office.sender.work();
  CHECK(other.ids() == std::vector<std::string>{"3", "4"});
  CHECK(office.store.hooks["w1"].cursor == 5);  // the others are passed
}

TEST_CASE("what is not taken is sent again later, and nothing overtakes it", "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  for (int i = 0; i < 3; ++i) office.happen("B20-01", Nudged{});
  other.next = {204, 500, 503};
  office.sender.work();
  CHECK(other.ids() == std::vector<std::string>{"1", "2"});
  CHECK(office.store.hooks["w1"].cursor == 1);
  CHECK(office.store.hooks["w1"].fault == "status 500");
  office.sender.work();  // its time has not come
  CHECK(other.ids().size() == 2);
  office.wall = office.wall + Elapsed::seconds(7);
  office.sender.work();
  CHECK(office.store.hooks["w1"].failures == 2);
  office.wall = office.wall + Elapsed::seconds(13);
  office.sender.work();
  CHECK(other.ids() == std::vector<std::string>{"1", "2", "2", "2", "3"});
  CHECK(other.taken[1].body == other.taken[3].body);
  CHECK(office.store.hooks["w1"].failures == 0);
  CHECK_FALSE(office.store.hooks["w1"].failing_since.has_value());
  REQUIRE(office.told.size() == 2);
  CHECK(office.told[0].event == LogEvent::subscriber_failing);
  CHECK(office.told[1].event == LogEvent::subscriber_works);
}

TEST_CASE("a subscriber that is down and comes back gets everything", "[webhook]") {
  Subscriber other;
  Office6 office;
  const int port = other.port;
  office.hook(port);
  other.stop();
  office.happen("B20-01", Nudged{});
  office.happen("B20-01", Accepted{});
  office.sender.work();
  CHECK(office.store.hooks["w1"].failures == 1);
  Subscriber again;
  office.store.hooks["w1"].url = "http://127.0.0.1:" + std::to_string(again.port) + "/hook";
  office.wall = office.wall + Elapsed::seconds(7);
  office.sender.work();
  CHECK(again.ids() == std::vector<std::string>{"1", "2"});
}

TEST_CASE("after a restart of ours what was told is not told again", "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  office.happen("B20-01", Nudged{});
  office.sender.start();
  for (int i = 0; i < 500 && other.ids().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  office.sender.stop();
  office.happen("B20-01", Accepted{});
  WebhookSender second({office.store, office.log, office.desk, office.outside, office.anywhere,
                        [](const std::string&) { return std::optional(k_secret); },
                        [&office] { return office.wall; }});
  second.work();
  CHECK(other.ids() == std::vector<std::string>{"1", "2"});
}

TEST_CASE("when it cannot be kept how far somebody was told, it is told again", "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  office.happen("B20-01", Nudged{});
  office.store.forgets = true;
  office.sender.work();
  office.store.forgets = false;
  office.sender.work();
  CHECK(other.ids() == std::vector<std::string>{"1", "1"});
}

TEST_CASE("a redirect is not followed, and a page that says 200 is as good as nothing",
          "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  office.happen("B20-01", Nudged{});
  other.next = {302, 200};
  office.sender.work();
  CHECK(other.landed == 0);
  CHECK(office.store.hooks["w1"].fault == "status 302");
  office.wall = office.wall + Elapsed::seconds(7);
  office.sender.work();
  CHECK(office.store.hooks["w1"].cursor == 1);
  CHECK(other.landed == 0);
}

TEST_CASE("whoever fails for three days, or says it is gone, is paused", "[webhook]") {
  Subscriber other;
  Office6 office;
  office.hook(other.port);
  office.happen("B20-01", Nudged{});
  other.next = std::vector<int>(200, 500);
  int rounds = 0;
  for (; rounds < 200 && !office.store.hooks["w1"].paused; ++rounds) {
    office.sender.work();
    office.wall = std::max(office.wall, office.store.hooks["w1"].next_attempt);
  }
  CHECK(office.wall - sample::at("2023-11-29T08:00") >= k_webhook_given_up);
  CHECK(rounds > 60);
  CHECK(office.told.back().event == LogEvent::subscriber_paused);
  const auto tried = other.ids().size();
  office.wall = office.wall + Elapsed::hours(5);
  office.sender.work();
  CHECK(other.ids().size() == tried);
  office.store.hooks["w1"].paused = false;  // as dondoc admin webhook resume does
  office.store.hooks["w1"].failing_since.reset();
  {
    const std::lock_guard lock(other.mutex);
    other.next = {410};
  }
  office.sender.work();
  CHECK(office.store.hooks["w1"].paused);
}

TEST_CASE("one subscriber that fails does not hold up another", "[webhook]") {
  Subscriber bad;
  Subscriber good;
  Office6 office;
  office.hook(bad.port, "w1");
  office.hook(good.port, "w2");
  office.happen("B20-01", Nudged{});
  bad.next = {500};
  office.sender.work();
  CHECK(good.ids() == std::vector<std::string>{"1"});
}

TEST_CASE("pauses grow to an hour and are never quite the same", "[webhook]") {
  CHECK(webhook_pause(1, 0) == Elapsed::seconds(4));
  CHECK(webhook_pause(1, 1) == Elapsed::seconds(6));
  CHECK(webhook_pause(3, 0.5) == Elapsed::seconds(20));
  CHECK(webhook_pause(50, 0.5) == Elapsed::hours(1));
  CHECK(webhook_pause(1'000'000, 1) == Elapsed::minutes(72));
}

TEST_CASE("without leave no webhook goes to this machine or a private network", "[webhook]") {
  Subscriber other;
  Office6 office;
  Webhook& hook = office.hook(other.port);
  hook.private_allowed = false;
  office.happen("B20-01", Nudged{});
  for (const char* host : {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0", "[::1]",
                           "[::ffff:127.0.0.1]", "10.0.0.1", "192.168.1.1", "169.254.169.254"}) {
    INFO(host);
    office.store.hooks["w1"].url =
        "http://" + std::string(host) + ":" + std::to_string(other.port) + "/hook";
    office.store.hooks["w1"].next_attempt = Instant{};
    office.store.hooks["w1"].fault.clear();
    office.sender.work();
    CHECK_FALSE(office.store.hooks["w1"].fault.empty());
  }
  CHECK(other.ids().empty());
  CHECK(office.store.hooks["w1"].cursor == 0);
}

TEST_CASE("which addresses are public", "[webhook]") {
  for (const char* address :
       {"8.8.8.8", "113.160.1.1", "172.32.0.1", "100.128.0.1", "11.0.0.0", "2001:4860:4860::8888",
        "2400:cb00::1", "64:ff9b::808:808", "2002:808:808::1"})
    CHECK(is_public_address(address));
  for (const char* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "127.0.0.1",
                              "127.255.0.9",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.0.1",
                              "192.0.2.7",
                              "198.18.0.1",
                              "198.19.255.1",
                              "203.0.113.9",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "fc00::1",
                              "fd12::1",
                              "fe80::1",
                              "ff02::1",
                              "::ffff:10.0.0.1",
                              "::ffff:127.0.0.1",
                              "64:ff9b::a00:1",
                              "2002:a00:1::1",
                              "2001:db8::1",
                              "2001::1",
                              "",
                              "example.com",
                              "127.0.0.1:80",
                              "1.2.3",
                              "fe80::1%eth0"})
    CHECK_FALSE(is_public_address(address));
  CHECK(is_loopback_address("127.9.9.9"));
  CHECK(is_loopback_address("::1"));
  CHECK_FALSE(is_loopback_address("::2"));
  CHECK(address_of_host("127.0.0.1", Reach::this_machine).has_value());
  CHECK_FALSE(address_of_host("8.8.8.8", Reach::this_machine).has_value());
  CHECK_FALSE(address_of_host("10.0.0.1", Reach::public_only).has_value());
  CHECK(address_of_host("10.0.0.1", Reach::anywhere) == "10.0.0.1");
}

}  // namespace dondoc
