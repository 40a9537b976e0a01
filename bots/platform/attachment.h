// Fetches what a person sent, where the platform names an address for it: from allowed hosts only,
// without our token, without following anywhere, within a size (chat-apis.md §3.7). Safe from
// several threads at once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/port/http_client.h"
#include "engine/port/receiver.h"

namespace dondoc {

/// Errors: permanent (an address that is not allowed, too large, gone, a redirect); transient.
Result<std::string> download_attachment(HttpClient& http, const std::vector<std::string>& hosts,
                                        const InboundFile& file, std::size_t most_bytes);

}  // namespace dondoc
