// Invitations made on a page: codes drawn, kept as hashes by the engine, and shown this once as
// cards to be printed. Safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "web/page_table.h"

namespace dondoc {

/// Channels a code can be for; the first, empty, is any.
const std::vector<std::string>& invitation_channels();

/// Invites them for `channel` in the visitor's name and shows the cards. Who is refused is named
/// above them with the reason.
Response invite_and_show(const PageTools& tools, const PageCall& call,
                         const std::vector<std::string>& persons, const std::string& channel);

}  // namespace dondoc
