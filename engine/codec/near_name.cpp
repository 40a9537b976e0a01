#include "engine/codec/near_name.h"

#include <algorithm>
#include <cstddef>

namespace dondoc {
namespace {

constexpr std::size_t k_longest_name = 64;
constexpr std::size_t k_longest_list = 1000;

/// Letters to change, drop, add or swap with their neighbour to make `b` of `a`.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({change, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

bool begins_with_word(std::string_view name, std::string_view word) {
  return name.size() > word.size() && name.substr(0, word.size()) == word &&
         name[word.size()] == '_';
}

}  // namespace

std::string suggestion(std::string_view wrong, const std::vector<std::string_view>& known) {
  if (wrong.empty() || wrong.size() > k_longest_name || known.size() > k_longest_list) return "";
  std::size_t best = wrong.size() <= 4 ? 2 : 3;  // distances from here on are too far
  std::string_view nearest;
  for (std::string_view name : known) {
    if (begins_with_word(name, wrong)) {
      nearest = name;
      break;
    }
    std::size_t longer = std::max(name.size(), wrong.size()) - std::min(name.size(), wrong.size());
    if (longer >= best || name.size() > k_longest_name) continue;
    if (auto steps = distance(wrong, name); steps < best) {
      best = steps;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : "; did you mean '" + std::string(nearest) + "'?";
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 == names.size() ? " or " : ", ";
    result += "'" + std::string(names[i]) + "'";
  }
  return result;
}

}  // namespace dondoc
