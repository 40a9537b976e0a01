// Likelihood: what replies that look like this one mostly meant, learnt from the replies that
// people labelled (tests/understanding/replies-*.tsv). It knows words and their neighbours and no
// grammar; it says how likely each kind of act is, never what the act is about (docs/adr/0010).
// Constant once made; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "bots/understanding/pattern.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

/// The kinds that are told apart, in the order of the weights' columns.
inline constexpr std::array<Kind, 11> k_told_apart = {
    Kind::ack,      Kind::progress, Kind::done,  Kind::report, Kind::extension, Kind::blocked,
    Kind::handover, Kind::decline,  Kind::query, Kind::snooze, Kind::none};

class Likelihood {
 public:
  /// 0..1; all together 1.
  double of(Kind kind) const;
  Kind likeliest() const;

  std::array<double, k_told_apart.size()> shares{};
};

/// By the weights in config/understanding/weights.tsv; `features`: feature_keys_of the text.
Likelihood likelihood_of(const std::vector<WordKey>& features);

}  // namespace dondoc::understanding
