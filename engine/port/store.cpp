// A commit's own, and what a store may do better than one by one.
#include "engine/port/store.h"

namespace dondoc {

bool is_empty(const Commit& commit) {
  return commit.log.empty() && commit.cases.empty() && commit.documents.empty() &&
         commit.outbox.empty() && commit.outbox_updates.empty() && commit.inbox.empty() &&
         commit.disarmed.empty();
}

Result<CommitStanding> Store::hand_over(Commit commit) {
  if (auto written = this->commit(commit); !written) return tl::unexpected(written.error());
  return CommitStanding::durable;
}

Result<WritePace> Store::confirm() { return WritePace{}; }

Result<std::vector<std::string>> Store::seen_keys(const std::vector<std::string>& keys) {
  std::vector<std::string> seen;
  for (const std::string& key : keys) {
    auto one = inbox_seen(key);
    if (!one) return tl::unexpected(one.error());
    if (*one) seen.push_back(key);
  }
  return seen;
}

Result<std::vector<CaseRow>> Store::find_cases(const std::vector<std::string>& codes) {
  std::vector<CaseRow> found;
  for (const std::string& code : codes) {
    auto one = find_case(code);
    if (!one) return tl::unexpected(one.error());
    if (*one) found.push_back(std::move(**one));
  }
  return found;
}

}  // namespace dondoc
