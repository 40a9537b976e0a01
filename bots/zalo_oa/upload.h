// Files to people: uploaded first, then sent by the token that the upload gave (chat-apis.md §3.3).
// Tokens of uploads expire and are counted, so none is kept. Safe from several threads at once.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bots/zalo_oa/calls.h"
#include "engine/port/channel.h"

namespace dondoc::zalo_oa {

constexpr std::size_t k_upload_bytes = 5 * 1024 * 1024;

/// PDF, DOC or DOCX by its name, not empty, at most 5 MB.
bool can_upload(const OutgoingFile& file);

/// `data["token"]` of the answer is what is sent then.
Answer upload_file(Calls& calls, const OutgoingFile& file, Instant now);

/// The message's text with a line that names the files that cannot be sent; unchanged when all of
/// them can.
std::string with_refused_files(const OutgoingMessage& message);

}  // namespace dondoc::zalo_oa
