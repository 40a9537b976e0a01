// A whole office in a temporary folder: store, engine, sandbox channel and conversation on a
// virtual clock. What `dondoc demo` shows and the story plays. Nothing outside the folder is
// touched, nothing leaves the machine.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/data.h"
#include "app/runtime.h"
#include "app/temporary_folder.h"
#include "bots/sandbox/sandbox_channel.h"

namespace dondoc {

class Demo {
 public:
  /// `start`: what the virtual clock says at first. `database`: elsewhere than in the folder, for
  /// tests on other stores; it must hold nothing yet.
  Demo(const Definitions& definitions, Zone zone, Instant start, std::string database = "");

  /// Opens store and runtime. Errors: those of the store.
  Result<void> start();
  /// Registers the plan's units and invented people and issues the plan in the name of its lead, at
  /// the virtual time.
  Result<void> issue(const std::string& document);

  Runtime& runtime() { return *runtime_; }
  SandboxChannel& sandbox() { return sandbox_; }
  const std::string& database() const { return database_; }
  Zone zone() const { return zone_; }
  const std::string& link_key() const { return link_key_; }
  /// From now on the bot's links lead to this address.
  void pages_are_at(std::string address);

 private:
  const Definitions& definitions_;
  Zone zone_;
  TemporaryFolder folder_;
  const std::string database_;
  VirtualClock clock_;
  SandboxChannel sandbox_;
  const std::string link_key_;
  std::mutex pages_mutex_;
  std::string pages_;  ///< guarded by pages_mutex_
  std::unique_ptr<Interpreter> interpreter_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Runtime> runtime_;  // last: stops before what it uses goes away
};

/// The plan files of an installation, in order of name.
std::vector<const DataFile*> plan_files(const DataFiles& data);

}  // namespace dondoc
