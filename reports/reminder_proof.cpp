#include "reports/reminder_proof.h"

#include <algorithm>
#include <type_traits>

#include "engine/notice/notices.h"

namespace dondoc {
namespace {

/// What an officer says about a duty; decisions of leads and steps of the ladder are none.
bool is_answer(const EventBody& body) {
  return std::visit(
      []<class T>(const T&) {
        return std::is_same_v<T, Acknowledged> || std::is_same_v<T, Progressed> ||
               std::is_same_v<T, Submitted> || std::is_same_v<T, ExtensionRequested> ||
               std::is_same_v<T, Blocked> || std::is_same_v<T, Disputed> ||
               std::is_same_v<T, HandedOver> || std::is_same_v<T, Snoozed> ||
               std::is_same_v<T, FileOffered>;
      },
      body);
}

ReminderStanding standing_of(OutboxStanding standing) {
  switch (standing) {
    case OutboxStanding::sent:
      return ReminderStanding::accepted;
    case OutboxStanding::given_up:
      return ReminderStanding::given_up;
    case OutboxStanding::overtaken:
      return ReminderStanding::overtaken;
    case OutboxStanding::waiting:
      break;
  }
  return ReminderStanding::waiting;
}

/// The message as the outbox has it.
Reminder sent(const OutboxRecord& record) {
  Reminder reminder;
  reminder.message = record.row.id;
  reminder.step = record.row.step;
  reminder.person = record.row.person;
  reminder.channel = record.channel;
  reminder.text = decode_message(record.row.body).text;
  reminder.created = record.row.created;
  reminder.standing = standing_of(record.standing);
  reminder.attempts = record.attempts;
  reminder.detail = record.detail;
  if (reminder.standing == ReminderStanding::accepted) reminder.accepted_at = record.settled_at;
  return reminder;
}

void note_seen(Reminder& reminder, const std::vector<Event>& events) {
  for (const Event& event : events) {
    const auto* settled = std::get_if<MessageSettled>(&event.body);
    const bool is_own = settled != nullptr && settled->message == reminder.message;
    if (is_own && settled->outcome == "seen" && !reminder.seen_at) reminder.seen_at = event.at;
  }
}

void note_answer(Reminder& reminder, const std::vector<Event>& events) {
  if (!reminder.accepted_at) return;
  auto found = std::find_if(events.begin(), events.end(), [&](const Event& event) {
    return event.by == reminder.person && event.at >= *reminder.accepted_at &&
           is_answer(event.body);
  });
  if (found == events.end()) return;
  reminder.answered_at = found->at;
  reminder.answer = name_of(found->body);
}

}  // namespace

ReminderProof reminder_proof(const std::string& code, const std::vector<Event>& events,
                             const std::vector<OutboxRecord>& messages) {
  ReminderProof proof{code, {}};
  for (const OutboxRecord& record : messages) {
    Reminder& reminder = proof.reminders.emplace_back(sent(record));
    note_seen(reminder, events);
    note_answer(reminder, events);
  }
  std::stable_sort(proof.reminders.begin(), proof.reminders.end(),
                   [](const Reminder& x, const Reminder& y) { return x.message < y.message; });
  return proof;
}

}  // namespace dondoc
