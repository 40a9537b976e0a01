// Learns config/understanding/weights.tsv (bots/understanding/likelihood.h) from labelled replies, and
// says how well replies are told apart that were not learnt from.
//   learn_weights OUT.tsv REPLIES.tsv…   writes the weights
//   learn_weights --cross REPLIES.tsv…   leaves out one file after the other and prints what is got right
// Always the same for the same files: weights begin at zero and replies come in an order of their own.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bots/understanding/likelihood.h"
#include "bots/understanding/spelling.h"
#include "bots/understanding/understand.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

constexpr std::size_t k_kinds = k_told_apart.size();
constexpr int k_rounds = 14;
constexpr double k_pace = 0.2;
constexpr double k_decay = 1e-5;
/// Of a feature that one text had, nothing is known.
constexpr int k_seldom = 1;
constexpr long k_least = 5;  ///< a row without such a weight says too little to be kept
constexpr double k_scale = 16;  ///< weights are kept in sixteenths

struct Sample {
  std::string text;
  std::vector<std::string> features;
  std::size_t kind = 0;
};

struct Source {
  std::string name;
  std::vector<Sample> samples;
};

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

std::size_t place_of(std::string_view intent) {
  for (std::size_t i = 0; i < k_kinds; ++i) {
    if (name_of(k_told_apart[i]) == intent) return i;
  }
  std::cerr << "no such intent: " << intent << "\n";
  std::exit(1);
}

Sample sample_of(const std::string& text, std::size_t kind) {
  const Utterance spelled = spelled_out(Utterance(text));
  return {text, features_of(spelled, Mentions(spelled, k_monday)), kind};
}

/// Each reply as it was typed and without diacritics: half of the officers type so.
Source read(const std::string& name) {
  Source source{name, {}};
  std::ifstream file(name);
  if (!file) {
    std::cerr << name << ": cannot be read\n";
    std::exit(1);
  }
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == line.npos) continue;
    const auto label = nlohmann::json::parse(line.substr(tab + 1));
    const std::string text = line.substr(0, tab);
    const std::size_t kind = place_of(label["intent"].get<std::string>());
    source.samples.push_back(sample_of(text, kind));
    source.samples.push_back(sample_of(fold(text), kind));
  }
  return source;
}

using Row = std::array<double, k_kinds>;

/// Multinomial logistic regression by steps that shrink for features seen often (AdaGrad: Duchi,
/// Hazan, Singer 2011).
class Learner {
 public:
  void learn(std::vector<const Sample*> samples) {
    for (const Sample* sample : samples) {
      for (const std::string& feature : sample->features) ++counts_[feature];
    }
    std::uint64_t seed = 1;
    for (int round = 0; round < k_rounds; ++round) {
      for (std::size_t i = samples.size(); i > 1; --i) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        std::swap(samples[i - 1], samples[(seed >> 33U) % i]);
      }
      for (const Sample* sample : samples) step(*sample);
    }
  }

  Likelihood judge(const std::vector<std::string>& features) const {
    return likelihood_of(features, [&](const std::string& feature) -> const Row* {
      const auto found = weights_.find(feature);
      return found == weights_.end() ? nullptr : &found->second;
    });
  }

  /// In the order of the alphabet, so that a change can be read; all but rows of zeros.
  std::size_t write(std::ostream& out) const {
    const std::map<std::string, Row> sorted(weights_.begin(), weights_.end());
    std::size_t rows = 0;
    for (const auto& [feature, row] : sorted) {
      std::array<long, k_kinds> whole{};
      bool says = false;
      for (std::size_t i = 0; i < k_kinds; ++i) {
        whole[i] = std::clamp(std::lround(row[i] * k_scale), -127L, 127L);
        says = says || std::abs(whole[i]) >= k_least;
      }
      if (!says) continue;
      out << feature;
      for (std::size_t i = 0; i < k_kinds; ++i) out << (i == 0 ? '\t' : ' ') << whole[i];
      out << '\n';
      ++rows;
    }
    return rows;
  }

 private:
  void step(const Sample& sample) {
    const Likelihood found = judge(sample.features);
    for (const std::string& feature : sample.features) {
      if (counts_[feature] <= k_seldom) continue;
      Row& weight = weights_[feature];
      Row& seen = seen_[feature];
      for (std::size_t i = 0; i < k_kinds; ++i) {
        const double slope = found.shares[i] - (i == sample.kind ? 1.0 : 0.0);
        if (std::abs(slope) < 1e-3) continue;
        seen[i] += slope * slope;
        weight[i] -= k_pace * (slope + k_decay * weight[i]) / std::sqrt(seen[i] + 1e-6);
      }
    }
  }

  std::unordered_map<std::string, Row> weights_;
  std::unordered_map<std::string, Row> seen_;
  std::unordered_map<std::string, int> counts_;
};

Learner learnt_from(const std::vector<Source>& sources, const Source* without) {
  std::vector<const Sample*> samples;
  for (const Source& source : sources) {
    if (&source == without) continue;
    for (const Sample& sample : source.samples) samples.push_back(&sample);
  }
  Learner learner;
  learner.learn(std::move(samples));
  return learner;
}

void cross(const std::vector<Source>& sources) {
  for (const Source& left_out : sources) {
    const Learner learner = learnt_from(sources, &left_out);
    std::size_t right = 0, sure = 0, sure_right = 0;
    for (const Sample& sample : left_out.samples) {
      const Likelihood found = learner.judge(sample.features);
      const bool is = found.likeliest() == k_told_apart[sample.kind];
      right += is ? 1U : 0U;
      if (found.of(found.likeliest()) > 0.9) {
        ++sure;
        sure_right += is ? 1U : 0U;
      }
    }
    const auto share = [](std::size_t part, std::size_t all) {
      return all == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(all);
    };
    std::printf("%-48s %4zu: %.3f right; sure of %4zu, %.3f of them right\n", left_out.name.c_str(),
                left_out.samples.size(), share(right, left_out.samples.size()), sure,
                share(sure_right, sure));
  }
}

int write(const std::string& name, const std::vector<Source>& sources) {
  const Learner learner = learnt_from(sources, nullptr);
  std::ofstream out(name);
  out << "# How much each feature of a reply speaks for each kind of act, in sixteenths "
         "(bots/understanding/likelihood.h).\n"
         "# Made by learn_weights from tests/understanding/replies-*.tsv; not to be edited. Columns:";
  for (Kind kind : k_told_apart) out << ' ' << name_of(kind);
  out << '\n';
  std::cout << learner.write(out) << " features\n";
  return out ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "usage: learn_weights OUT.tsv|--cross REPLIES.tsv...\n";
    return 2;
  }
  std::vector<Source> sources;
  for (int i = 2; i < count; ++i) sources.push_back(read(words[i]));
  if (std::string_view(words[1]) != "--cross") return write(words[1], sources);
  cross(sources);
  return 0;
}
