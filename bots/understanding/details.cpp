#include "bots/understanding/details.h"

#include <cmath>
#include <cstddef>

#include "bots/understanding/weight_table.h"
#include "bots/understanding/weights.h"

namespace dondoc::understanding {
namespace {

const WeightTable<k_details.size()>& weights() {
  static const WeightTable<k_details.size()> all(detail_weights_file());
  return all;
}

}  // namespace

LikelyDetail likeliest_detail(Kind act, const std::vector<WordKey>& features) {
  const auto sums = weights().sums_of(features);
  LikelyDetail best;
  double most = 0, all = 0;
  for (std::size_t i = 0; i < k_details.size(); ++i) {
    if (k_details[i].act != act) continue;
    const double odds = std::exp(sums[i]);
    all += odds;
    if (odds <= most) continue;
    most = odds;
    best.name = k_details[i].name;
  }
  best.share = all > 0 ? most / all : 0;
  return best;
}

}  // namespace dondoc::understanding
