// A table of learnt weights: a line of the file is a feature, a tab, and one whole number a column,
// in sixteenths; lines with # are comments. The files are built in and made by learn_weights, so a
// fault in one is a bug and aborts. Constant once made; safe from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "bots/understanding/features.h"
#include "engine/check.h"

namespace dondoc::understanding {

inline constexpr double k_weight_scale = 16;

template <std::size_t columns>
class WeightTable {
 public:
  using Sums = std::array<double, columns>;

  explicit WeightTable(std::string_view file) {
    while (!file.empty()) {
      const auto end = std::min(file.find('\n'), file.size());
      if (end > 0 && file.front() != '#') add(file.substr(0, end));
      file.remove_prefix(std::min(end + 1, file.size()));
    }
  }

  /// What the features say together; those that are not in the table say nothing.
  Sums sums_of(const std::vector<WordKey>& features) const {
    std::array<int, columns> sums{};
    for (WordKey feature : features) {
      const auto* place = places_.find(feature);
      for (std::size_t i = 0; place != nullptr && i < columns; ++i) sums[i] += rows_[*place][i];
    }
    Sums scaled{};
    for (std::size_t i = 0; i < columns; ++i) scaled[i] = sums[i] / k_weight_scale;
    return scaled;
  }

 private:
  using Row = std::array<std::int8_t, columns>;

  void add(std::string_view line) {
    const auto tab = line.find('\t');
    CHECK(tab != line.npos);
    Row row{};
    const char* const end = line.data() + line.size();
    const char* at = line.data() + tab + 1;
    for (std::int8_t& weight : row) {
      int value = 0;
      const auto read = std::from_chars(at, end, value);
      CHECK(read.ec == std::errc());
      weight = static_cast<std::int8_t>(value);
      at = read.ptr == end ? read.ptr : read.ptr + 1;
    }
    places_.emplace(key_of_feature(line.substr(0, tab)), static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(row);
  }

  WordTable<std::uint32_t> places_;
  std::vector<Row> rows_;
};

}  // namespace dondoc::understanding
