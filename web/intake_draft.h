// A draft of a plan under somebody's hands: found, opened, changed, kept again. The draft belongs
// to who sent the document, and to administrators; to others it does not exist.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "engine/plan/plan.h"
#include "engine/port/draft_store.h"
#include "intake/draft_edits.h"
#include "web/page_table.h"

namespace dondoc {

/// What a person has looked at and agreed to.
struct DraftSeen {
  std::set<std::string> duties;     ///< compared with the text
  std::set<std::string> questions;  ///< what was proposed is to be confirmed when it is issued
};

class OpenedDraft {
 public:
  OpenedDraft(KeptDraft kept, DraftJson plan_file, DraftSeen seen);
  ~OpenedDraft();

  DraftJson& json() { return *json_; }
  const DraftJson& json() const { return *json_; }
  Plan plan() const;
  std::string href() const { return "/intake/" + kept.head.id; }

  KeptDraft kept;
  DraftSeen seen;

 private:
  const std::unique_ptr<DraftJson> json_;
};

std::string written(const DraftSeen& seen);

/// Calls `handle` with the draft of the path ({draft}); 404 when it is none of the visitor's, 503
/// when it cannot be read now.
Response with_draft(const PageTools& tools, const PageCall& call,
                    const std::function<Response(OpenedDraft&)>& handle);

/// Keeps what was changed, when the form was made from the draft as it is kept, and goes to its
/// page; else the page of what somebody else made of it, 409. `place`: "#duties", or empty.
Response keep_draft(const PageTools& tools, const PageCall& call, OpenedDraft& draft,
                    const std::string& place);

/// The page of a draft with a word of config/pages on top; empty: none.
Response draft_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                    const std::string& notice, int status);

/// The rules that a draft's accepted proposals would put into force.
ConfirmedDues accepted_dues(const Plan& plan, const DraftSeen& seen);

/// What is not seen yet of a plan's duties.
std::size_t unseen_duties(const Plan& plan, const DraftSeen& seen);

}  // namespace dondoc
