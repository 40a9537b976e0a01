// The labelled replies of tests/understanding/replies-*.tsv (text, tab, label as domain.md §3 says):
// what is understood of them as they are typed, and as keyboards change them. Shares, not single
// lines: some labels can be read two ways. What must never happen is counted apart: a reply that
// changes nothing taken for one that does.
#include <utf8proc.h>
#include <catch2/catch.hpp>

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
    for (const char* name : {"south", "north", "units", "mixed", "near-guard", "no-change"}) {
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
  double intent = 0;    ///< share of replies whose main intent is right
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

}  // namespace

TEST_CASE("Replies as people type them are understood", "[understanding]") {
  REQUIRE(replies().size() > 1000);
  const Score score = score_of(replies(), [](const std::string& text) { return text; });
  INFO("first taken for a change: " << score.first_unsafe);
  CHECK(score.intent >= 0.94);
  CHECK(score.unsafe <= 8);
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

TEST_CASE("Without diacritics, in capitals and with particles the intent stays", "[understanding]") {
  struct Variant {
    const char* name;
    Typed typed;
    double least;
  };
  const std::vector<Variant> variants = {
      {"no diacritics", [](const std::string& text) { return fold(text); }, 0.80},
      {"first letter a capital", [](const std::string& text) { return capitalised(text); }, 0.92},
      {"polite", [](const std::string& text) { return "dạ " + text + " ạ"; }, 0.88},
      {"spaces", [](const std::string& text) { return "  " + text + "  \n"; }, 0.93}};
  for (const Variant& variant : variants) {
    const Score score = score_of(replies(), variant.typed);
    INFO(variant.name << ", first taken for a change: " << score.first_unsafe);
    CHECK(score.intent >= variant.least);
    CHECK(score.unsafe <= replies().size() / 50);
  }
}

TEST_CASE("The rules can be read, and the tables are not empty", "[understanding]") {
  for (const std::string& fault : faults_of_rules()) FAIL_CHECK(fault);
}
