// Another program beside a running office: it issues a plan, reads, decides and is told of what
// happened, over a restart, all by /api/v1 and webhooks.
#include <httplib.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/served/served_office.h"

using namespace dondoc;
using namespace dondoc::test;
using nlohmann::json;

namespace {

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

struct Program {
  httplib::Client http;
  httplib::Headers headers;

  Program(int port, const std::string& token)
      : http("127.0.0.1", port), headers({{"Authorization", "Bearer " + token}}) {
    http.set_tcp_nodelay(true);
    http.set_read_timeout(60);
  }
  json get(const std::string& path, int status = 200) {
    const auto answer = http.Get(path, headers);
    REQUIRE(answer);
    INFO(path << ": " << answer->body.substr(0, 300));
    REQUIRE(answer->status == status);
    return json::parse(answer->body, nullptr, false);
  }
  httplib::Result post(const std::string& path, const std::string& body, const std::string& key) {
    httplib::Headers all = headers;
    if (!key.empty()) all.emplace("Idempotency-Key", key);
    return http.Post(path, all, body, "application/json");
  }
};

/// Takes what it is told.
struct Subscriber {
  httplib::Server server;
  std::mutex mutex;
  std::vector<json> told;  // guarded by mutex
  std::thread thread;
  int port = 0;

  Subscriber() {
    server.Post("/hook", [this](const httplib::Request& in, httplib::Response& out) {
      const std::lock_guard lock(mutex);
      told.push_back(json::parse(in.body, nullptr, false));
      told.back()["id"] = in.get_header_value("webhook-id");
      out.status = in.has_header("webhook-signature") ? 204 : 400;
    });
    port = server.bind_to_any_port("127.0.0.1");
    thread = std::thread([this] { server.listen_after_bind(); });
  }
  ~Subscriber() {
    server.stop();
    thread.join();
  }
  std::vector<std::string> types() {
    const std::lock_guard lock(mutex);
    std::vector<std::string> all;
    for (const json& one : told) all.push_back(one["type"]);
    return all;
  }
};

std::string plan_text() {
  std::ifstream in("workflows/plans/b-hocmon-2023.json");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("another program works with a running office by its API", "[api]") {
  ServedOffice office("2023-05-25T07:30", {});
  office.start();
  office.import_people("b-hocmon-2023");
  const std::string administrator =
      first_line(office.command({"admin", "token", "create", "administrator", "--scope", "issue",
                                 "--scope", "read", "--scope", "events"}));
  REQUIRE(administrator.starts_with("dondoc_"));
  Program issuer(office.port(), administrator);
  const auto faulty = issuer.post("/api/v1/plans", R"({"id":"X"})", "");
  REQUIRE(faulty);
  CHECK(faulty->status == 422);
  CHECK(json::parse(faulty->body)["faults"].size() > 1);
  const auto issued = issuer.post("/api/v1/plans", plan_text(), "issue-b");
  REQUIRE(issued);
  INFO(issued->body.substr(0, 300));
  REQUIRE(issued->status == 200);
  CHECK(json::parse(issued->body)["codes"].size() > 50);
  const auto again = issuer.post("/api/v1/plans", plan_text(), "issue-b");
  CHECK(again->body == issued->body);
  const std::int64_t seq = issuer.get("/api/v1/events?limit=1")["last"];

  // The lead of the plan's issuer, and one duty of hers.
  const json plan = issuer.get("/api/v1/plans")["items"][0];
  std::string lead;
  const json issuing = issuer.get("/api/v1/units/" + plan["issuer"].get<std::string>());
  for (const json& one : issuing["people"])
    if (one["lead"] == true) lead = one["id"];
  REQUIRE_FALSE(lead.empty());
  const std::string token =
      first_line(office.command({"admin", "token", "create", lead, "--scope", "read", "--scope",
                                 "act", "--scope", "events", "--days", "1", "--name", "thử"}));
  Program program(office.port(), token);
  CHECK(program.get("/api/v1/me")["person"] == lead);
  const json duties = program.get("/api/v1/assignments?limit=1&state=in_term");
  REQUIRE(duties["items"].size() == 1);
  const std::string code = duties["items"][0]["code"];

  Subscriber other;
  const std::string hook = first_line(office.command(
      {"admin", "webhook", "add", "http://127.0.0.1:" + std::to_string(other.port) + "/hook",
       "--allow-private", "--kind", "nudged"}));
  CHECK(office.command({"admin", "webhook", "test", hook}).find("204") != std::string::npos);
  const std::string path = "/api/v1/assignments/" + code + "/nudge";
  for (int i = 0; i < 2; ++i) {
    const auto nudged = program.post(path, R"({"reason":"Đề nghị sớm"})", "nudge-1");
    REQUIRE(nudged);
    INFO(nudged->body);
    CHECK(nudged->status == 200);
  }
  CHECK(comes_true([&] { return other.types().size() == 2; }));
  CHECK(other.types() == std::vector<std::string>{"ping", "assignment.nudged"});
  const json life = program.get("/api/v1/assignments/" + code)["life"];
  CHECK(life["past"].dump().find("Đề nghị sớm") != std::string::npos);
  int nudges = 0;
  const json log = program.get("/api/v1/events?after=" + std::to_string(seq));
  for (const json& event : log["items"]) {
    if (event["kind"] != "nudged") continue;
    ++nudges;
    CHECK(event["via_api"] == true);
    CHECK(event["by"] == lead);
  }
  CHECK(nudges == 1);

  // Over a restart: what was told is not told again, and the engine still knows the key.
  REQUIRE(office.stop() == 0);
  office.start();
  Program after(office.port(), token);
  CHECK(after.post(path, R"({"reason":"Đề nghị sớm"})", "nudge-1")->status == 200);
  CHECK(after.post(path, R"({"reason":"Lần nữa"})", "nudge-2")->status == 200);
  CHECK(comes_true([&] { return other.types().size() == 3; }));
  CHECK(office.command({"admin", "webhook", "list"}).find(hook) != std::string::npos);
  office.command({"admin", "webhook", "remove", hook});
  CHECK(office.command({"admin", "token", "list"}).find("thử") != std::string::npos);
  const std::string id = after.get("/api/v1/me")["token"]["id"];
  office.command({"admin", "token", "revoke", id});
  CHECK(after.get("/api/v1/me", 401)["code"] == "no_token");
  // Methods that no page has are answered by the API too.
  const auto deleted = after.http.Delete("/api/v1/me", after.headers);
  REQUIRE(deleted);
  CHECK(deleted->status == 405);
  CHECK(deleted->get_header_value("Allow") == "GET");
}

TEST_CASE("wrong words of the commands for tokens and webhooks are refused", "[api]") {
  ServedOffice office("2023-05-25T07:30", {});
  const std::vector<std::vector<std::string>> wrong = {
      {"admin", "token", "create", "nobody", "--scope", "read"},
      {"admin", "token", "create", "administrator", "--scope", "all"},
      {"admin", "token", "create", "administrator"},
      {"admin", "token", "create", "administrator", "--scope", "read", "--days", "0"},
      {"admin", "token", "revoke", "none"},
      {"admin", "webhook", "add", "http://127.0.0.1:1/"},
      {"admin", "webhook", "add", "ftp://example.com/"},
      {"admin", "webhook", "add", "https://user@example.com/"},
      {"admin", "webhook", "add", "https://example.com/", "--kind", "everything"},
      {"admin", "webhook", "add", "https://example.com/", "--unit", "nowhere"},
      {"admin", "webhook", "remove", "w1"},
      {"admin", "webhook", "resume", "w1"},
      {"admin", "webhook", "test", "w1"}};
  for (const auto& words : wrong) {
    INFO(words[1] << " " << words[2] << " " << (words.size() > 3 ? words[3] : ""));
    const Ended ended = office.try_command(words);
    CHECK((ended.status == 1 || ended.status == 2));
    CHECK_FALSE(ended.err.empty());
    CHECK(ended.out.find("dondoc_") == std::string::npos);
  }
}
