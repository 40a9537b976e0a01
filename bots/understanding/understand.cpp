#include "bots/understanding/understand.h"

#include <algorithm>
#include <array>
#include <utility>

#include "bots/understanding/circumstances.h"
#include "bots/understanding/features.h"
#include "bots/understanding/islands.h"
#include "bots/understanding/likelihood.h"
#include "bots/understanding/merge_acts.h"
#include "bots/understanding/refused.h"
#include "bots/understanding/second_opinion.h"
#include "bots/understanding/slot_traces.h"
#include "bots/understanding/slots.h"
#include "bots/understanding/spelling.h"

namespace dondoc::understanding {
namespace {

Said nothing_said() {
  Said said;
  said.kind = Kind::none;
  said.confidence = 0.5;
  return said;
}

/// One value a slug: a total or a correction stands for what was said before it.
void settle_values(Said& said) {
  std::vector<FoundFigure> kept;
  for (FoundFigure& figure : said.values) {
    auto same = std::find_if(kept.begin(), kept.end(),
                             [&](const FoundFigure& one) { return one.slug == figure.slug; });
    if (same == kept.end()) {
      kept.push_back(std::move(figure));
    } else if (said.correction || figure.is_total) {
      *same = std::move(figure);
    }
  }
  said.values = std::move(kept);
}

/// The whole text as one act of a kind that no rule found.
Said read_whole(Kind kind, const Utterance& text, const Mentions& mentions) {
  static constexpr auto k_rules = [] {
    std::array<Rule, k_told_apart.size()> rules{};
    for (std::size_t i = 0; i < rules.size(); ++i)
      rules[i] = {"likelihood", k_told_apart[i], 50, "", ""};
    return rules;
  }();
  const auto place = std::find(k_told_apart.begin(), k_told_apart.end(), kind);
  const Rule& rule = k_rules[static_cast<std::size_t>(place - k_told_apart.begin())];
  Island island{&rule, 0, text.size(), 0, text.size()};
  if (kind == Kind::report) island.figures = find_figures(text, mentions);
  return said_by(island, text, mentions);
}

/// A code or a number alone is no sentence.
bool says_words(const Utterance& text, const Mentions& mentions) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (mentions.over(i) == nullptr && !text.folded(i).empty()) return true;
  }
  return false;
}

Trace trace_of(const Likelihood& likelihood) {
  const Kind kind = likelihood.likeliest();
  const auto percent = static_cast<int>(likelihood.of(kind) * 100);
  return {"likelihood", "", std::string(name_of(kind)) + " " + std::to_string(percent) + "%"};
}

void finish(std::vector<Said>& acts) {
  const bool several = acts.size() > 1;
  for (Said& said : acts) {
    if (said.kind == Kind::report) {
      settle_values(said);
      for (const FoundFigure& figure : said.values) said.approx = said.approx || figure.approximate;
    }
    // "Báo cáo" alone names no part of the work, unless there is another one beside it.
    const bool whole = said.part.size() <= 10 && !several && said.kind != Kind::none;
    const bool is_report = said.part == "báo cáo" || said.part == "Báo cáo" ||
                           said.part == "bao cao" || said.part == "BC" || said.part == "bc";
    if (whole && is_report) said.part.clear();
  }
}

std::vector<std::string> codes_of(const Mentions& mentions) {
  std::vector<std::string> codes;
  for (const Mention& mention : mentions.all()) {
    if (mention.kind == MentionKind::code) codes.push_back(mention.text);
  }
  return codes;
}

/// A reply is short; what is longer is a document, whose cost must not grow with its length. Only
/// the guard looks at all of it.
constexpr std::size_t k_words_read = 150;
constexpr std::size_t k_bytes_read = 16 * 1024;

std::string_view beginning_of(std::string_view raw) {
  if (raw.size() <= k_bytes_read) return raw;
  std::size_t end = k_bytes_read;
  while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0U) == 0x80U) --end;
  return raw.substr(0, end);
}

Utterance beginning_spelled_out(const Utterance& text) {
  if (text.size() <= k_words_read) return spelled_out(text);
  return spelled_out({text.text(), {text.words().begin(), text.words().begin() + k_words_read}});
}

}  // namespace

Meaning understand(std::string_view raw, LocalDate today, Tracing tracing) {
  Meaning meaning;
  meaning.danger = danger_in(raw);
  const Utterance whole(beginning_of(raw));
  const Utterance text = without_quotes(beginning_spelled_out(whole));
  const Mentions mentions(text, today);
  auto islands = find_islands(text, mentions, find_figures(text, mentions));
  const Circumstances circumstances(whole, text, mentions, today);
  std::vector<Said> acts;
  for (const Island& island : islands) {
    Said said = said_by(island, text, mentions);
    circumstances.change(said, island);
    if (tracing == Tracing::on) {
      const bool may_show = meaning.danger == Danger::none;
      meaning.traces.push_back({std::string(island.rule->name),
                                may_show ? text.typed(island.begin, island.end) : std::string(),
                                std::string(name_of(said.kind))});
      for (Trace& slot : traces_of_slots(said, island, text, mentions, may_show))
        meaning.traces.push_back(std::move(slot));
    }
    acts.push_back(std::move(said));
  }
  circumstances.settle(acts);
  if (meaning.danger == Danger::personal) drop_personal(acts);
  if (meaning.danger == Danger::secret) acts.clear();
  meaning.acts = merged(text, std::move(acts));
  if (meaning.acts.empty()) meaning.acts.push_back(nothing_said());
  if (meaning.danger == Danger::none && !circumstances.is_another_voice() &&
      says_words(text, mentions)) {
    const auto features = feature_keys_of(text, mentions);
    const Likelihood likelihood = likelihood_of(features);
    if (tracing == Tracing::on) meaning.traces.push_back(trace_of(likelihood));
    weigh(meaning.acts, likelihood, [&](Kind kind) { return read_whole(kind, text, mentions); });
    for (std::string_view detail : fill_details(meaning.acts, features)) {
      if (tracing == Tracing::on) meaning.traces.push_back({"details", "", std::string(detail)});
    }
  }
  finish(meaning.acts);
  meaning.codes = codes_of(mentions);
  return meaning;
}

}  // namespace dondoc::understanding
