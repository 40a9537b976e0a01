// Watches: what looks at a run from outside and says when an invariant of design §15 is broken.
// They see what became durable and what arrived, as text, and share no rule with the engine. One
// thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/store.h"
#include "engine/state/office.h"
#include "simulation/check/json_text.h"
#include "simulation/platform.h"

namespace dondoc::simulation {

struct Finding {
  std::string invariant;  ///< its name, "night", "inbox"
  std::string what;
  Instant at;  ///< true time
};

/// Of one run; the first ones only, the others are counted.
class Findings {
 public:
  explicit Findings(const Clocks& clocks) : clocks_(clocks) {}
  void add(std::string invariant, std::string what);
  const std::vector<Finding>& list() const { return list_; }
  std::size_t count() const { return count_; }

 private:
  const Clocks& clocks_;
  std::vector<Finding> list_;
  std::size_t count_ = 0;
};

/// What stood in the way of the house, for watches that must excuse it.
struct Circumstances {
  int interruptions = 0;      ///< deaths of the process and failed commits
  Instant last_interruption;  ///< of these, and of the clock; in the machine's time, as below
  Instant last_trouble;       ///< when a fault last struck anything
};

/// An event of the log as text, read once for all watches.
struct Fact {
  const LogRow& row;
  Json event;
  std::optional<Json> body;  ///< none for events without fields
};

/// A message of the outbox, read likewise.
struct OwnMessage {
  OutboxRow row;
  OutboxStanding standing = OutboxStanding::waiting;
  std::string message;             ///< id in the message book
  std::vector<std::string> codes;  ///< duties it is about
};

struct Committed {
  const Commit& rows;
  const std::vector<Fact>& facts;
  const std::vector<OwnMessage>& messages;
};

/// The house at rest, between turns.
struct View {
  Store& disk;
  std::string file;  ///< of the disk; empty when it is in memory
  const Office& office;
  const Definitions& definitions;
  Zone zone;
  Instant machine;
};

class Watch {
 public:
  virtual ~Watch() = default;
  virtual void committed(const Committed&) {}
  virtual void arrived(const Arrival&) {}
  /// An input was confirmed to whoever sent it.
  virtual void confirmed(const std::string& /*key*/) {}
  virtual void day_ends(const View&) {}
  virtual void run_ends(const View&) {}
};

}  // namespace dondoc::simulation
