#include "bots/understanding/likelihood.h"

#include <algorithm>
#include <cmath>

#include "bots/understanding/weight_table.h"
#include "bots/understanding/weights.h"

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_kinds = k_told_apart.size();

const WeightTable<k_kinds>& weights() {
  static const WeightTable<k_kinds> all(weights_file());
  return all;
}

}  // namespace

double Likelihood::of(Kind kind) const {
  const auto found = std::find(k_told_apart.begin(), k_told_apart.end(), kind);
  return found == k_told_apart.end()
             ? 0
             : shares[static_cast<std::size_t>(found - k_told_apart.begin())];
}

Kind Likelihood::likeliest() const {
  const auto most = std::max_element(shares.begin(), shares.end());
  return k_told_apart[static_cast<std::size_t>(most - shares.begin())];
}

Likelihood likelihood_of(const std::vector<WordKey>& features) {
  auto shares = weights().sums_of(features);
  const double highest = *std::max_element(shares.begin(), shares.end());
  double all = 0;
  for (double& share : shares) all += share = std::exp(share - highest);
  for (double& share : shares) share /= all;
  return {shares};
}

}  // namespace dondoc::understanding
