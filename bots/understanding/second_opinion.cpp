#include "bots/understanding/second_opinion.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "bots/understanding/details.h"

namespace dondoc::understanding {
namespace {

// How much the rules' word counts, as the logarithm of odds. Found on replies whose authors had
// written none of those that were learnt (docs/adr/0010).
constexpr double k_trust_main = 3.5;
constexpr double k_trust_beside = 0.8;
constexpr double k_trust_silence = 0.3;  ///< no rule matched at all
constexpr double k_trust_figures = 6;    ///< two figures with their nouns
constexpr double k_least_share = 1e-4;
constexpr double k_sure_change = 0.9;
/// A change that is this unlikely is asked about before it is done.
constexpr double k_doubtful = 0.2;
/// A detail that is less likely is left open: it is asked.
constexpr double k_likely_detail = 0.3;
constexpr double k_sure_detail = 0.95;  ///< against what a rule said
constexpr double k_asked = 0.6;         ///< the confidence of what is to be asked about

bool changes_state(Kind kind) {
  return kind == Kind::done || kind == Kind::report || kind == Kind::extension;
}

bool is_silence(const Said& said) { return said.rule.empty() && said.kind == Kind::none; }

bool has(const std::vector<Said>& acts, Kind kind) {
  return std::any_of(acts.begin(), acts.end(), [&](const Said& said) { return said.kind == kind; });
}

double trust_in(const std::vector<Said>& acts, Kind kind) {
  const Said& main = acts.front();
  if (main.kind == kind && main.values.size() > 1) return k_trust_figures;
  if (main.kind == kind) return is_silence(main) ? k_trust_silence : k_trust_main;
  return has(acts, kind) ? k_trust_beside : 0;
}

/// Where rules said what the reply is, it is no change that they did not see: "chưa xong đâu" looks
/// much like one. Where they were silent it has to be nearly certain.
bool may_be(Kind kind, const std::vector<Said>& acts, const Likelihood& likelihood) {
  if (!changes_state(kind) || has(acts, kind)) return true;
  return is_silence(acts.front()) && likelihood.of(kind) >= k_sure_change;
}

Kind chosen(const std::vector<Said>& acts, const Likelihood& likelihood, bool may_report) {
  Kind best = acts.front().kind;
  double most = -1e9;
  for (Kind kind : k_told_apart) {
    if (!may_be(kind, acts, likelihood) || (kind == Kind::report && !may_report)) continue;
    const double score =
        std::log(std::max(likelihood.of(kind), k_least_share)) + trust_in(acts, kind);
    if (score <= most) continue;
    most = score;
    best = kind;
  }
  return best;
}

bool says_figures(const Said& said) { return said.nil || !said.values.empty(); }

/// The act of that kind moves to the front.
void bring_forward(std::vector<Said>& acts, Kind kind) {
  const auto found =
      std::find_if(acts.begin(), acts.end(), [&](const Said& said) { return said.kind == kind; });
  std::rotate(acts.begin(), found, found + 1);
  if (acts[1].kind == Kind::none) acts.erase(acts.begin() + 1);
}

/// The slot that holds the act's detail; null: it has none.
std::string* detail_of(Said& said) {
  switch (said.kind) {
    case Kind::query:
      return &said.query;
    case Kind::blocked:
      return &said.category;
    case Kind::decline:
      return &said.reason;
    default:
      return nullptr;
  }
}

}  // namespace

std::vector<std::string_view> fill_details(std::vector<Said>& acts,
                                           const std::vector<WordKey>& features) {
  std::vector<std::string_view> filled;
  for (Said& said : acts) {
    std::string* slot = detail_of(said);
    if (slot == nullptr) continue;
    const LikelyDetail likely = likeliest_detail(said.kind, features);
    const double enough = slot->empty() ? k_likely_detail : k_sure_detail;
    if (likely.share < enough || *slot == likely.name) continue;
    *slot = likely.name;
    filled.push_back(likely.name);
  }
  return filled;
}

void weigh(std::vector<Said>& acts, const Likelihood& likelihood, const ReadAs& read_as) {
  if (acts.front().opt_out) return;
  const bool has_report = has(acts, Kind::report);
  Said report;
  if (!has_report) report = read_as(Kind::report);
  const Kind kind = chosen(acts, likelihood, has_report || says_figures(report));
  Said& main = acts.front();
  if (kind == main.kind) {
    if (changes_state(kind) && likelihood.of(kind) < k_doubtful)
      main.confidence = std::min(main.confidence, k_asked);
    return;
  }
  if (has(acts, kind)) return bring_forward(acts, kind);
  Said said = kind == Kind::report ? std::move(report) : read_as(kind);
  said.confidence = changes_state(kind) ? k_asked : likelihood.of(kind);
  // Of several acts the rules may have missed one more, and what comes after a "đã nhận" is one
  // more too; a single one was misread.
  const bool is_one_more = kind == Kind::ack && main.kind == Kind::extension;
  if ((acts.size() == 1 && !is_one_more) || main.kind == Kind::none) acts.erase(acts.begin());
  acts.insert(acts.begin(), std::move(said));
}

}  // namespace dondoc::understanding
