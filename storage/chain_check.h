// Is the log what was written? Its rows are handed in one after the other, wherever they are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/port/store.h"
#include "storage/hash_chain.h"

namespace dondoc {

struct ChainReport {
  std::int64_t rows = 0;                      ///< log rows in good order, from the first
  std::optional<std::int64_t> first_bad_seq;  ///< none: the chain is whole
  std::string what;  ///< what is wrong there, for the administrator; empty when nothing is
};

/// Walks the log from its first row, up to the first bad one. Each object belongs to one thread.
class ChainCheck {
 public:
  /// The next row in the order of seq, with the bytes that are kept as its hash. What is wrong with
  /// it, or none. Requires: nothing was wrong before.
  std::optional<ChainReport> look(const LogRow& row, std::string_view kept_hash);

  /// The rows are at their end: does the head say the same?
  ChainReport compare_with(const LogHead& head) const;

  /// The last good row.
  const LogHead& end() const { return end_; }

 private:
  HashChain chain_;
  LogHead end_;
};

}  // namespace dondoc
