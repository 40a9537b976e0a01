// The content of a file a person sent: getFile, then its address (chat-apis.md §2.2). Thread-safe.
#pragma once

#include <cstddef>
#include <string>

#include "bots/telegram/api_call.h"
#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// The platform gives a bot nothing larger.
inline constexpr std::size_t k_download_bytes = 20 * 1024 * 1024;

/// Errors: permanent when it is over `most_bytes` or the platform's limit, or its path is not one
/// of ours to ask; transient otherwise.
Result<std::string> download_file(const ApiCall& api, const InboundFile& file,
                                  std::size_t most_bytes);

}  // namespace dondoc::telegram
