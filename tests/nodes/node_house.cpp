#include "tests/nodes/node_house.h"

#include <httplib.h>
#include <signal.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/data.h"
#include "tests/support/text_file.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

/// A node that stands still is not waited for.
constexpr int k_patience_s = 8;

}  // namespace

NodeHouse::NodeHouse(ServerPair& servers, Instant now, std::size_t nodes)
    : database_(servers.address()), now_ms_(now.ms), nodes_(nodes) {
  platform_ = std::make_unique<FakeServer>(telegram_, [this] { return this->now(); });
  platform_port_ = platform_->start();
  if (platform_port_ == 0) throw std::runtime_error("a fake platform cannot listen");
  write_configuration();
}

NodeHouse::~NodeHouse() {
  for (Node& node : nodes_) node.program.reset();
  platform_->stop();
}

std::string NodeHouse::file(std::size_t node, const std::string& name) const {
  return folder_.file("node-" + std::to_string(node)) + "/" + name;
}

/// The same for all, but for where they run; one key for all.
void NodeHouse::write_configuration() {
  const std::string base = "http://127.0.0.1:" + std::to_string(platform_port_);
  write_text(folder_.file("telegram-token"), std::string(FakeTelegram::k_token));
  write_text(folder_.file("telegram-secret"), k_secret);
  const json config = {{"storage", {{"url", database_}}},
                       {"listen", {{"host", "127.0.0.1"}, {"port", 0}, {"public_url", ""}}},
                       {"channels",
                        {{"telegram",
                          {{"enabled", true},
                           {"mode", "webhook"},
                           {"token_file", folder_.file("telegram-token")},
                           {"webhook_secret_file", folder_.file("telegram-secret")},
                           {"api_base", base}}}}}};
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    std::filesystem::create_directories(folder_.file("node-" + std::to_string(i)));
    json own = config;
    own["listen"]["public_url"] = "https://dondoc.test";
    write_text(file(i, "dondoc.json"), own.dump(1));
    write_text(file(i, "dondoc.key"), std::string(32, 'k'));
    std::filesystem::permissions(file(i, "dondoc.key"), std::filesystem::perms::owner_read |
                                                            std::filesystem::perms::owner_write);
  }
}

void NodeHouse::start(std::size_t node) {
  Node& one = nodes_[node];
  one.program = std::make_unique<RunningProgram>(
      std::vector<std::string>{"/usr/bin/env", "STATE_DIRECTORY=" + file(node, ""), DONDOC_PROGRAM,
                               "serve", "--config", file(node, "dondoc.json"), "--virtual-clock",
                               Zone::viet_nam().iso(now() + one.ahead)},
      file(node, "serve.log"));
  const std::string line = one.program->line();
  const auto colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("a node did not start: " + said(node));
  one.port = std::stoi(line.substr(colon + 1));
}

void NodeHouse::kill(std::size_t node) {
  nodes_[node].port = 0;
  nodes_[node].program->signal(SIGKILL);
  nodes_[node].program->wait();
  nodes_[node].program.reset();
}

int NodeHouse::stop(std::size_t node) {
  nodes_[node].port = 0;
  nodes_[node].program->signal(SIGTERM);
  const int status = nodes_[node].program->wait();
  nodes_[node].program.reset();
  return status;
}

void NodeHouse::pause(std::size_t node) { nodes_[node].program->signal(SIGSTOP); }
void NodeHouse::resume(std::size_t node) { nodes_[node].program->signal(SIGCONT); }

bool NodeHouse::move(std::size_t node, Instant when) const {
  if (nodes_[node].port == 0) return false;
  httplib::Client client("127.0.0.1", nodes_[node].port);
  client.set_read_timeout(k_patience_s);
  const auto answer = client.Post(
      "/debug/clock", json{{"set", Zone::viet_nam().iso(when + nodes_[node].ahead)}}.dump(),
      "application/json");
  return answer && answer->status == 200;
}

std::size_t NodeHouse::move_to(Instant when) {
  now_ms_ = when.ms;
  std::size_t moved = 0;
  for (std::size_t node = 0; node < nodes_.size(); ++node) moved += move(node, when) ? 1 : 0;
  return moved;
}

int NodeHouse::call(std::size_t node, std::int64_t update, const std::string& account,
                    const std::string& text) const {
  const int port = nodes_[node].port;
  if (port == 0) return 0;
  const std::string number = std::to_string(update);
  const json body = {
      {"update_id", update},
      {"message",
       {{"message_id", update},
        {"date", now().ms / 1'000},
        {"text", text},
        {"from", {{"id", std::stoll(account)}, {"is_bot", false}, {"first_name", "Lan"}}},
        {"chat", {{"id", std::stoll(account)}, {"type", "private"}}}}}};
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(k_patience_s);
  const auto answer =
      client.Post("/webhook/telegram", {{"X-Telegram-Bot-Api-Secret-Token", k_secret}}, body.dump(),
                  "application/json");
  return answer ? answer->status : 0;
}

std::string NodeHouse::said(std::size_t node) const {
  return read_file(file(node, "serve.log")).value_or("nothing was said");
}

}  // namespace dondoc::test
