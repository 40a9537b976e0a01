// Likelihood: what replies that look like this one mostly meant, learnt from the replies that people
// labelled (tests/understanding/replies-*.tsv). It knows words and their neighbours and no grammar;
// it says how likely each kind of act is, never what the act is about (docs/adr/0010). Constant once
// made; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/mentions.h"
#include "bots/understanding/pattern.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// The kinds that are told apart, in the order of the weights' columns.
inline constexpr std::array<Kind, 11> k_told_apart = {
    Kind::ack,     Kind::progress, Kind::done,    Kind::report, Kind::extension, Kind::blocked,
    Kind::handover, Kind::decline, Kind::query,   Kind::snooze, Kind::none};

class Likelihood {
 public:
  /// 0..1; all together 1.
  double of(Kind kind) const;
  Kind likeliest() const;
  /// The same with one kind ruled out.
  Kind likeliest_but(const std::function<bool(Kind)>& ruled_out) const;

  std::array<double, k_told_apart.size()> shares{};
};

/// What is looked at in a text: single words, two and three in a row, with what was found in place
/// of values ("<date>"), and how the text begins and ends. Requires: `text` was spelled out.
std::vector<std::string> features_of(const Utterance& text, const Mentions& mentions);

/// By the weights in config/understanding/weights.tsv.
Likelihood likelihood_of(const Utterance& text, const Mentions& mentions);

/// The same by other weights, for whoever learns them: feature → one number a kind.
using WeightsOf = std::function<const std::array<double, k_told_apart.size()>*(const std::string&)>;
Likelihood likelihood_of(const std::vector<std::string>& features, const WeightsOf& weights);

}  // namespace dondoc::understanding
