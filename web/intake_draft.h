// A draft of a plan under somebody's hands: found, opened, changed, kept again. The draft belongs
// to who sent the document, and to administrators; to others it does not exist.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <tl/expected.hpp>

#include "engine/plan/plan.h"
#include "engine/port/draft_store.h"
#include "intake/draft_edits.h"
#include "web/page_route.h"

namespace dondoc {

/// What a person has looked at and agreed to.
struct DraftSeen {
  std::set<std::string> duties;     ///< compared with the text
  std::set<std::string> questions;  ///< what was proposed is to be confirmed when it is issued
};

class OpenedDraft {
 public:
  OpenedDraft(KeptDraft kept, DraftJson plan_file, DraftSeen seen);
  OpenedDraft(OpenedDraft&&) noexcept;
  OpenedDraft& operator=(OpenedDraft&&) noexcept;
  ~OpenedDraft();

  DraftJson& json() { return *json_; }
  const DraftJson& json() const { return *json_; }
  Plan plan() const;
  std::string href() const { return "/intake/" + kept.head.id; }

  KeptDraft kept;
  DraftSeen seen;

 private:
  std::unique_ptr<DraftJson> json_;
};

/// Why there is no draft, or it stays as it was.
enum class DraftFault {
  not_hers,     ///< there is none, or it is somebody else's
  changed,      ///< somebody kept another version meanwhile
  ill_formed,   ///< what was done to it leaves no plan file
  unavailable,  ///< the store does not answer
};

std::string written(const DraftSeen& seen);

tl::expected<OpenedDraft, DraftFault> open_draft(DraftStore& drafts, const std::string& id,
                                                 const Visitor& visitor);

/// Keeps what was changed under the next version. What is not of the plan any more is no longer
/// seen or agreed to.
tl::expected<void, DraftFault> keep_draft(DraftStore& drafts, OpenedDraft& draft, Instant now);

/// The rules that a draft's accepted proposals would put into force.
ConfirmedDues accepted_dues(const Plan& plan, const DraftSeen& seen);

/// What is not seen yet of a plan's duties.
std::size_t unseen_duties(const Plan& plan, const DraftSeen& seen);

}  // namespace dondoc
