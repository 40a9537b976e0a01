// A Store in memory: for previews, which need no database, and for tests. Not durable; one thread.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/port/store.h"

namespace dondoc {

class MemoryStore : public Store {
 public:
  Result<Ends> begin() override;
  void leave() override {}
  Result<void> commit(Commit& commit) override;
  Result<std::int64_t> last_seq() override { return static_cast<std::int64_t>(log_.size()); }
  Result<std::int64_t> last_outbox_id() override {
    return outbox_.empty() ? 0 : outbox_.rbegin()->first;
  }
  Result<bool> inbox_seen(std::string_view key) override {
    return inbox_.contains(std::string(key));
  }
  Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) override;
  Result<std::optional<CaseRow>> find_case(std::string_view code) override;
  Result<std::vector<std::string>> codes_of_plan(std::string_view plan,
                                                 std::string_view period) override;
  Result<std::vector<std::string>> open_codes() override;
  Result<std::vector<std::string>> open_codes_of_unit(std::string_view unit) override;
  Result<std::vector<std::string>> codes_of_unit(std::string_view unit,
                                                 const std::vector<std::string>& plans) override;
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override;
  Result<std::optional<Instant>> earliest_step() override;
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override;
  Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) override;
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override;
  Result<std::optional<Instant>> earliest_outbox() override;
  Result<void> take_over_claims(Instant now) override;

  const std::vector<LogRow>& log() const { return log_; }
  const std::map<std::string, CaseRow, std::less<>>& cases() const { return cases_; }
  const std::map<std::int64_t, OutboxRow>& outbox() const { return outbox_; }

 private:
  struct Waiting {
    Instant next;
    int attempts = 0;
    bool leased = false;   ///< it may have been sent
    bool claimed = false;  ///< by whoever delivers; its outcome is not recorded yet
  };

  /// The columns that are searched by, in the order of a look-up.
  struct Place {
    std::string group;  ///< a plan or a unit
    std::string code;
    auto operator<=>(const Place&) const = default;
  };

  void put(const CaseRow& row);
  void wait(std::int64_t id, Waiting waiting);
  void wait_no_more(std::int64_t id);
  template <class Matches>
  std::vector<std::string> codes_in(const std::map<Place, const CaseRow*>& places,
                                    std::string_view group, Matches matches) const;

  std::vector<LogRow> log_;
  std::map<std::string, CaseRow, std::less<>> cases_;
  std::map<Place, const CaseRow*> by_plan_, by_unit_;  ///< rows of cases_
  std::set<std::pair<Instant, std::string>> armed_;
  std::map<std::pair<std::string, std::string>, std::string> documents_;
  std::set<std::string> inbox_;
  std::map<std::int64_t, OutboxRow> outbox_;
  std::map<std::int64_t, Waiting> waiting_;
  std::set<std::pair<Instant, std::int64_t>> by_time_;  ///< of waiting_
};

}  // namespace dondoc
