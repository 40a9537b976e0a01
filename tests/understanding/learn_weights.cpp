// Learns the weights of bots/understanding/likelihood.h and details.h from labelled replies, and
// says how well replies are told apart that were not learnt from.
//   learn_weights FOLDER REPLIES.tsv…    writes weights.tsv and weights-details.tsv there
//   learn_weights --cross REPLIES.tsv…   leaves out one file after the other and prints what is got
//   right
// Always the same for the same files: weights begin at zero and replies come in an order of their
// own.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bots/understanding/details.h"
#include "bots/understanding/features.h"
#include "bots/understanding/likelihood.h"
#include "bots/understanding/spelling.h"
#include "bots/understanding/understand.h"
#include "bots/understanding/weight_table.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

constexpr int k_rounds = 14;
constexpr double k_pace = 0.2;
constexpr double k_decay = 1e-5;
/// Of a feature that one text had, nothing is known.
constexpr int k_seldom = 1;
constexpr long k_least = 5;  ///< a row without such a weight says too little to be kept

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

/// What is told apart from each other: columns from `first` up to before `last`.
struct Choice {
  std::size_t first = 0, last = 0;
};

struct Sample {
  std::vector<std::string> features;
  Choice among;
  std::size_t right = 0;  ///< its column
};

struct Source {
  std::string name;
  std::vector<Sample> kinds, details;
};

[[noreturn]] void stop(const std::string& what) {
  std::cerr << what << "\n";
  std::exit(1);
}

std::size_t column_of(std::string_view intent) {
  for (std::size_t i = 0; i < k_told_apart.size(); ++i) {
    if (name_of(k_told_apart[i]) == intent) return i;
  }
  stop("no such intent: " + std::string(intent));
}

Choice columns_of(Kind act) {
  const auto is = [act](const Detail& detail) { return detail.act == act; };
  const auto first = std::find_if(k_details.begin(), k_details.end(), is);
  const auto last = std::find_if_not(first, k_details.end(), is);
  return {static_cast<std::size_t>(first - k_details.begin()),
          static_cast<std::size_t>(last - k_details.begin())};
}

/// None where the act has no details or the label does not say.
std::optional<Sample> detail_sample(const nlohmann::json& act, std::vector<std::string> features) {
  const Kind kind = k_told_apart[column_of(act["intent"].get<std::string>())];
  const Choice among = columns_of(kind);
  const char* slot = kind == Kind::query ? "kind" : kind == Kind::blocked ? "category" : "reason";
  if (among.first == among.last || !act.contains(slot)) return std::nullopt;
  for (std::size_t i = among.first; i < among.last; ++i) {
    if (k_details[i].name == act[slot].get<std::string>())
      return Sample{std::move(features), among, i};
  }
  stop("no such detail: " + act.dump());
}

void add(Source& source, const std::string& text, const nlohmann::json& label) {
  const Utterance spelled = spelled_out(Utterance(text));
  const auto features = features_of(spelled, Mentions(spelled, k_monday));
  source.kinds.push_back(
      {features, {0, k_told_apart.size()}, column_of(label["intent"].get<std::string>())});
  if (auto sample = detail_sample(label, features)) source.details.push_back(std::move(*sample));
  for (const auto& act : label.value("also", nlohmann::json::array())) {
    if (auto sample = detail_sample(act, features)) source.details.push_back(std::move(*sample));
  }
}

/// Each reply as it was typed and without diacritics: half of the officers type so.
Source read(const std::string& name) {
  Source source{name, {}, {}};
  std::ifstream file(name);
  if (!file) stop(name + ": cannot be read");
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == line.npos) continue;
    const auto label = nlohmann::json::parse(line.substr(tab + 1));
    const std::string text = line.substr(0, tab);
    add(source, text, label);
    add(source, fold(text), label);
  }
  return source;
}

/// Multinomial logistic regression by steps that shrink for features seen often (AdaGrad: Duchi,
/// Hazan, Singer 2011).
class Learner {
 public:
  explicit Learner(std::size_t columns) : columns_(columns) {}

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

  /// One share a column of the choice.
  std::vector<double> judge(const Sample& sample) const {
    std::vector<double> shares(sample.among.last - sample.among.first);
    for (const std::string& feature : sample.features) {
      const auto found = weights_.find(feature);
      for (std::size_t i = 0; found != weights_.end() && i < shares.size(); ++i)
        shares[i] += found->second[sample.among.first + i];
    }
    const double highest = *std::max_element(shares.begin(), shares.end());
    double all = 0;
    for (double& share : shares) all += share = std::exp(share - highest);
    for (double& share : shares) share /= all;
    return shares;
  }

  /// In the order of the alphabet, so that a change can be read; all but rows of zeros.
  std::size_t write(std::ostream& out) const {
    const std::map<std::string, Row> sorted(weights_.begin(), weights_.end());
    std::size_t rows = 0;
    for (const auto& [feature, row] : sorted) {
      std::vector<long> whole;
      bool says = false;
      for (double weight : row) {
        whole.push_back(std::clamp(std::lround(weight * k_weight_scale), -127L, 127L));
        says = says || std::abs(whole.back()) >= k_least;
      }
      if (!says) continue;
      out << feature;
      for (std::size_t i = 0; i < whole.size(); ++i) out << (i == 0 ? '\t' : ' ') << whole[i];
      out << '\n';
      ++rows;
    }
    return rows;
  }

 private:
  using Row = std::vector<double>;

  void step(const Sample& sample) {
    const auto shares = judge(sample);
    for (const std::string& feature : sample.features) {
      if (counts_[feature] <= k_seldom) continue;
      Row& weight = weights_.try_emplace(feature, columns_).first->second;
      Row& seen = seen_.try_emplace(feature, columns_).first->second;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::size_t column = sample.among.first + i;
        const double slope = shares[i] - (column == sample.right ? 1.0 : 0.0);
        if (std::abs(slope) < 1e-3) continue;
        seen[column] += slope * slope;
        weight[column] -=
            k_pace * (slope + k_decay * weight[column]) / std::sqrt(seen[column] + 1e-6);
      }
    }
  }

  std::size_t columns_;
  std::unordered_map<std::string, Row> weights_;
  std::unordered_map<std::string, Row> seen_;
  std::unordered_map<std::string, int> counts_;
};

using Part = std::vector<Sample> Source::*;

Learner learnt_from(const std::vector<Source>& sources, Part part, std::size_t columns,
                    const Source* without) {
  std::vector<const Sample*> samples;
  for (const Source& source : sources) {
    if (&source == without) continue;
    for (const Sample& sample : source.*part) samples.push_back(&sample);
  }
  Learner learner(columns);
  learner.learn(std::move(samples));
  return learner;
}

void cross(const std::vector<Source>& sources, Part part, std::size_t columns) {
  for (const Source& left_out : sources) {
    const Learner learner = learnt_from(sources, part, columns, &left_out);
    std::size_t right = 0, sure = 0, sure_right = 0;
    for (const Sample& sample : left_out.*part) {
      const auto shares = learner.judge(sample);
      const auto best = std::max_element(shares.begin(), shares.end());
      const bool is =
          sample.among.first + static_cast<std::size_t>(best - shares.begin()) == sample.right;
      right += is ? 1U : 0U;
      if (*best > 0.9) {
        ++sure;
        sure_right += is ? 1U : 0U;
      }
    }
    const auto share = [](std::size_t one, std::size_t all) {
      return all == 0 ? 1.0 : static_cast<double>(one) / static_cast<double>(all);
    };
    const std::size_t count = (left_out.*part).size();
    std::printf("%-48s %4zu: %.3f right; sure of %4zu, %.3f of them right\n", left_out.name.c_str(),
                count, share(right, count), sure, share(sure_right, sure));
  }
}

void write(const std::string& name, const std::string& reader, const std::string& columns,
           const Learner& learner) {
  std::ofstream out(name);
  out << "# How much each feature of a reply speaks for each column, in sixteenths (" << reader
      << ").\n"
      << "# Made by learn_weights from tests/understanding/replies-*.tsv; not to be edited. "
         "Columns:"
      << columns << '\n';
  std::cout << learner.write(out) << " features\n";
  if (!out) stop(name + ": cannot be written");
}

void write_all(const std::string& folder, const std::vector<Source>& sources) {
  std::string kinds, details;
  for (Kind kind : k_told_apart) kinds += " " + std::string(name_of(kind));
  for (const Detail& detail : k_details)
    details += " " + std::string(name_of(detail.act)) + "/" + std::string(detail.name);
  write(folder + "/weights.tsv", "bots/understanding/likelihood.h", kinds,
        learnt_from(sources, &Source::kinds, k_told_apart.size(), nullptr));
  write(folder + "/weights-details.tsv", "bots/understanding/details.h", details,
        learnt_from(sources, &Source::details, k_details.size(), nullptr));
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "usage: learn_weights FOLDER|--cross REPLIES.tsv...\n";
    return 2;
  }
  std::vector<Source> sources;
  for (int i = 2; i < count; ++i) sources.push_back(read(words[i]));
  if (std::string_view(words[1]) != "--cross") {
    write_all(words[1], sources);
    return 0;
  }
  std::puts("kinds of acts");
  cross(sources, &Source::kinds, k_told_apart.size());
  std::puts("their details");
  cross(sources, &Source::details, k_details.size());
  return 0;
}
