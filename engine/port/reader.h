// Reader: read-only view of the store for pages, chat answers and commands, on a connection of its
// own, so that reading never waits for writing. Each thread has its own Reader; one Reader is not
// thread-safe.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/store.h"
#include "engine/result.h"

namespace dondoc {

struct CaseFilter {
  std::string plan;        ///< empty: any
  std::string obligation;  ///< empty: any
  std::string unit;        ///< empty: any
  std::string period;      ///< empty: any
  bool open_only = false;
};

struct OutboxRecord {
  OutboxRow row;
  OutboxStanding standing = OutboxStanding::waiting;
  int attempts = 0;
  Instant settled_at;
  std::string channel;
  std::string detail;
};

/// So many waiting messages are looked at one by one for a Backlog; the others are only counted.
inline constexpr std::size_t k_backlog_looked_at = 10'000;

/// What waits to be done, for metrics.
struct Backlog {
  std::size_t messages = 0;      ///< neither sent nor given up; those under way too
  std::size_t messages_due = 0;  ///< of the k_backlog_looked_at oldest, those whose time has come
  std::optional<Instant> oldest_due;  ///< when the time of the oldest of these came
  std::size_t steps_due = 0;          ///< armed steps at or before now
};

class Reader {
 public:
  virtual ~Reader() = default;

  /// In the order of plan, obligation, unit, period.
  virtual Result<void> each_case(const CaseFilter& filter,
                                 const std::function<void(const CaseRow&)>& visit) = 0;
  virtual Result<std::optional<CaseRow>> find_case(std::string_view code) = 0;
  virtual Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) = 0;
  /// Log rows after `after_seq` in order; `subject` empty: all.
  virtual Result<void> each_log(std::int64_t after_seq, std::string_view subject,
                                const std::function<void(const LogRow&)>& visit) = 0;
  /// The rows before `before_seq`, newest first, at most `limit`; costs as much as it gives.
  virtual Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) = 0;
  /// Messages of an assignment or of a person, oldest first; both empty: all after `after_id`.
  virtual Result<std::vector<OutboxRecord>> outbox(std::string_view code, std::string_view person,
                                                   std::int64_t after_id, std::size_t limit) = 0;
  virtual Result<std::int64_t> last_seq() = 0;
  /// The cost follows what waits, a little, and not what was ever sent. A message's time is
  /// `not_before`, whatever became of earlier attempts.
  virtual Result<Backlog> backlog(Instant now) = 0;
};

}  // namespace dondoc
