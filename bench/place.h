// Where a measurement keeps its office: an SQLite file in a folder that vanishes, or an empty
// PostgreSQL database. One thread.
#pragma once

#include <memory>
#include <string>

#include "app/temporary_folder.h"
#include "bench/counting_store.h"
#include "bench/extent.h"
#include "engine/loop/engine.h"
#include "engine/result.h"

namespace dondoc::bench {

class Place {
 public:
  /// Errors: those of the store; permanent when the database is not empty.
  static Result<std::unique_ptr<Place>> open(const Extent& extent);

  CountingStore& store() { return *counting_; }
  const std::string& database() const { return database_; }
  bool is_on_server() const { return on_server_; }
  /// A file name in the folder that vanishes.
  std::string file(const std::string& name) const { return folder_.file(name); }
  /// Closes the store and opens it anew, as a start of the program does. Errors: those of the
  /// store.
  Result<void> reopen();
  void close();

 private:
  Place() = default;

  TemporaryFolder folder_;
  std::string database_;
  bool on_server_ = false;
  std::unique_ptr<Store> store_;
  std::unique_ptr<CountingStore> counting_;
};

/// Carries the commands out in transactions of at most `limits::commands_per_batch`, and waits.
/// Errors: those of the store; permanent when one is refused.
Result<void> carry_out(Engine& engine, std::vector<Command> commands, Instant now);

/// Processor time of all threads so far.
double processor_seconds();

}  // namespace dondoc::bench
