#include "bots/understanding/islands.h"

#include <algorithm>
#include <utility>

#include "bots/understanding/slot_words.h"

namespace dondoc::understanding {
namespace {

constexpr Rule k_figures = {"report.figures", Kind::report, 67, ""};
/// "tỷ lệ … đạt 62%" is no progress, "kinh phí hết 5 triệu" no obstacle.
constexpr Rule k_named_figures = {"report.named_figures", Kind::report, 77, ""};

bool is_before(const Island& a, const Island& b) {
  if (a.rule->weight != b.rule->weight) return a.rule->weight > b.rule->weight;
  const std::size_t long_a = a.end - a.begin, long_b = b.end - b.begin;
  return long_a != long_b ? long_a > long_b : a.begin < b.begin;
}

/// Where the part of the text of the act before ends: behind the last mark between the two, else
/// before a word that joins sentences, else at the end of the act.
std::size_t boundary(const Utterance& text, const Island& before, const Island& after) {
  for (std::size_t at = after.begin; at > before.end; --at) {
    if (text.words()[at - 1].mark != 0) return at;
  }
  if (before.end > 0 && text.words()[before.end - 1].mark != 0) return before.end;
  for (std::size_t at = before.end; at < after.begin; ++at) {
    if (text.any_at(at, {"nhung", "con", "va", "nen", "roi", "voi lai", "voi"}) > 0) return at;
    if (item_at(text, at) > 0 && before.rule->kind != Kind::blocked) return at;
  }
  return after.begin;
}

/// Clauses about one obstacle are one: "Kẹt, chưa có hướng dẫn của cấp trên".
void join_obstacles(std::vector<Island>& islands, const Utterance& text) {
  for (std::size_t i = 0; i + 1 < islands.size();) {
    Island& a = islands[i];
    const Island& b = islands[i + 1];
    bool closed = false;
    for (std::size_t at = a.end; at > 0 && at <= b.begin; ++at) {
      const char mark = text.words()[at - 1].mark;
      closed = closed || mark == ';' || mark == '.' || mark == '?';
    }
    if (a.rule->kind != Kind::blocked || b.rule->kind != Kind::blocked || closed) {
      ++i;
      continue;
    }
    const bool second =
        a.rule->slots.empty() || (!b.rule->slots.empty() && b.rule->weight > a.rule->weight);
    if (second) a.rule = b.rule;
    a.end = b.end;
    islands.erase(islands.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void share_out(std::vector<Island>& islands, const Utterance& text) {
  for (std::size_t i = 0; i < islands.size(); ++i) {
    islands[i].from = i == 0 ? 0 : islands[i - 1].to;
    islands[i].to =
        i + 1 == islands.size() ? text.size() : boundary(text, islands[i], islands[i + 1]);
  }
}

}  // namespace

std::vector<Island> find_islands(const Utterance& text, const Mentions& mentions,
                                 std::vector<FoundFigure> figures) {
  std::vector<Island> possible;
  for (const RuleMatch& match : find_rules(text, mentions))
    possible.push_back({match.rule, match.begin, match.end});
  for (FoundFigure& figure : figures) {
    const bool is_named = figure.slug.starts_with("ty_le") ||
                          (figure.money && text.words()[figure.begin].folded.find_first_of(
                                               "0123456789") == std::string::npos);
    Island island{is_named ? &k_named_figures : &k_figures, figure.begin, figure.end};
    island.figures.push_back(std::move(figure));
    possible.push_back(std::move(island));
  }
  std::stable_sort(possible.begin(), possible.end(), is_before);
  std::vector<bool> taken(text.size(), false);
  std::vector<Island> kept;
  for (Island& island : possible) {
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(island.begin);
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(island.end);
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    if (island.rule->kind != Kind::nothing) kept.push_back(std::move(island));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Island& a, const Island& b) { return a.begin < b.begin; });
  join_obstacles(kept, text);
  share_out(kept, text);
  return kept;
}

}  // namespace dondoc::understanding
