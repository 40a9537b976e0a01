// What the intake pages need done beside PageDesk, as a port: app/ does it, tests with a fake.
// Every member is called from any thread of the server.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "engine/port/draft_store.h"
#include "web/route.h"

namespace dondoc {

/// A document, read.
struct ReadPlan {
  std::string text;  ///< with its clauses, as intake/annotated_text.h writes it
  std::string plan;  ///< a plan file with questions (intake/draft_plan.h)
};

/// Why there is nothing to show.
struct UnreadPlan {
  std::string word;         ///< of config/pages
  std::string detail = {};  ///< what exactly is wrong, in English; may be empty
  bool is_passing = false;  ///< the same document may be read later
};

class IntakeDesk {
 public:
  virtual ~IntakeDesk() = default;

  /// By the ending of its name. Keeps nothing. Takes as long as reading does, seconds at most.
  virtual tl::expected<ReadPlan, UnreadPlan> read(const UploadedFile& file) = 0;
  virtual DraftStore& drafts() = 0;
};

}  // namespace dondoc
