// SelfAudit: the doctor inside `dondoc serve`. Every few minutes it examines the office as
// `dondoc doctor` does, on a connection that only reads and a thread of its own; what it found
// stands in the metrics and on the administration page, is told to whoever administers the pages by
// chat when it changes, and while nothing is broken an address outside is called, so that somebody
// notices when this program is silent (a dead man's switch).
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "app/doctor.h"
#include "app/duties.h"
#include "app/log_record.h"
#include "engine/port/http_client.h"
#include "engine/port/interpreter.h"
#include "engine/port/page_store.h"
#include "engine/port/webhook_store.h"

namespace dondoc {

/// What the last examination found.
struct AuditStanding {
  Instant at;
  bool was_read = false;  ///< false: the store could not be read; the numbers are of before
  std::size_t open = 0;
  std::size_t armed = 0;
  std::size_t faults = 0;
  std::size_t notes = 0;
  std::size_t steps_unaccounted = 0;  ///< assignments whose next step is lost or was passed over
  std::optional<bool> alive_taken;    ///< whether the address outside took the last call
  bool passes() const { return was_read && faults == 0; }
};

class SelfAudit {
 public:
  struct Parts {
    const Definitions& definitions;
    Zone zone;
    Reader& reader;    ///< a connection of its own
    PageStore& pages;  ///< who has a password administers
    WebhookStore* webhooks = nullptr;
    std::function<Instant()> now;
    std::function<void(Heard)> say;  ///< takes a word of k_channel to the engine
    HttpClient& outside;
    std::string alive_url;  ///< empty: nobody is called
    Elapsed every = Elapsed::minutes(5);
    Tell tell = tell_nobody;
    const Duties& duties = every_duty();  ///< whether it is this node that tells of it
  };

  /// What the program says to a person on its own account comes to the engine as heard there.
  static constexpr std::string_view k_channel = "self_audit";

  /// All must run as long as this does.
  explicit SelfAudit(Parts parts);
  ~SelfAudit();

  void start();
  /// Returns when the examination under way has ended.
  void stop();
  /// One round, which the thread does again and again; for tests without it.
  void work();

  /// None before the first round. Any thread.
  std::optional<AuditStanding> standing() const;

 private:
  struct Looked {
    Office office;
    Examination seen;
  };
  Result<Looked> look();
  Result<Looked> look_twice();
  void report(const Looked& looked, Instant now);
  void tell_administrators(const Looked& looked, Instant now);
  bool call_outside();
  bool has_duty() const { return parts_.duties.holds(k_audit_duty).has_value(); }

  const Parts parts_;
  std::set<std::string> logged_;  ///< what the log was last told of
  std::set<std::string> told_;    ///< what the administrators were
  bool told_fault_ = false;
  int mended_ = 0;  ///< how often they were told that no fault is left
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  std::optional<AuditStanding> standing_;  // guarded by mutex_
  bool stopping_ = false;                  // guarded by mutex_
  std::thread thread_;
};

/// Findings as far as a change of them is worth a message: each fault, and the kinds of notes.
std::set<std::string> signature_of(const Examination& seen);

/// What an administrator reads of it; of nothing found that what was told is over.
std::string audit_text(const Examination& seen, const Person& reader, const MessageBook& book,
                       const std::string& clock);

/// Says what the audit has to say, and leaves everything else to the conversation.
class AuditInterpreter : public Interpreter {
 public:
  explicit AuditInterpreter(const Interpreter& conversation) : conversation_(conversation) {}
  Interpretation interpret(const World& world, const Heard& heard, Instant now) const override;

 private:
  const Interpreter& conversation_;
};

}  // namespace dondoc
