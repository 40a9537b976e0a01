// What the pages need done, as a port: app/ does it with the running engine and a connection that
// only reads, tests with a fake. Every member is called from any thread of the server.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"
#include "engine/loop/engine.h"
#include "engine/result.h"
#include "reports/judged.h"
#include "reports/reminder_proof.h"

namespace dondoc {

/// The office at one moment, to look at while `PageDesk::look` runs and no longer.
struct Moment {
  const World& world;
  const World& present;  ///< who may see what is judged by today's directory, on a past day too
  Instant at;
  Instant now;
  LocalDate today;
  const std::vector<Judged>& judged;  ///< every assignment that is not void, in order of code
  /// Judged of one code; null when there is none or it is void.
  std::function<const Judged*(std::string_view code)> find;
};

/// One thing that happened to an assignment, or will; sentences in Vietnamese.
struct LifeLine {
  Instant at;
  std::string by;  ///< name; empty: the system
  std::string text;
  std::vector<std::string> details;
};

struct LifeView {
  std::vector<std::string> due;  ///< how the date came about
  std::vector<LifeLine> past;
  std::vector<LifeLine> coming;
  std::string standing;  ///< why nothing comes, or what is waited for; may be empty
};

class PageDesk {
 public:
  virtual ~PageDesk() = default;

  virtual Instant now() = 0;
  virtual Zone zone() = 0;
  /// Another text as soon as anything that a page shows may have changed; cheap.
  virtual Result<std::string> version() = 0;
  /// The present, or the end of an earlier day. A day before the log is an empty office: not an
  /// error. Errors: those of the store.
  virtual Result<void> look(std::optional<LocalDate> day,
                            const std::function<void(const Moment&)>& look) = 0;
  /// Errors: permanent when there is no such assignment; those of the store.
  virtual Result<LifeView> life(const std::string& code) = 0;
  /// What was sent about an assignment, for the annex that proves it; nothing about one that nobody
  /// knows. Errors: those of the store.
  virtual Result<ReminderProof> proof(const std::string& code) = 0;
  /// The bytes of a file that was sent in the chat. None when nothing is kept under that digest.
  /// Errors: corrupt when they are no longer those that were kept; those of the store.
  virtual Result<std::optional<std::string>> file(const std::string& digest) = 0;
  /// Carried out by the engine like a command of the chat; durable when it returns.
  virtual Result<Answer> carry_out(const Command& command) = 0;
};

}  // namespace dondoc
