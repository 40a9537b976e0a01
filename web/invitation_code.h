// One-time codes as pages and commands make them. Safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/state/directory.h"

namespace dondoc {

/// Shown once and kept nowhere: the office keeps its hash.
std::string fresh_invitation_code();

/// Whether an account is bound on the channel, reachable or not; on any when it is empty. Accounts
/// of the demo's sandbox do not count: nobody is reached there.
bool has_account(const Person& person, std::string_view channel);

/// "08:30 ngày 12/01/2026", as on a sheet.
std::string moment_in_words(Instant time, const Zone& zone);

}  // namespace dondoc
