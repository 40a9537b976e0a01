// A commit that is being written on a thread of its own, and questions answered meanwhile: from the
// commit where it knows, else through a second connection, for which it makes no difference whether
// the commit is there yet. Internal to storage/sqlite. One thread, but for the work.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/port/store.h"
#include "storage/sqlite/writing_thread.h"

namespace dondoc::sqlite {

/// Looks at rows that the writer does not touch at that moment. Throws what SQLiteCpp throws.
class Lookout {
 public:
  /// Errors: those of open_read_only.
  static Result<std::unique_ptr<Lookout>> open(const std::string& path);
  ~Lookout();

  std::vector<CaseRow> find_cases(const std::vector<std::string>& codes);
  std::vector<std::string> seen_keys(const std::vector<std::string>& keys);

 private:
  struct Connection;
  explicit Lookout(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

class CommitUnderWay {
 public:
  using Write = std::function<Result<void>(Commit&)>;

  /// `ends`: where log and outbox end when it is written. `write` runs on the `thread`.
  CommitUnderWay(Commit commit, Ends ends, WritingThread& thread, Write write);
  /// Waits for the writing.
  ~CommitUnderWay();
  CommitUnderWay(const CommitUnderWay&) = delete;
  CommitUnderWay& operator=(const CommitUnderWay&) = delete;

  const Ends& ends() const { return ends_; }
  bool changes_any(const std::vector<std::string>& codes) const;
  bool holds_key(const std::string& key) const { return keys_.contains(key); }

  /// Waits until it is written. The same at each call.
  const Result<WritePace>& outcome();
  /// Whether `outcome` was asked: from then on the writer's connection is free.
  bool is_awaited() const { return is_awaited_; }

 private:
  Commit commit_;
  const Ends ends_;
  std::unordered_set<std::string_view> codes_;
  std::unordered_set<std::string_view> keys_;
  WritingThread& thread_;
  Result<WritePace> outcome_;  ///< by the thread, until it is awaited
  bool is_awaited_ = false;
};

}  // namespace dondoc::sqlite
