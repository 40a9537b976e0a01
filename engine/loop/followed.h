// Followed: the office and its assignments as they stand now, kept in memory beside the engine for
// whoever only looks: read once from the store, then carried on by the log, so that keeping up
// costs as much as what happened since. Pure but for the Reader it is given; not thread-safe.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "engine/loop/replay.h"
#include "engine/port/reader.h"

namespace dondoc {

class Followed {
 public:
  /// Brings the state up to the newest event; the first time it is read from the store, best before
  /// much happens. Errors: those of the reader; transient when so much happens that the first
  /// reading never meets a quiet moment; corrupt for a row that cannot be read. The state is then that of
  /// an earlier moment and may be carried on by the next call.
  Result<void> catch_up(Reader& reader);

  const Replayed& state() const { return state_; }
  /// Number of the last event taken in; 0 before the first catch_up, and for an empty log.
  std::int64_t seq() const { return seq_; }

  /// Codes of assignments that changed since this was asked last.
  std::set<std::string> take_changed();
  /// Whether anything else did since this was asked last: the office, or all at the first reading.
  bool take_office_changed();

 private:
  Result<void> begin(Reader& reader);
  static Result<Replayed> read_all(Reader& reader);

  Replayed state_;
  std::int64_t seq_ = 0;
  bool known_ = false;
  std::set<std::string> changed_;
  bool office_changed_ = false;
};

}  // namespace dondoc
