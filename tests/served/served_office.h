// ServedOffice: `dondoc serve --virtual-clock` as a process of its own, over fake platforms on
// loopback, handled as an administrator handles it: a configuration file and commands. One thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "app/temporary_folder.h"
#include "tests/served/chats.h"
#include "tests/served/program.h"
#include "tests/support/fake_server.h"
#include "tests/support/test_database.h"

namespace dondoc::test {

class ServedOffice {
 public:
  /// Writes the configuration and starts the platforms; the office is not started yet. `start`:
  /// "2023-05-25T07:30" in the office's zone.
  ServedOffice(const std::string& start, std::vector<std::unique_ptr<Chats>> platforms);
  ~ServedOffice();

  void start();
  /// As a power cut.
  void kill();
  /// As an administrator stops a service; gives the exit status.
  int stop();
  bool is_running() const { return program_ != nullptr; }

  /// A command of the administrator, "--config" is added. Throws when it fails.
  std::string command(std::vector<std::string> words);
  /// The same; what it says is for the caller to judge.
  Ended try_command(std::vector<std::string> words) const;
  /// Units and people of a plan as the demo invents them, from files.
  void import_people(const std::string& plan);
  /// Invites, joins, and brings it.
  void bind(Chats& chats, const std::string& person, const std::string& account);

  /// Moves the clock of everybody; false when the office did not answer (it was killed).
  bool move_to(Instant when);
  /// Throws when the office does not answer.
  void run_to(const std::string& when);
  /// Brings the platforms' webhook calls, and lets the answers go out.
  void settle();
  std::size_t deliver();

  /// A second program with the same platforms and tokens, and a database of its own: what an
  /// administrator should not do. It writes to "second.log".
  std::unique_ptr<RunningProgram> start_second();

  /// POST of JSON by anybody; the status, 0 without an answer.
  int call(const std::string& path, const std::vector<HttpHeader>& headers,
           const std::string& body) const;

  Chats& chats(std::size_t index) { return *platforms_[index]; }
  Instant now() const { return {now_ms_.load()}; }
  /// As storage/open.h takes it: a file's path, or an address.
  const std::string& database() const { return database_.address(); }
  std::string file(const std::string& name) const { return folder_.file(name); }
  /// All of its standard error; of the second program by its own file.
  std::string said(const std::string& log = "serve.log") const;
  int port() const { return port_; }

 private:
  void write_configuration(const std::string& file, const std::string& url);
  std::vector<std::string> program(std::vector<std::string> words) const;

  TemporaryFolder folder_;
  TestDatabase database_{folder_.file("var/dondoc.db")};
  std::atomic<std::int64_t> now_ms_;
  std::vector<std::unique_ptr<Chats>> platforms_;
  std::vector<std::unique_ptr<FakeServer>> servers_;
  std::vector<int> ports_;
  std::unique_ptr<RunningProgram> program_;
  int port_ = 0;
};

}  // namespace dondoc::test
