// Which entries of the log somebody may see, and what is said of them. Conversations, messages and
// strangers are nobody's to see here. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "engine/port/store.h"
#include "web/access.h"
#include "web/page_desk.h"

namespace dondoc {

/// The unit an entry is about; empty: the whole office. None: it is nobody's to see, or what it is
/// about is gone.
std::optional<std::string> unit_of(const Moment& moment, const LogRow& row);

/// By today's directory, as everything else.
bool sees(Sight& sight, const Moment& moment, const Visitor& visitor, const LogRow& row);

enum class FreeText {
  shown,
  left_out,  ///< what people wrote: reasons, remarks, names of files
};

/// {"seq", "at", "kind", "subject_kind", "subject", "plan", "unit", "by", "by_name", "via_api",
/// "state", "text"}. None when the row cannot be read.
std::optional<nlohmann::ordered_json> event_json(const Moment& moment, const LogRow& row,
                                                 FreeText free_text);

}  // namespace dondoc
