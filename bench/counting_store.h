// A store that counts what passes through it to another one, for the measurements. One thread, like
// every store.
#pragma once

#include <utility>

#include "engine/port/store.h"

namespace dondoc::bench {

class CountingStore : public Store {
 public:
  explicit CountingStore(Store& inner) : inner_(inner) {}

  std::size_t commits() const { return commits_; }
  /// Bytes of all texts handed to commit.
  std::size_t bytes() const { return bytes_; }
  void reset() { commits_ = bytes_ = 0; }

  Result<Ends> begin() override { return inner_.begin(); }
  void leave() override { inner_.leave(); }
  Result<void> commit(Commit& c) override {
    count(c);
    return inner_.commit(c);
  }
  Result<CommitStanding> hand_over(Commit c) override {
    count(c);
    return inner_.hand_over(std::move(c));
  }
  Result<WritePace> confirm() override { return inner_.confirm(); }

  Result<std::int64_t> last_seq() override { return inner_.last_seq(); }
  Result<std::int64_t> last_outbox_id() override { return inner_.last_outbox_id(); }
  Result<bool> inbox_seen(std::string_view key) override { return inner_.inbox_seen(key); }
  Result<std::vector<std::string>> seen_keys(const std::vector<std::string>& keys) override {
    return inner_.seen_keys(keys);
  }
  Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) override {
    return inner_.log_after(seq, limit);
  }
  Result<std::vector<CaseRow>> find_cases(const std::vector<std::string>& codes) override {
    return inner_.find_cases(codes);
  }
  Result<std::optional<CaseRow>> find_case(std::string_view code) override {
    return inner_.find_case(code);
  }
  Result<std::vector<std::string>> codes_of_plan(std::string_view plan,
                                                 std::string_view period) override {
    return inner_.codes_of_plan(plan, period);
  }
  Result<std::vector<std::string>> open_codes() override { return inner_.open_codes(); }
  Result<std::vector<std::string>> open_codes_of_unit(std::string_view unit) override {
    return inner_.open_codes_of_unit(unit);
  }
  Result<std::vector<std::string>> codes_of_unit(std::string_view unit,
                                                 const std::vector<std::string>& plans) override {
    return inner_.codes_of_unit(unit, plans);
  }
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override {
    return inner_.due_cases(now, limit);
  }
  Result<std::optional<Instant>> earliest_step() override { return inner_.earliest_step(); }
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override {
    return inner_.each_document(visit);
  }
  Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) override {
    return inner_.find_documents(keys);
  }
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override {
    return inner_.claim_outbox(now, lease_until, limit);
  }
  Result<std::optional<Instant>> earliest_outbox() override { return inner_.earliest_outbox(); }
  Result<void> take_over_claims(Instant now) override { return inner_.take_over_claims(now); }

 private:
  void count(const Commit& c) {
    ++commits_;
    for (const LogRow& row : c.log)
      bytes_ += row.body.size() + row.subject.size() + row.kind.size() + 16;
    for (const CaseRow& row : c.cases)
      bytes_ += row.body.size() + row.code.size() + row.plan.size() + row.unit.size() + 24;
    for (const DocumentRow& row : c.documents)
      bytes_ += row.key.size() + (row.body ? row.body->size() : 0);
    for (const OutboxRow& row : c.outbox)
      bytes_ += row.body.size() + row.person.size() + row.code.size() + 40;
    for (const InboxKey& row : c.inbox) bytes_ += row.key.size() + 8;
  }

  Store& inner_;
  std::size_t commits_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace dondoc::bench
