#include "simulation/check/inbox.h"

namespace dondoc::simulation {

void InboxWatch::committed(const Committed& commit) {
  ++commits_;
  for (const InboxKey& key : commit.rows.inbox) {
    if (!stored_.insert(key.key).second)
      findings_.add("inbox", "the key " + key.key + " was handled twice");
  }
  for (const Fact& fact : commit.facts) {
    const std::string via = text_in(fact.event, "via");
    if (via.empty()) continue;
    const auto [known, is_new] = effect_in_.emplace(via, commits_);
    if (!is_new && known->second != commits_)
      findings_.add("inbox", "the key " + via + " had an effect in two commits");
  }
}

void InboxWatch::confirmed(const std::string& key) {
  if (!stored_.contains(key))
    findings_.add("inbox", "the key " + key + " was confirmed and is not stored");
}

}  // namespace dondoc::simulation
