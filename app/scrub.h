// Scrubbing: what a platform said, made fit for a log that many may read. Pure; safe from any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/log_record.h"

namespace dondoc {

/// The words without: the secrets; longer pieces of the hidden texts, and short ones whole; numbers
/// as long as an account or a phone; runs as long as a token; control characters. Each piece that
/// is taken out leaves "…". At most 300 bytes.
std::string scrubbed(const SaidElsewhere& words, const std::vector<std::string>& secrets);

/// The number a platform's answer begins with: 403, -216. None when there is none.
/// Requires: `scrubbed` was; otherwise it may be a piece of a token.
std::optional<int> leading_code(std::string_view scrubbed);

}  // namespace dondoc
