// What the API needs of the log and of the messages, as a port: app/ does it with connections that
// only read, tests with a fake. Safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "engine/port/log_pages.h"
#include "reports/reminder_proof.h"

namespace dondoc {

class LogDesk : public LogPages {
 public:
  /// What was sent about an assignment and what came back. Errors: permanent when there is no such
  /// assignment; those of the store.
  virtual Result<ReminderProof> proof(const std::string& code) = 0;
};

}  // namespace dondoc
