#include "bots/talk/duty_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "bots/talk/said.h"

namespace dondoc::talk {
namespace {

using Pair = std::pair<std::string, std::string>;  ///< two words, one after the other
using Key = std::pair<std::string, std::string>;   ///< plan and obligation

struct KindWords {
  Kind kind;
  std::string_view first, second;
};

/// What duties of a kind are called, whatever their title says.
constexpr std::array k_kinds = std::to_array<KindWords>({
    {Kind::settlement, "quyet", "toan"},
    {Kind::training, "tap", "huan"},
    {Kind::training, "boi", "duong"},
    {Kind::scoring, "cham", "diem"},
    {Kind::review, "tong", "ket"},
    {Kind::club_meeting, "cau", "bac"},
});

/// Two of these side by side say nothing of a particular duty.
constexpr std::array k_general = std::to_array<std::string_view>({
    "trien", "khai",  "thuc", "hien",  "ket", "qua",   "to",    "chuc",  "hoan",  "thanh", "ke",
    "hoach", "cong",  "tac",  "don",   "vi",  "nam",   "noi",   "dung",  "bao",   "cao",   "kinh",
    "phi",   "theo",  "ve",   "cac",   "va",  "cua",   "cho",   "trong", "tai",   "dia",   "phuong",
    "xa",    "thi",   "tran", "huyen", "de",  "an",    "phong", "chong", "ma",    "tuy",   "tinh",
    "hinh",  "den",   "tu",   "ngay",  "quy", "thang", "nay",   "viec",  "nhiem", "vu",    "duoc",
    "co",    "khong", "la",   "mot",   "so",  "lieu",  "gui",   "nop",   "cap",   "hoi",   "phu",
    "nu",    "thuoc", "quan", "ly",    "gia", "dinh",  "nguoi", "dan",   "hoat",  "dong",
});

bool is_general(const std::string& word) {
  const bool has_digit =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit || std::find(k_general.begin(), k_general.end(), word) != k_general.end();
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  const Utterance said(text);
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (said.folded(i) == "bc") {
      words.insert(words.end(), {"bao", "cao"});
      continue;
    }
    words.push_back(said.folded(i));
  }
  return words;
}

std::set<Pair> pairs_of(const std::string& text) {
  std::set<Pair> pairs;
  const auto words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.emplace(words[i], words[i + 1]);
  return pairs;
}

Key key_of(const Assignment& a) { return {a.plan, a.obligation}; }

/// Pairs that name an obligation: of its kind, and of its title.
std::set<Pair> names_of(const Scene& scene, const Assignment& a) {
  std::set<Pair> names;
  const Obligation* obligation = scene.obligation_of(a);
  if (obligation == nullptr) return names;
  for (const KindWords& one : k_kinds) {
    if (one.kind == obligation->kind) names.emplace(one.first, one.second);
  }
  for (const Pair& pair : pairs_of(obligation->what)) {
    const bool is_period = pair.first == "cao" && (pair.second == "quy" || pair.second == "nam");
    if (is_period || !is_general(pair.first) || !is_general(pair.second)) names.insert(pair);
  }
  return names;
}

/// "quý 3", "quý III": the end of the codes of that period; empty when none is named.
std::string quarter_in(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, char>, 8> k_numbers = {{{"1", '1'},
                                                                                  {"2", '2'},
                                                                                  {"3", '3'},
                                                                                  {"4", '4'},
                                                                                  {"i", '1'},
                                                                                  {"ii", '2'},
                                                                                  {"iii", '3'},
                                                                                  {"iv", '4'}}};
  const auto words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "quy") continue;
    for (const auto& [written, digit] : k_numbers) {
      if (words[i + 1] == written) return std::string("-Q") + digit;
    }
  }
  return {};
}

Duties of_named_period(const Scene& scene, const std::string& text, const Duties& duties) {
  if (const std::string end = quarter_in(text); !end.empty()) {
    Duties named;
    std::copy_if(duties.begin(), duties.end(), std::back_inserter(named),
                 [&](const Assignment* duty) { return duty->code.ends_with(end); });
    if (!named.empty()) return named;
  }
  const bool all_dated = std::all_of(duties.begin(), duties.end(), [&](const Assignment* duty) {
    return scene.due_of(*duty).has_value();
  });
  return all_dated ? of_the_round(scene, duties) : duties;
}

}  // namespace

Duties of_the_round(const Scene& scene, const Duties& by_due_date) {
  std::map<Key, std::string> next_period;
  Duties round;
  for (const Assignment* duty : by_due_date) {
    if (!scene.is_overdue(*duty)) {
      const auto [next, is_first] = next_period.try_emplace(key_of(*duty), duty->period);
      if (!is_first && next->second != duty->period) continue;
    }
    round.push_back(duty);
  }
  return round;
}

Duties named_in(const Scene& scene, const std::string& words, const Duties& possible) {
  const auto said = pairs_of(words);
  std::map<Key, std::set<Pair>> names;
  std::map<Pair, std::size_t> owners;
  for (const Assignment* duty : possible) {
    const auto [place, is_new] = names.try_emplace(key_of(*duty));
    if (!is_new) continue;
    place->second = names_of(scene, *duty);
    for (const Pair& pair : place->second) ++owners[pair];
  }
  Duties named;
  for (const Assignment* duty : possible) {
    const auto& own = names[key_of(*duty)];
    const bool is_named = std::any_of(own.begin(), own.end(), [&](const Pair& pair) {
      return owners[pair] == 1 && said.contains(pair);
    });
    if (is_named) named.push_back(duty);
  }
  return named.empty() ? possible : of_named_period(scene, words, named);
}

}  // namespace dondoc::talk
