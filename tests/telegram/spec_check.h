// Holds a request against the published description of the Bot API
// (github PaulSonOfLars/telegram-bot-api-spec, chat-apis.md §6) where a copy of it lies beside the
// project; where none does, everything passes and spec_is_present says so.
#pragma once

#include <string>
#include <vector>

#include "engine/port/http_client.h"

namespace dondoc::test {

bool spec_is_present();

/// Methods and fields that do not exist, required ones that are missing, values of another type or
/// over their limit. Empty for the address of a file, and when the specification is absent.
std::vector<std::string> spec_problems(const HttpRequest& request);

}  // namespace dondoc::test
