// How a command reaches the office: to look, or to change something as the administrator. A running
// `dondoc serve` carries the change out itself (app/office_door.h); otherwise the command opens the
// store.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/settings.h"
#include "engine/loop/engine.h"

namespace dondoc {

/// "dondoc board: message" on stderr; 1, the exit code of a fault.
int fail(const char* command, const std::string& message);
/// The whole text on stdout.
void print(const std::string& text);

/// Settings and a connection that only reads.
struct ReadingDesk {
  Settings settings;
  std::unique_ptr<Reader> reader;
};
/// Errors: those of load_settings and open_reader.
Result<ReadingDesk> open_reading_desk(const std::string& config_file);

/// The store and an engine over it, at the present time. Messages that a command causes wait in the
/// outbox for `dondoc serve`.
class AdminDesk {
 public:
  /// Errors: those of load_settings, open_store and Engine::open.
  static Result<std::unique_ptr<AdminDesk>> open(const std::string& config_file);

  /// True when a running office carries the commands out: store() must not be asked for then.
  bool is_remote() const { return engine_ == nullptr; }

  /// Carries out commands in the administrator's name, in one transaction; one answer each.
  Result<std::vector<Answer>> carry_out(std::vector<CommandBody> bodies);
  /// One command; a refusal is a permanent error with its reason.
  Result<Answer> carry_out_one(CommandBody body);

  const Settings& settings() const { return settings_; }
  Store& store() { return *store_; }
  /// Requires: not remote.
  const Directory& directory() const { return engine_->office().directory; }

 private:
  explicit AdminDesk(Settings settings) : settings_(std::move(settings)) {}

  Settings settings_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Engine> engine_;
  std::string door_;  ///< of the running office; empty: the store is ours
};

/// A command in the administrator's name.
Command by_administrator(CommandBody body);

}  // namespace dondoc
