// Words as integers, so that reading compares numbers and not letters: a reply is held against some
// thousands of words of the rules and tables. A key is exact for words of up to seven bytes, which
// every syllable without diacritics is; two longer words share one with a chance of 2^-56. Values
// only; safe from any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dondoc::understanding {

using WordKey = std::uint64_t;

inline constexpr std::size_t k_exact_bytes = 7;

/// 0 for the empty word only.
constexpr WordKey key_of(std::string_view word) {
  WordKey key = 0;
  if (word.size() <= k_exact_bytes) {
    for (std::size_t i = word.size(); i > 0; --i)
      key = key << 8U | static_cast<unsigned char>(word[i - 1]);
    return key | static_cast<WordKey>(word.size()) << 56U;
  }
  constexpr WordKey k_basis = 0xCBF29CE484222325U, k_prime = 0x100000001B3U;  // FNV-1a
  key = k_basis;
  for (char c : word) key = (key ^ static_cast<unsigned char>(c)) * k_prime;
  return key >> 8U | WordKey{0xFF} << 56U;
}

/// Spreads a key over all bits; of the result the upper ones are the best.
constexpr std::uint64_t spread(WordKey key) { return key * 0x9E3779B97F4A7C15U; }

/// The key of words in a row: of those before, and one more. Not exact.
constexpr WordKey joined(WordKey row, WordKey next) {
  return row == 0 ? next : std::rotl(spread(row), 29) ^ next;
}

/// Says of most words that are not in a list that they are not, without looking at the list.
class WordFilter {
 public:
  constexpr void add(WordKey key) { part_of(key) |= bit_of(key); }
  constexpr bool may_hold(WordKey key) const {
    return (bits_[spread(key) >> 62U] & bit_of(key)) != 0;
  }

 private:
  static constexpr std::uint64_t bit_of(WordKey key) {
    return std::uint64_t{1} << (spread(key) >> 56U & 63U);
  }
  constexpr std::uint64_t& part_of(WordKey key) { return bits_[spread(key) >> 62U]; }

  std::array<std::uint64_t, 4> bits_{};
};

/// What is known of words, by their keys. The empty word is in no table.
template <typename Value>
class WordTable {
 public:
  /// The value kept for the key: what was there already, or `value`.
  const Value& emplace(WordKey key, Value value) {
    if ((count_ + 1) * 2 > cells_.size()) grow();
    Cell& cell = cells_[place_of(key)];
    if (cell.key == 0) {
      cell = {key, std::move(value)};
      ++count_;
    }
    return cell.value;
  }

  /// Null when the word is not in the table.
  const Value* find(WordKey key) const {
    if (cells_.empty()) return nullptr;
    const Cell& cell = cells_[place_of(key)];
    return cell.key == 0 ? nullptr : &cell.value;
  }

  std::size_t size() const { return count_; }

 private:
  struct Cell {
    WordKey key = 0;
    Value value{};
  };

  /// The cell of the key, or the free one it would be put into.
  std::size_t place_of(WordKey key) const {
    std::size_t place = spread(key) >> shift_;
    while (cells_[place].key != 0 && cells_[place].key != key)
      place = (place + 1) & (cells_.size() - 1);
    return place;
  }

  void grow() {
    std::vector<Cell> before(cells_.empty() ? 16 : cells_.size() * 2);
    before.swap(cells_);
    shift_ = 64U - static_cast<unsigned>(std::bit_width(cells_.size() - 1));
    for (Cell& cell : before) {
      if (cell.key != 0) cells_[place_of(cell.key)] = std::move(cell);
    }
  }

  std::vector<Cell> cells_;  ///< a power of two of them, at least half of them free
  std::size_t count_ = 0;
  unsigned shift_ = 60;
};

}  // namespace dondoc::understanding
