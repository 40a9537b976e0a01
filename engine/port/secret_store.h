// SecretStore: sealed secrets that change while the program runs, such as a rotated token pair;
// never in the log. A port of its own beside Store, because whoever sends a message may need a new
// token while the engine's thread waits for that very message. Safe from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

class SecretStore {
 public:
  virtual ~SecretStore() = default;
  /// None when nothing is kept under that name: not an error.
  virtual Result<std::optional<std::string>> load(std::string_view name) = 0;
  /// Durable when it returns; never half.
  virtual Result<void> save(std::string_view name, const std::string& sealed) = 0;
};

}  // namespace dondoc
