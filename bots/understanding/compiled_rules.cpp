#include "bots/understanding/compiled_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "bots/understanding/rules.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

struct MentionName {
  std::string_view name;
  MentionKind kind;
};
constexpr std::array<MentionName, k_mention_kinds> k_mention_names = {
    {{"num", MentionKind::number},
     {"pct", MentionKind::percent},
     {"frac", MentionKind::fraction},
     {"date", MentionKind::date},
     {"past", MentionKind::past},
     {"span", MentionKind::span},
     {"hours", MentionKind::hours},
     {"time", MentionKind::time},
     {"code", MentionKind::code},
     {"doc", MentionKind::document},
     {"person", MentionKind::person}}};

constexpr int k_gap = 3, k_wide_gap = 12;
constexpr std::size_t k_many = 20;  ///< numbers and dates are more frequent than any word

/// They turn the meaning of what follows.
constexpr std::array<std::string_view, 5> k_turning = {"chua", "khong", "neu", "nhung", "chang"};
constexpr auto k_soft_ends = std::to_array<std::string_view>(
    {"vay", "ha",  "ta",   "do",  "day", "ne",   "voi", "di",   "luon", "nhi", "the", "thoi",
     "nua", "het", "gium", "dum", "la",  "tron", "xiu", "chut", "ca",   "roi", "nay"});
constexpr auto k_soft_beginnings =
    std::to_array<std::string_view>({"da", "vang", "u", "ok", "thua", "a", "roi", "bao", "cao",
                                     "kinh", "hien", "gio", "nay", "ben", "tai"});

bool is_accented(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

class Compiler {
 public:
  CompiledRules compile() {
    for (const WordClass& one : word_classes()) classes_[std::string(one.name)] = one.words;
    for (auto table : {rules_of_state(), rules_of_requests(), rules_of_persons(),
                       rules_of_questions(), rules_of_promises(), rules_of_small_talk()}) {
      for (const Rule& rule : table) add(rule);
    }
    know_natures();
    made_.by_word.resize(made_.vocabulary.size() + 1);
    made_.by_mention.resize(k_mention_kinds);
    for (std::size_t i = 0; i < made_.rules.size(); ++i) enter(i);
    enter_sets();
    return std::move(made_);
  }

 private:
  void add(const Rule& rule) {
    const auto begin = static_cast<std::uint32_t>(made_.elements.size());
    std::string_view rest = rule.pattern;
    while (!rest.empty()) {
      const auto space = std::min(rest.find(' '), rest.size());
      if (space > 0) made_.elements.push_back(element(rule, rest.substr(0, space)));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    const auto end = static_cast<std::uint32_t>(made_.elements.size());
    if (begin == end || rule.weight < 1 || rule.weight > 100) fault(rule, "empty, or its weight");
    made_.rules.push_back({&rule, begin, end});
  }

  void fault(const Rule& rule, std::string_view what) {
    made_.faults.push_back(std::string(rule.name) + ": " + std::string(what) + ": " +
                           std::string(rule.pattern));
  }

  Element element(const Rule& rule, std::string_view text) {
    Element made;
    if (text == "^" || text == "$") {
      made.shape = text == "^" ? Shape::start : Shape::end;
      return made;
    }
    if (text.front() == '~' || text == "...") {
      made.shape = Shape::gap;
      made.over_commas = text == "...";
      const int gap = made.over_commas ? k_wide_gap : text.size() > 1 ? text[1] - '0' : k_gap;
      made.gap = static_cast<std::uint8_t>(gap);
      return made;
    }
    const bool optional = text.back() == '?';
    if (optional) text.remove_suffix(1);
    made = one_of(rule, text);
    made.optional = optional;
    return made;
  }

  /// An element that stands in several rules is kept once.
  Element one_of(const Rule& rule, std::string_view text) {
    if (auto known = known_.find(text); known != known_.end()) return known->second;
    Element made;
    std::vector<Alternative> all;
    alternatives(rule, text, made, all);
    made.alternatives = static_cast<std::uint32_t>(made_.alternatives.size());
    made.count = static_cast<std::uint32_t>(all.size());
    made_.alternatives.insert(made_.alternatives.end(), all.begin(), all.end());
    made.beginnings = set_of(made);
    return known_.emplace(text, made).first->second;
  }

  void alternatives(const Rule& rule, std::string_view text, Element& made,
                    std::vector<Alternative>& all) {
    while (!text.empty()) {
      const auto bar = std::min(text.find('|'), text.size());
      const std::string_view one = text.substr(0, bar);
      if (one.size() > 2 && one.front() == '<' && one.back() == '>') {
        named(rule, one.substr(1, one.size() - 2), made, all);
      } else if (one == "$") {
        made.may_end = true;
      } else if (!one.empty()) {
        all.push_back(words(one));
      }
      text.remove_prefix(std::min(bar + 1, text.size()));
    }
    if (all.empty() && made.mentions == 0) fault(rule, "an element without words");
  }

  void named(const Rule& rule, std::string_view name, Element& made,
             std::vector<Alternative>& all) {
    for (const MentionName& known : k_mention_names) {
      if (known.name != name) continue;
      made.mentions |= bit_of(known.kind);
      return;
    }
    auto found = classes_.find(std::string(name));
    if (found == classes_.end()) return fault(rule, "no such class");
    alternatives(rule, found->second, made, all);
  }

  Alternative words(std::string_view text) {
    Alternative made{0, 0, static_cast<std::uint32_t>(made_.tests.size())};
    while (!text.empty()) {
      const auto joint = std::min(text.find('_'), text.size());
      const std::string_view word = text.substr(0, joint);
      WordTest test;
      const bool exact = word.starts_with('=');
      test.strict = word.starts_with('!');
      const std::string_view typed = exact || test.strict ? word.substr(1) : word;
      if (typed.empty()) made_.faults.push_back("an empty word: " + std::string(text));
      test.id = id_of(fold(typed));
      if (exact || is_accented(typed)) test.accented = key_of(typed);
      if (made.count == 0) made.first = test.id;
      made_.tests.push_back(test);
      ++made.count;
      text.remove_prefix(std::min(joint + 1, text.size()));
    }
    return made;
  }

  WordId id_of(std::string_view folded) {
    const auto next = static_cast<WordId>(made_.vocabulary.size() + 1);
    return made_.vocabulary.emplace(key_of(folded), next);
  }

  using Beginnings = std::pair<std::set<WordId>, std::uint16_t>;

  SetId set_of(const Element& element) {
    Beginnings all{{}, element.mentions};
    for (const Alternative& one : made_.alternatives_of(element)) all.first.insert(one.first);
    const auto next = static_cast<SetId>(sets_.size() + 1);
    const std::size_t members = all.first.size() + (all.second == 0 ? 0 : k_many);
    const auto [found, is_new] = sets_.emplace(std::move(all), next);
    if (is_new) members_.push_back(members);
    return found->second;
  }

  void know_natures() {
    for (std::string_view word : light_words()) id_of(word);
    for (std::string_view word : k_turning) id_of(word);
    for (std::string_view word : k_soft_ends) id_of(word);
    for (std::string_view word : k_soft_beginnings) id_of(word);
    made_.natures.resize(made_.vocabulary.size() + 1);
    const auto nature = [&](std::string_view word) -> WordNature& {
      return made_.natures[id_of(word)];
    };
    for (std::string_view word : light_words()) nature(word) = {true, false, true, true};
    for (std::string_view word : k_turning) nature(word).turns = true;
    for (std::string_view word : k_soft_ends) nature(word).ends_softly = true;
    for (std::string_view word : k_soft_beginnings) nature(word).begins_softly = true;
  }

  Candidate candidate_of(std::size_t rule) const {
    std::vector<SetId> needs;
    for (const Element& one : made_.elements_of(made_.rules[rule])) {
      if (one.shape == Shape::words && !one.optional && !one.may_end)
        needs.push_back(one.beginnings);
    }
    std::stable_sort(needs.begin(), needs.end(),
                     [&](SetId a, SetId b) { return members_[a] < members_[b]; });
    Candidate made{static_cast<std::uint16_t>(rule), {}};
    made.needs.fill(k_any_text);
    for (std::size_t i = 0; i < made.needs.size() && !needs.empty(); ++i)
      made.needs[i] = needs[std::min(i, needs.size() - 1)];
    return made;
  }

  /// Under every word or mention the rule may begin with.
  void enter(std::size_t rule) {
    const Candidate candidate = candidate_of(rule);
    for (const Element& element : made_.elements_of(made_.rules[rule])) {
      if (element.shape == Shape::start) continue;
      if (element.shape != Shape::words) {
        fault(*made_.rules[rule].rule, "begins with a gap or an end");
        return;
      }
      for (const MentionName& known : k_mention_names) {
        if ((element.mentions & bit_of(known.kind)) != 0)
          made_.by_mention[static_cast<std::size_t>(known.kind)].push_back(candidate);
      }
      for (const Alternative& one : made_.alternatives_of(element)) {
        auto& list = made_.by_word[one.first];
        if (list.empty() || list.back().rule != candidate.rule) list.push_back(candidate);
      }
      if (!element.optional) return;
    }
  }

  void enter_sets() {
    made_.set_words = (sets_.size() + 1 + 63) / 64;
    made_.sets_of_word.resize((made_.vocabulary.size() + 1) * made_.set_words);
    made_.sets_of_mention.resize(k_mention_kinds * made_.set_words);
    for (const auto& [beginnings, set] : sets_) {
      const std::uint64_t bit = std::uint64_t{1} << (set % 64U);
      for (WordId word : beginnings.first)
        made_.sets_of_word[word * made_.set_words + set / 64U] |= bit;
      for (std::size_t kind = 0; kind < k_mention_kinds; ++kind) {
        if ((beginnings.second >> kind & 1U) != 0)
          made_.sets_of_mention[kind * made_.set_words + set / 64U] |= bit;
      }
    }
  }

  CompiledRules made_;
  std::unordered_map<std::string, std::string_view> classes_;
  std::map<std::string_view, Element> known_;  ///< by their text
  std::map<Beginnings, SetId> sets_;
  std::vector<std::size_t> members_{0};  ///< by SetId: how many words; how rare it is in texts
};

}  // namespace

const CompiledRules& compiled_rules() {
  static const CompiledRules made = Compiler().compile();
  return made;
}

std::vector<std::string> faults_of_rules() { return compiled_rules().faults; }

}  // namespace dondoc::understanding
