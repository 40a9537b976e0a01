// A store that hands everything to another one; what stands between engine and disk derives from
// it. One thread, like every store.
#pragma once

#include <string>
#include <vector>

#include "engine/port/store.h"

namespace dondoc::simulation {

class PassingStore : public Store {
 public:
  explicit PassingStore(Store* inner) : inner_(inner) {}

  Result<Ends> begin() override {
    return pass([&] { return inner_->begin(); });
  }
  void leave() override { inner_->leave(); }
  Result<void> commit(Commit& commit) override {
    if (auto shut = shut_for(); !shut) return shut;
    return inner_->commit(commit);
  }
  Result<std::int64_t> last_seq() override {
    return pass([&] { return inner_->last_seq(); });
  }
  Result<std::int64_t> last_outbox_id() override {
    return pass([&] { return inner_->last_outbox_id(); });
  }
  Result<bool> inbox_seen(std::string_view key) override {
    return pass([&] { return inner_->inbox_seen(key); });
  }
  Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) override {
    return pass([&] { return inner_->log_after(seq, limit); });
  }
  Result<std::optional<CaseRow>> find_case(std::string_view code) override {
    return pass([&] { return inner_->find_case(code); });
  }
  Result<std::vector<std::string>> codes_of_plan(std::string_view plan,
                                                 std::string_view period) override {
    return pass([&] { return inner_->codes_of_plan(plan, period); });
  }
  Result<std::vector<std::string>> open_codes() override {
    return pass([&] { return inner_->open_codes(); });
  }
  Result<std::vector<std::string>> open_codes_of_unit(std::string_view unit) override {
    return pass([&] { return inner_->open_codes_of_unit(unit); });
  }
  Result<std::vector<std::string>> codes_of_unit(std::string_view unit,
                                                 const std::vector<std::string>& plans) override {
    return pass([&] { return inner_->codes_of_unit(unit, plans); });
  }
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override {
    return pass([&] { return inner_->due_cases(now, limit); });
  }
  Result<std::optional<Instant>> earliest_step() override {
    return pass([&] { return inner_->earliest_step(); });
  }
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override {
    return pass([&] { return inner_->each_document(visit); });
  }
  Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) override {
    return pass([&] { return inner_->find_documents(keys); });
  }
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override {
    return pass([&] { return inner_->claim_outbox(now, lease_until, limit); });
  }
  Result<std::optional<Instant>> earliest_outbox() override {
    return pass([&] { return inner_->earliest_outbox(); });
  }
  Result<void> take_over_claims(Instant now) override {
    return pass([&] { return inner_->take_over_claims(now); });
  }

 protected:
  Store& inner() { return *inner_; }
  void change_inner(Store& inner) { inner_ = &inner; }
  /// Asked before every call: an error keeps it from going through.
  virtual Result<void> shut_for() { return {}; }

 private:
  template <class Call>
  auto pass(Call call) -> decltype(call()) {
    if (auto shut = shut_for(); !shut) return tl::unexpected(shut.error());
    return call();
  }

  Store* inner_;
};

}  // namespace dondoc::simulation
