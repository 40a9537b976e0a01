// Chance, from a seed alone: the same numbers with every compiler and library. xoshiro256** by
// Blackman and Vigna (https://prng.di.unimi.it), seeded by splitmix64. One thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dondoc::simulation {

class Generator {
 public:
  explicit Generator(std::uint64_t seed);

  std::uint64_t next();
  /// 0 … n-1. Requires: n > 0.
  std::uint64_t below(std::uint64_t n);
  /// Both ends included. Requires: from <= to.
  std::int64_t between(std::int64_t from, std::int64_t to);
  bool chance(int per_mille);
  /// A generator that goes its own way from here.
  Generator branch() { return Generator(next()); }

  template <class Value>
  const Value& pick(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace dondoc::simulation
