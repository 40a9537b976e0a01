// The chain over the log: hash n covers hash n-1 and row n, so a row cannot be changed, removed or
// moved without every later hash being wrong.
//
//   hash n = SHA-256 of: hash n-1, field(seq), field(at), field(subject_kind), field(subject),
//            field(kind), field(body), one after the other
//   field  = the length in bytes, then the bytes
//
// Lengths and numbers are 8 bytes, little end first; hash_0 is 32 zero bytes.
//
// What it cannot show: that somebody rewrote the rest of the log with all hashes and the head. Note
// the head elsewhere against that. Each object belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "engine/port/store.h"

namespace dondoc {

using ChainHash = std::array<std::uint8_t, 32>;

/// Where the log ends.
struct LogHead {
  std::int64_t seq = 0;
  ChainHash hash{};
};

class HashChain {
 public:
  HashChain();
  ~HashChain();
  HashChain(const HashChain&) = delete;
  HashChain& operator=(const HashChain&) = delete;

  /// The hash of `row` after the row with hash `previous`.
  ChainHash next(const ChainHash& previous, const LogRow& row);

 private:
  struct Digest;
  std::unique_ptr<Digest> digest_;
  std::string bytes_;  ///< what is hashed; kept for its capacity
};

}  // namespace dondoc
