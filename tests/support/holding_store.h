// A store that writes what it is handed only when it is asked after, and may lose it: what a slow
// or failing disk does, without a disk. One thread.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "app/memory_store.h"
#include "simulation/passing_store.h"

namespace dondoc::test {

class HoldingStore final : public simulation::PassingStore {
 public:
  explicit HoldingStore(MemoryStore& kept) : PassingStore(&kept) {}

  /// What is under way then is lost when it is to be written.
  void lose_next() { loses_ = true; }
  int handed() const { return handed_; }

  Result<CommitStanding> hand_over(Commit commit) override {
    if (held_ || lost_) std::abort();  // somebody went on without asking what became of it
    ++handed_;
    held_ = std::move(commit);
    return CommitStanding::under_way;
  }
  Result<WritePace> confirm() override {
    settle();
    if (auto lost = std::exchange(lost_, std::nullopt)) return tl::unexpected(*lost);
    return WritePace{};
  }
  Result<Ends> begin() override {
    if (!held_) return PassingStore::begin();
    auto ends = inner().begin();
    ends->seq += static_cast<std::int64_t>(held_->log.size());
    if (!held_->outbox.empty()) ends->outbox_id = held_->outbox.back().id;
    return ends;
  }
  Result<bool> inbox_seen(std::string_view key) override {
    const bool is_held = held_ && std::any_of(held_->inbox.begin(), held_->inbox.end(),
                                              [&](const InboxKey& one) { return one.key == key; });
    return is_held ? Result<bool>(true) : inner().inbox_seen(key);
  }
  Result<std::optional<CaseRow>> find_case(std::string_view code) override {
    if (held_) {
      for (const CaseRow& row : held_->cases) {
        if (row.code == code) return row;
      }
    }
    return inner().find_case(code);
  }

 protected:
  Result<void> shut_for() override {
    settle();
    return {};
  }

 private:
  void settle() {
    if (!held_) return;
    Commit commit = std::move(*held_);
    held_.reset();
    if (std::exchange(loses_, false)) {
      lost_ = Error{ErrorKind::transient, "the disk is full"};
    } else if (auto written = inner().commit(commit); !written) {
      lost_ = written.error();
    }
  }

  std::optional<Commit> held_;
  std::optional<Error> lost_;
  bool loses_ = false;
  int handed_ = 0;
};

}  // namespace dondoc::test
