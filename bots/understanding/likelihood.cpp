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
  return likeliest_but([](Kind) { return false; });
}

Kind Likelihood::likeliest_but(const std::function<bool(Kind)>& ruled_out) const {
  Kind best = Kind::none;
  double most = -1;
  for (std::size_t i = 0; i < k_kinds; ++i) {
    if (shares[i] <= most || ruled_out(k_told_apart[i])) continue;
    most = shares[i];
    best = k_told_apart[i];
  }
  return best;
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
