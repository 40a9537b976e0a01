// Documents of imaginary offices with labels (tests/intake/documents), and, where they are present,
// the collected public documents, which are no part of the project.

#include <catch2/catch.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "intake/reading_json.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake_tests;

namespace {

const std::string k_documents = DONDOC_SOURCE_DIR "/tests/intake/documents";

/// Of the environment, else beside the project or beside the folder its working trees are in;
/// empty: not present.
std::string corpus() {
  if (const char* named = std::getenv("DONDOC_CORPUS")) return named;
  for (const char* place : {"../shared/corpus", "../../shared/corpus"}) {
    if (std::filesystem::exists(place)) return place;
  }
  return {};
}

std::string unmarked(std::string_view text) {
  std::string plain;
  for (char c : text) {
    if (c == '*' || c == '#') continue;
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  return plain;
}

}  // namespace

TEST_CASE("documents of many offices and matters are read as their labels say") {
  const Score score = score_of_folder(k_documents);
  INFO(score.text());
  CHECK(score.documents >= 13);
  CHECK(score.dated.f1() >= 0.97);
  CHECK(score.dated.precision() >= 0.97);
  CHECK(score.open.f1() >= 0.9);
  CHECK(score.targets.f1() >= 0.95);
  CHECK(score.budget.f1() >= 0.99);
  CHECK(score.head.recall() >= 0.95);
  CHECK(score.who.recall() >= 0.95);
  CHECK(score.to.recall() >= 0.95);
}

TEST_CASE("collected public documents are read as their labels say") {
  const std::string folder = corpus();
  if (folder.empty()) {
    std::puts("skipped: no collected documents here");
    return;
  }
  const Score seeds = score_of_folder(folder + "/seeds"),
              plans = score_of_folder(folder + "/plans");
  INFO("seeds: " << seeds.text() << "plans: " << plans.text());
  for (const Score* score : {&seeds, &plans}) {
    CHECK(score->dated.f1() >= 0.95);
    CHECK(score->open.f1() >= 0.85);
    CHECK(score->targets.f1() >= 0.9);
    CHECK(score->budget.f1() >= 0.99);
    CHECK(score->head.recall() >= 0.95);
    CHECK(score->who.recall() >= 0.85);
    CHECK(score->to.recall() >= 0.85);
  }
}

TEST_CASE("every quote stands in the document, on the line it says") {
  for (const auto& entry : std::filesystem::directory_iterator(k_documents)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string plain = unmarked(text);
    const auto lines = lines_of(text);
    const PlanReading reading = read_plan(lines);
    for (const Deadline& deadline : reading.deadlines) {
      INFO(entry.path() << ": " << deadline.quote.text);
      CHECK(plain.find(deadline.quote.text) != plain.npos);
      CHECK(deadline.quote.line >= 1);
    }
  }
}
