#include "simulation/generator.h"

#include "engine/check.h"

namespace dondoc::simulation {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

constexpr std::uint64_t rotated(std::uint64_t x, unsigned by) {
  return (x << by) | (x >> (64U - by));
}

}  // namespace

Generator::Generator(std::uint64_t seed) {
  for (std::uint64_t& word : state_) word = split_mix(seed);
}

std::uint64_t Generator::next() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotated(state_[3], 45);
  return result;
}

std::uint64_t Generator::below(std::uint64_t n) {
  CHECK(n > 0);
  return next() % n;  // n is small beside 2^64: the bias is far below what a run can show
}

std::int64_t Generator::between(std::int64_t from, std::int64_t to) {
  CHECK(from <= to);
  return from + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(to - from) + 1));
}

bool Generator::chance(int per_mille) {
  return below(1'000) < static_cast<std::uint64_t>(per_mille);
}

}  // namespace dondoc::simulation
