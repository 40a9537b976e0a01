// OfficeDoor: how `dondoc issue` and `dondoc admin …` reach an office that is running: a socket
// file beside the database, which only its owner can open. Who can write the database can do no
// more through it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/runtime.h"
#include "engine/command/command.h"

namespace dondoc {

std::string door_of(const std::string& database);

class OfficeDoor {
 public:
  OfficeDoor(Runtime& runtime, std::string path);
  /// Closes when still open, and takes the file away.
  ~OfficeDoor();
  /// Before open: what is answered to whoever asks how the channels stand.
  void show_channels(std::function<std::string()> health);
  /// Errors: permanent, naming the file (a path that is too long for a socket, no rights).
  Result<void> open();
  void close();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether an office answers behind that door.
bool answers(const std::string& door);

/// What the office behind the door says of its channels (app/channel_health.h).
/// Errors: transient when nobody answers.
Result<std::string> channels_behind(const std::string& door);

/// Carries the commands out in the administrator's name, in order; one answer each.
/// Errors: transient when nobody answers; permanent for a command that is not handed over.
Result<std::vector<Answer>> hand_over(const std::string& door,
                                      const std::vector<CommandBody>& commands);

}  // namespace dondoc
