// Fetches an attachment: from allowed hosts only, without our token, without following anywhere,
// within a size (chat-apis.md §3.7). Safe from several threads at once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/port/receiver.h"

namespace dondoc::zalo_oa {

/// Errors: permanent (an address that is not allowed, too large, gone, a redirect); transient.
Result<std::string> download_file(HttpClient& http, const std::vector<std::string>& hosts,
                                  const InboundFile& file, std::size_t most_bytes);

}  // namespace dondoc::zalo_oa
