// What a webhook call says of itself in its headers. Pure; safe from any thread.
#pragma once

#include <string_view>

#include "engine/port/receiver.h"

namespace dondoc {

/// Names are compared without case. Empty when the header is absent or stands there twice: a trick,
/// not the platform. Points into `call`.
std::string_view only_header(const WebhookCall& call, std::string_view name);

/// Its content type is application/json, "application/json; charset=utf-8" too.
bool says_json(const WebhookCall& call);

}  // namespace dondoc
