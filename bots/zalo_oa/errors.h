// What the platform's error codes mean for a send (chat-apis.md §3.8). The same number means
// different things on the two hosts. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>

#include "engine/port/channel.h"

namespace dondoc::zalo_oa {

enum class Host {
  openapi,   ///< openapi.zalo.me
  business,  ///< business.openapi.zalo.me: templates by phone
};

enum class ErrorClass {
  token,          ///< refresh, ask once more
  retry,          ///< later, with back-off
  night,          ///< in the morning
  daily_quota,    ///< tomorrow
  window,         ///< the person was silent for too long: template, or another channel
  recipient,      ///< does not get messages of this kind: another channel
  gone,           ///< does not follow, blocked, inactive: another channel
  money,          ///< quota or balance: stop, tell the administrator
  defect,         ///< ours
  configuration,  ///< a template, a package, a right: a person must see to it
  account,        ///< the Official Account or the application as a whole does not work
  unknown,        ///< not in the table: permanent, with an alarm, never tried again silently
};

ErrorClass class_of(Host host, std::int64_t code);

/// How a send ends; `token` means that asking again did not help. Sets retry_at where it is known.
SendOutcome outcome_of(ErrorClass what, Instant now);

/// An administrator has to hear of it.
bool needs_alarm(ErrorClass what);

}  // namespace dondoc::zalo_oa
