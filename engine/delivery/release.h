// Whether a message that waits in the outbox may leave the house now (design §4, §7): not at night
// even when a backlog is released, not when its duty has been settled in the meantime, and not when a
// later reminder of the same duty has been made. Pure.
#pragma once

#include <string>

#include "engine/command/decide.h"
#include "engine/notice/notices.h"
#include "engine/port/store.h"

namespace dondoc {

enum class Release {
  send,
  wait,       ///< until `until`
  overtaken,  ///< the duty needs no reminder any more: never sent, `why` says why
};

struct ReleaseVerdict {
  Release what = Release::send;
  Instant until;
  std::string why;  ///< id of a text of the message book
};

/// A reminder of the ladder; answers and news are not.
bool is_reminder(const OutboxRow& row);

/// Answers always go. Digests go within their own window of that morning, or not at all. News wait
/// for the sending hours; reminders also ask whether their duty still is open and whether a later
/// reminder says more.
ReleaseVerdict release_of(const World& world, const OutboxRow& row, const MessageBody& body,
                          Instant now);

}  // namespace dondoc
