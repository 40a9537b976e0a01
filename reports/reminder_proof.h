// Proof of reminding (design §7): for one duty what was sent to whom, when the platform took it,
// when it was seen, when the person answered. Values only; pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/event/event.h"
#include "engine/port/reader.h"

namespace dondoc {

enum class ReminderStanding {
  waiting,    ///< still to be sent
  accepted,   ///< the platform took it
  given_up,   ///< nobody could be reached by it
  overtaken,  ///< the duty was settled before it left
};

/// One message about the duty.
struct Reminder {
  std::int64_t message = 0;  ///< number in the outbox
  std::string step;          ///< of the ladder, or why it was sent
  std::string person;        ///< id
  std::string channel;       ///< empty: none took it yet
  std::string text;          ///< as sent; empty when it cannot be read any more
  Instant created;
  ReminderStanding standing = ReminderStanding::waiting;
  int attempts = 0;
  std::optional<Instant> accepted_at;
  std::optional<Instant> seen_at;      ///< only where the platform says so
  std::optional<Instant> answered_at;  ///< the person's first word on the duty after it was taken
  std::string answer;                  ///< name of that event
  std::string detail;                  ///< what the platform said when it was not sent
};

struct ReminderProof {
  std::string code;
  std::vector<Reminder> reminders;  ///< oldest first
};

/// `events`: those of the duty in order, and the recipients' message_settled among them or not:
/// without them nothing is known to have been seen. `messages`: outbox rows about the duty, its own
/// or bundled with others.
ReminderProof reminder_proof(const std::string& code, const std::vector<Event>& events,
                             const std::vector<OutboxRecord>& messages);

}  // namespace dondoc
