// Why a call was not carried out, as problem details (RFC 9457): a stable `code`, the same in
// `type`, and words in the language of the caller. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/command/decide.h"
#include "web/demo_pages.h"
#include "web/page_words.h"
#include "web/route.h"

namespace dondoc {

/// config/api/{vi,en}.json: a title for each code.
struct ApiWords {
  PageWords vi;
  PageWords en;
  const PageWords& of(std::string_view language) const { return language == "en" ? en : vi; }
};
/// Requires: the files are there and well formed (CHECKed).
ApiWords api_words(const FindFile& files);

struct Problem {
  int status = 400;
  std::string_view code;  ///< id of its title
  std::string detail = {};
  std::vector<Fault> faults = {};  ///< in what was sent, each with its JSON pointer
  std::string reason = {};         ///< id of the engine's reason, "R-01"
};

Response answer_of(const Problem& problem, const ApiWords& words, std::string_view language);

/// The engine's refusal in the caller's words.
Problem problem_of(const Rejected& refusal, const Definitions& definitions,
                   std::string_view language);

/// "vi" or "en", by an Accept-Language header (RFC 9110 §12.5.4); otherwise Vietnamese.
std::string language_asked(std::string_view accept_language);

}  // namespace dondoc
