// NodeHouse: several `dondoc serve` on one PostgreSQL database, each a process of its own with a
// clock of its own, over a fake Telegram; made to fail as machines do. One thread; `call` from any.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/temporary_folder.h"
#include "engine/time/time.h"
#include "tests/nodes/server_pair.h"
#include "tests/served/program.h"
#include "tests/support/fake_server.h"
#include "tests/support/fake_telegram.h"

namespace dondoc::test {

class NodeHouse {
 public:
  static constexpr const char* k_secret = "secret-of-the-webhook";

  /// The nodes are not started yet.
  NodeHouse(ServerPair& servers, Instant now, std::size_t nodes);
  ~NodeHouse();

  std::size_t size() const { return nodes_.size(); }
  void start(std::size_t node);
  /// As a power cut.
  void kill(std::size_t node);
  /// Exit status.
  int stop(std::size_t node);
  /// It stands still, and nobody is told; then it goes on.
  void pause(std::size_t node);
  void resume(std::size_t node);
  bool is_running(std::size_t node) const { return nodes_[node].program != nullptr; }

  /// A node's clock is this much ahead of the others'.
  void skew(std::size_t node, Elapsed ahead) { nodes_[node].ahead = ahead; }
  /// Moves the clock of every node that answers within some seconds. How many did.
  std::size_t move_to(Instant when);
  Instant now() const { return {now_ms_.load()}; }

  /// A text that somebody writes, brought to a node. The HTTP status; 0 without an answer.
  int call(std::size_t node, std::int64_t update, const std::string& account,
           const std::string& text) const;

  FakeTelegram& telegram() { return telegram_; }
  std::string said(std::size_t node) const;

 private:
  struct Node {
    std::unique_ptr<RunningProgram> program;
    std::atomic<int> port = 0;
    Elapsed ahead{};
  };

  std::string file(std::size_t node, const std::string& name) const;
  void write_configuration();
  bool move(std::size_t node, Instant when) const;

  TemporaryFolder folder_;
  const std::string database_;
  std::atomic<std::int64_t> now_ms_;
  FakeTelegram telegram_;
  std::unique_ptr<FakeServer> platform_;
  int platform_port_ = 0;
  std::vector<Node> nodes_;
};

}  // namespace dondoc::test
