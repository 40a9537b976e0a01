// A draft on its pages: found for whoever asks, kept, shown. Used by those pages alone.
#pragma once

#include <functional>
#include <string>

#include "web/intake_draft.h"
#include "web/page_table.h"

namespace dondoc {

/// Calls `handle` with the draft of the path ({draft}); 404 when it is none of the visitor's, 503
/// when it cannot be read now.
Response with_draft(const PageTools& tools, const PageCall& call,
                    const std::function<Response(OpenedDraft&)>& handle);

/// Keeps what was changed, when the form was made from the draft as it is kept, and goes to its
/// page; else the page of what somebody else made of it, 409. `place`: "#duties", or empty.
Response kept_page(const PageTools& tools, const PageCall& call, OpenedDraft& draft,
                   const std::string& place);

/// The page of a draft with a word of config/pages on top; empty: none.
Response draft_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                    const std::string& notice, int status);

}  // namespace dondoc
