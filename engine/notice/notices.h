// Notices: who is told what when something has happened (design §7, §8; domain.md §5). Pure: events
// in, messages out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/interpreter.h"
#include "engine/port/store.h"

namespace dondoc {

/// One message to one person, its text not yet rendered.
struct Notice {
  std::string person;
  std::string message;             ///< id in the message book
  std::vector<std::string> codes;  ///< assignments it is about
  std::string step;                ///< ladder step or the event's name
  Priority priority = Priority::answer;
  Parameters parameters;
  std::optional<LocalDate> due;  ///< of the one assignment; orders the lines of a bundle
  /// Where `person` is an account of nobody; empty: Vietnamese.
  std::string language{};
};

/// What an event makes the house say. `after`: the assignment after the event, null for other
/// subjects.
std::vector<Notice> notices_of(const World& world, const Event& event, const Assignment* after,
                               Instant now);

/// Several reminders for one person at the same moment become one message (M-22); other notices
/// stay as they are. Order is kept.
std::vector<Notice> bundled(const World& world, std::vector<Notice> notices);

/// Renders a notice in the person's language. Reminders wait for the sending hours, answers and
/// digests go at once.
OutboxRow to_outbox(const World& world, const Notice& notice, std::int64_t id, Instant now);

/// An answer of the conversation as an outbox row.
OutboxRow to_outbox(const Reply& reply, std::string person, std::int64_t id, Instant now);

/// What an outbox row's body says.
struct MessageBody {
  std::string message;
  std::string text;
  std::vector<Button> buttons;
  std::vector<std::string> codes;
};
std::string encode(const MessageBody& body);
/// An unreadable body gives an empty text: the caller gives the message up with the reason.
MessageBody decode_message(std::string_view json);

/// "action:CODE:nonce": what a pressed button sends back. The nonce is the outbox id, in letters and
/// digits; a later message has a greater one.
std::string button_nonce(std::int64_t outbox_id);
std::string payload_of(const Button& button, std::string_view code, std::int64_t outbox_id);

}  // namespace dondoc
