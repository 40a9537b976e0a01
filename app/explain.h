// Explain: the life of one assignment in order of time, from the log (design §5, §7): what was
// decided by whom, which step was taken, put off or skipped and why, what became of each message,
// how its due date came about, what comes next or why nothing. Sentences are Vietnamese. Pure but
// for the Reader it is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/reader.h"
#include "reports/reminder_proof.h"

namespace dondoc {

/// Something that happened.
struct LifeEntry {
  Instant at;
  std::string kind;                  ///< name of the event, or "message"
  std::string by;                    ///< person id; empty: the system
  std::string text;                  ///< one sentence
  std::vector<std::string> details;  ///< for messages: the words as sent, what became of them
};

/// A step that will be taken if nothing else happens before.
struct ComingStep {
  Instant at;
  std::string step;
  std::string message;
  std::vector<std::string> to;  ///< person ids as things stand now
  std::string text;
};

struct Life {
  std::string code;
  std::string plan;
  std::string obligation;
  std::string unit;
  std::string period;
  std::string state;
  std::string head;  ///< unit, duty and plan in one sentence
  std::optional<LocalDate> nominal;
  std::optional<LocalDate> effective;
  std::vector<std::string> due;  ///< how the date came about, one sentence each
  std::vector<LifeEntry> past;
  std::vector<ComingStep> coming;
  ReminderProof proof;  ///< every message about it, what became of it, and the answer
  std::string
      standing;  ///< why nothing comes, or what coming steps wait for; empty: nothing to add
};

/// Errors: permanent when there is no such assignment; corrupt when its state or a log row of it
/// cannot be read; those of the reader.
Result<Life> explain(Reader& reader, const Definitions& definitions, const Zone& zone,
                     const std::string& code, Instant now);

/// The proof of reminding alone, with what it stands on.
struct ProofRead {
  Office office;
  Assignment assignment;
  ReminderProof proof;
};
/// Errors: as explain.
Result<ProofRead> read_proof(Reader& reader, const std::string& code);
/// For who holds the office already. A duty that nobody knows has no reminders: not an error.
Result<ReminderProof> read_reminders(Reader& reader, const std::string& code);
/// The same for an office that the caller holds already, assignments in `world.cases`.
Result<Life> explain(Reader& reader, const World& world, const std::string& code, Instant now);

/// Ends with a line break.
std::string life_text(const Life& life, const Zone& zone);
std::string life_json(const Life& life, const Zone& zone);

}  // namespace dondoc
