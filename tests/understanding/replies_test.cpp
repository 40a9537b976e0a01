// The labelled replies of tests/understanding/replies-*.tsv (text, tab, label as domain.md §3
// says): what is understood of them as they are typed, and as keyboards change them. Shares, not
// single lines: some labels can be read two ways. What must never happen is counted apart: a reply
// that changes nothing taken for one that does.
#include <utf8proc.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bots/understanding/understand.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

struct Reply {
  std::string text;
  nlohmann::json label;
};

std::vector<Reply> replies_in(const std::string& name) {
  std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/tests/understanding/replies-" + name +
                     ".tsv");
  std::vector<Reply> all;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab == line.npos) continue;
    all.push_back({line.substr(0, tab), nlohmann::json::parse(line.substr(tab + 1))});
  }
  return all;
}

const std::vector<Reply>& replies() {
  static const std::vector<Reply> all = [] {
    std::vector<Reply> read;
    for (const char* name :
         {"south", "north", "units", "mixed", "near-guard", "no-change", "district", "delta",
          "look-alike", "province", "hamlet", "offices", "corners", "second-half"}) {
      for (Reply& reply : replies_in(name)) read.push_back(std::move(reply));
    }
    return read;
  }();
  return all;
}

bool changes(std::string_view intent) {
  return intent == "done" || intent == "report" || intent == "extension";
}

bool is_labelled(const Reply& reply, std::string_view intent) {
  if (reply.label["intent"] == intent) return true;
  for (const auto& also : reply.label.value("also", nlohmann::json::array())) {
    if (also["intent"] == intent) return true;
  }
  return false;
}

struct Score {
  double intent = 0;       ///< share of replies whose main intent is right
  std::size_t unsafe = 0;  ///< taken for a change they are not
  std::string first_unsafe;
};

using Typed = std::function<std::string(const std::string&)>;

Score score_of(const std::vector<Reply>& all, const Typed& typed) {
  Score score;
  std::size_t right = 0;
  for (const Reply& reply : all) {
    const std::string text = typed(reply.text);
    const auto meaning = understand(text, k_monday);
    const std::string_view got = name_of(meaning.main().kind);
    right += reply.label["intent"] == got ? 1U : 0U;
    if (!changes(got) || is_labelled(reply, got)) continue;
    if (score.unsafe++ == 0) score.first_unsafe = text;
  }
  score.intent = static_cast<double>(right) / static_cast<double>(all.size());
  return score;
}

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }  // NOLINT: allocated with malloc
};

std::string decomposed(const std::string& text) {
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(
      utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())));
  return reinterpret_cast<const char*>(owned.get());
}

std::string as_typed(const std::string& text) { return text; }

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words(1);
  for (char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_small_word(const std::string& word, std::size_t least) {
  return word.size() >= least &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One word of the text, always the same one, changed by `change`.
template <typename Fits, typename Change>
std::string with_one_word(const std::string& text, Fits fits, Change change) {
  Words words = words_of(text);
  std::vector<std::size_t> fitting;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sum += words[i].size() * (i + 1);
    if (fits(words[i])) fitting.push_back(i);
  }
  if (fitting.empty()) return text;
  std::string& word = words[fitting[sum % fitting.size()]];
  word = change(word);
  return joined(words);
}

std::string with_exchanged_letters(const std::string& text) {
  return with_one_word(
      fold(text), [](const std::string& word) { return is_small_word(word, 4); },
      [](std::string word) {
        std::swap(word[word.size() - 1], word[word.size() - 2]);
        return word;
      });
}

std::string with_missing_letter(const std::string& text) {
  return with_one_word(
      fold(text), [](const std::string& word) { return is_small_word(word, 5); },
      [](std::string word) { return word.erase(2, 1); });
}

std::string with_echo(const std::string& text) {
  return with_one_word(
      text, [](const std::string& word) { return is_small_word(word, 2); },
      [](const std::string& word) { return word + word.back() + word.back(); });
}

/// "được" as the keys were typed with the input method off: "dduwowcj".
std::string telex_of(const std::string& word) {
  static const std::vector<std::pair<std::string, std::string>> k_keys = {
      {"\u0302", "^"}, {"\u0306", "w"}, {"\u031B", "w"}, {"\u0301", "s"}, {"\u0300", "f"},
      {"\u0309", "r"}, {"\u0303", "x"}, {"\u0323", "j"}, {"đ", "dd"}};
  std::string keys, tone;
  const std::string apart = decomposed(word);
  for (std::size_t i = 0; i < apart.size();) {
    const auto key = std::find_if(k_keys.begin(), k_keys.end(), [&](const auto& one) {
      return apart.compare(i, one.first.size(), one.first) == 0;
    });
    if (key == k_keys.end()) {
      keys += apart[i++];
      continue;
    }
    i += key->first.size();
    if (key->second == "^") {
      keys += keys.back();
    } else if (std::string("sfrxj").find(key->second) != std::string::npos) {
      tone = key->second;
    } else {
      keys += key->second;
    }
  }
  return keys + tone;
}

std::string with_telex_keys(const std::string& text) {
  return with_one_word(
      text,
      [](const std::string& word) {
        const bool has_mark = fold(word) != word && lower_case(word) == word;
        return has_mark &&
               std::none_of(word.begin(), word.end(), [](char c) { return c >= '!' && c <= '@'; });
      },
      telex_of);
}

}  // namespace

TEST_CASE("Replies as people type them are understood", "[understanding]") {
  REQUIRE(replies().size() > 1000);
  const Score score = score_of(replies(), as_typed);
  INFO("first taken for a change: " << score.first_unsafe);
  CHECK(score.intent >= 0.96);
  CHECK(score.unsafe <= 5);
}

TEST_CASE("What only looks like a change is none", "[understanding]") {
  const Score score = score_of(replies_in("look-alike"), as_typed);
  INFO("first taken for a change: " << score.first_unsafe);
  CHECK(score.intent >= 0.94);
  CHECK(score.unsafe <= 1);
}

TEST_CASE("Persons and secrets among replies are found, figures and duties are not", "[guard]") {
  std::size_t missed = 0, alarms = 0, harmless = 0;
  std::string first;
  for (const Reply& reply : replies_in("personal")) {
    const bool personal = reply.label.value("pii", false);
    const bool secret = reply.label.value("secret", false);
    const auto danger = understand(reply.text, k_monday).danger;
    if (!personal && !secret) {
      ++harmless;
      alarms += danger != Danger::none ? 1U : 0U;
    } else if (danger != (secret ? Danger::secret : Danger::personal)) {
      if (missed++ == 0) first = reply.text;
    }
  }
  INFO("first missed: " << first);
  CHECK(missed == 0);
  CHECK(alarms * 100 <= harmless * 4);
}

TEST_CASE("Decomposed letters are the same letters", "[understanding]") {
  for (const Reply& reply : replies()) {
    INFO(reply.text);
    const auto composed = understand(reply.text, k_monday);
    const auto apart = understand(decomposed(reply.text), k_monday);
    REQUIRE(apart.acts.size() == composed.acts.size());
    CHECK(apart.main().kind == composed.main().kind);
  }
}

TEST_CASE("Without diacritics, in capitals and with particles the intent stays",
          "[understanding]") {
  struct Variant {
    const char* name;
    Typed typed;
    double least;
  };
  const std::vector<Variant> variants = {
      {"no diacritics", [](const std::string& text) { return fold(text); }, 0.92},
      {"first letter a capital", [](const std::string& text) { return capitalised(text); }, 0.95},
      {"polite", [](const std::string& text) { return "dạ " + text + " ạ"; }, 0.95},
      {"called", [](const std::string& text) { return "chị ơi " + text; }, 0.95},
      {"particles behind", [](const std::string& text) { return text + " nha chị"; }, 0.95},
      {"echo", with_echo, 0.94},
      {"telex keys", with_telex_keys, 0.93},
      {"exchanged letters, no diacritics", with_exchanged_letters, 0.82},
      {"missing letter, no diacritics", with_missing_letter, 0.86},
      {"spaces", [](const std::string& text) { return "  " + text + "  \n"; }, 0.95}};
  for (const Variant& variant : variants) {
    const Score score = score_of(replies(), variant.typed);
    INFO(variant.name << ", first taken for a change: " << score.first_unsafe);
    CHECK(score.intent >= variant.least);
    CHECK(score.unsafe <= replies().size() / (variant.least < 0.9 ? 30 : 80));
  }
}

TEST_CASE("Two acts in either order are the same two", "[understanding]") {
  std::size_t turned = 0, kept = 0;
  for (const Reply& reply : replies()) {
    const auto comma = reply.text.find(", ");
    const bool two = reply.label.contains("also") && reply.label["also"].size() == 1 &&
                     comma != std::string::npos &&
                     reply.text.find(", ", comma + 1) == std::string::npos;
    if (!two) continue;
    const auto meaning =
        understand(reply.text.substr(comma + 2) + ", " + reply.text.substr(0, comma), k_monday);
    const std::string first = reply.label["intent"], second = reply.label["also"][0]["intent"];
    std::size_t found = 0;
    for (const std::string& intent : {first, second}) {
      found += std::any_of(meaning.acts.begin(), meaning.acts.end(),
                           [&](const Said& said) { return name_of(said.kind) == intent; });
    }
    ++turned;
    kept += found == 2 ? 1U : 0U;
  }
  REQUIRE(turned > 40);
  INFO(kept << " of " << turned);
  CHECK(kept * 100 >= turned * 75);
}

TEST_CASE("The rules can be read, and the tables are not empty", "[understanding]") {
  for (const std::string& fault : faults_of_rules()) FAIL_CHECK(fault);
}
