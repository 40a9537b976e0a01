// Drafts as the API shows them: schemas DraftHead and Draft. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "web/intake_draft.h"
#include "web/page_desk.h"

namespace dondoc {

nlohmann::ordered_json draft_head_json(const Moment& moment, const DraftHead& head);

/// The whole draft: its text with the clauses, the plan file, what is asked, what is seen.
nlohmann::ordered_json whole_draft_json(const Moment& moment, const OpenedDraft& draft);

}  // namespace dondoc
