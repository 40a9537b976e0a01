// What became of a message, as the delivery worker tells the engine. Values only.
#pragma once

#include <string>

#include "engine/port/store.h"

namespace dondoc {

struct Settled {
  OutboxUpdate update;
  OutboxRow row;
  std::string outcome;  ///< "delivered", "retry", "unknown", "given_up", "overtaken"
};

/// An account that a platform no longer reaches: blocked, left, never started.
struct Unreached {
  std::string person;
  std::string channel;
  std::string account;
  std::string reason;  ///< code and text of the platform
};

}  // namespace dondoc
