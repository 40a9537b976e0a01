// The whole way from a document to its assignments: `dondoc read --draft --answers`, then `dondoc
// preview`, against what people have worked out by hand. The documents of the five plans are no
// part of the project: where they are not beside it, that is said, and our own one is read alone.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "app/temporary_folder.h"
#include "engine/text/vietnamese.h"
#include "intake/draft/unit_book.h"
#include "tests/served/program.h"

using namespace dondoc;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Assignments = std::set<std::string>;  ///< "unit | date | kind", units by unit_key

const std::string k_program = DONDOC_PROGRAM;
const std::string k_answers = DONDOC_SOURCE_DIR "/tests/intake/answers/";

std::string whole_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string line_of(const std::string& unit, const std::string& date, const std::string& kind) {
  return intake::unit_key(unit) + " | " + date + " | " + kind;
}

/// What falls due according to the program.
Assignments previewed(const std::string& plan, const std::vector<std::string>& options = {}) {
  std::vector<std::string> command = {k_program, "preview", plan, "--json"};
  command.insert(command.end(), options.begin(), options.end());
  const test::Ended ended = test::run_program(command);
  INFO(ended.err);
  REQUIRE(ended.status == 0);
  std::map<std::string, std::string> names;
  const json file = json::parse(whole_text(plan)), preview = json::parse(ended.out);
  for (const json& unit : file["units"]) names[unit["id"]] = unit["name"];
  Assignments due;
  for (const json& one : preview["assignments"]) {
    if (one["due_nominal"].is_string())
      due.insert(line_of(names.at(one["unit"]), one["due_nominal"], one["kind"]));
  }
  return due;
}

/// The plan file that comes of a document and its answers.
std::string answered(const std::string& document, const std::string& name, const fs::path& folder) {
  const std::string plan = (folder / (name + ".json")).string();
  const test::Ended ended = test::run_program(
      {k_program, "read", document, "--draft", plan, "--answers", k_answers + name + ".json"});
  INFO(ended.err);
  REQUIRE(ended.status == 0);
  return plan;
}

std::string without(const Assignments& all, const Assignments& some) {
  std::string rest;
  for (const std::string& one : all) {
    if (!some.contains(one)) rest += one + "\n";
  }
  return rest;
}

void check_same(const std::string& name, const Assignments& by_hand, const Assignments& read) {
  std::printf("%s: %zu by hand, %zu read and answered\n", name.c_str(), by_hand.size(),
              read.size());
  INFO(name << "\nby hand only:\n"
            << without(by_hand, read) << "read only:\n"
            << without(read, by_hand));
  CHECK_FALSE(by_hand.empty());
  CHECK(by_hand == read);
}

std::string seeds() {
  std::string folder;
  if (const char* named = std::getenv("DONDOC_CORPUS")) folder = named;
  for (const char* place : {"../shared/corpus", "../../shared/corpus"}) {
    if (folder.empty() && fs::exists(place)) folder = place;
  }
  return folder.empty() ? folder : folder + "/seeds";
}

}  // namespace

TEST_CASE("the five plans read and answered fall due as those modelled by hand", "[answers]") {
  const std::map<std::string, std::string> k_by_hand = {{"000", "a-quan8-2011"},
                                                        {"001", "b-hocmon-2023"},
                                                        {"002", "c-caolanh-2017"},
                                                        {"003", "d-kontum-2018"},
                                                        {"004", "e-dongnai-2021"}};
  const std::string folder = seeds();
  if (folder.empty()) {
    std::puts("skipped: the documents of the five plans are not here");
    return;
  }
  const TemporaryFolder out;
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string name = k_by_hand.at(entry.path().filename().string().substr(0, 3));
    const std::string plan = answered(entry.path().string(), name, out.path());
    check_same(name, previewed("workflows/plans/" + name + ".json", {"--confirm-defaults"}),
               previewed(plan));
    ++found;
  }
  CHECK(found == k_by_hand.size());
}

TEST_CASE("a document of our own read and answered falls due as worked out by hand", "[answers]") {
  const TemporaryFolder out;
  const std::string name = "an-toan-giao-thong-tet";
  const std::string plan =
      answered(DONDOC_SOURCE_DIR "/tests/intake/documents/" + name + ".txt", name, out.path());
  Assignments by_hand;
  std::ifstream expected(k_answers + name + ".expected.txt");
  for (std::string line; std::getline(expected, line);) {
    const auto bar = line.find(" | ");
    REQUIRE(bar != line.npos);
    by_hand.insert(intake::unit_key(line.substr(0, bar)) + line.substr(bar));
  }
  check_same(name, by_hand, previewed(plan));
}
