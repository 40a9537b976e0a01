// Several faults in one file, several files together, and the files of this project.

#include "engine/codec/check_files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "engine/codec/check_messages.h"
#include "tests/codec/good_files.h"
#include "tests/codec/planted_fault.h"

namespace dondoc {
namespace {

// -----------------------------------------------------------------

TEST_CASE("every fault of a file is reported, not only the first", "[check]") {
  const std::vector<std::pair<std::string, std::string>> planted = {
      {"/plan/number", replace("/plan/number", "12")},
      {"/plan/issuer", replace("/plan/issuer", "\"huyen\"")},
      {"/plan/budget/total_vnd", replace("/plan/budget/total_vnd", "1")},
      {"/units/2/parent", replace("/units/2/parent", "\"tinh\"")},
      {"/groups/0/stated_count", replace("/groups/0/stated_count", "7")},
      {"/forms/0/fields/2/target", replace("/forms/0/fields/2/target", "\"T7\"")},
      {"/obligations/0/due/date", replace("/obligations/0/due/date", "\"2023-02-31\"")},
      {"/obligations/1/due/dya", add("/obligations/1/due/dya", "5")},
      {"/obligations/2/who/0", replace("/obligations/2/who/0", "\"xa-ba\"")},
      {"/obligations/4/due/to", replace("/obligations/4/due/to", "\"2023-11-01\"")},
      {"/questions/0", remove("/questions/0/default")},
  };
  std::string patches;
  for (const auto& [pointer, patch] : planted) patches += (patches.empty() ? "" : ",") + patch;
  const auto faults = faults_with(k_plan, patches);
  INFO(printed(faults));
  CHECK(faults.size() == planted.size());
  for (const auto& fault : planted) {
    const std::string& pointer = fault.first;
    CAPTURE(pointer);
    CHECK(std::count_if(faults.begin(), faults.end(),
                        [&](const auto& one) { return one.pointer == pointer; }) == 1);
  }
}

TEST_CASE("a file that is no JSON is one fault, and the others are still checked", "[check]") {
  auto files = good::files();
  named(files, k_plan).text = "{\"plan\": {\"id\": }";
  named(files, k_calendar).text += "x";
  const auto faults = check_all(files);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].file == k_plan);
  CHECK_THAT(faults[0].message, Catch::StartsWith("not valid JSON at line 1, column 17: "));
  CHECK(faults[1].file == k_calendar);
}

TEST_CASE("a key that stands twice in a data file is named", "[check]") {
  auto files = good::files();
  DataFile& units = named(files, k_units);
  units.text.insert(units.text.find("\"parent\": null"), "\"kind\": \"police\", ");
  const auto faults = check_all(files);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].pointer == "/units/0/kind");
  CHECK_THAT(faults[0].message, Catch::Contains("stands twice"));
}

TEST_CASE("files of one installation must not take each other's names", "[check]") {
  struct Case {
    std::string copied;
    std::string patch;
    std::string pointer;
    std::string words;
  };
  const auto c = GENERATE(values<Case>({
      {k_plan, replace("/plan/id", "\"Q-MAU-2023\""), "/obligations",
       "'P' also stands in plans/p.json"},
      {k_calendar, replace("/source", "\"khác\""), "/year",
       "'2023' also stands in calendars/vn-2023.json"},
      {k_chart, replace("/initial", "\"unconfirmed\""), "/id", "'assignment' also stands in"},
      {k_ladders, replace("/source", "\"khác\""), "", "one ladder file an installation"},
      {k_en, replace("/language", "\"en\""), "/language", "'en' also stands in messages/en.json"},
  }));
  auto files = good::files();
  DataFile second = named(files, c.copied);
  second.name = "plans/second.json";
  second.text = patched(second.text, c.patch);
  files.push_back(second);
  const auto faults = check_all(files);
  INFO(printed(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == "plans/second.json");
  CHECK(faults[0].pointer == c.pointer);
  CHECK_THAT(faults[0].message, Catch::Contains(c.words));
}

TEST_CASE("two plans with one id are named", "[check]") {
  auto files = good::files();
  DataFile second = named(files, k_plan);
  second.name = "plans/second.json";
  files.push_back(second);
  const auto faults = check_all(files);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].pointer == "/plan/id");
  CHECK(faults[1].pointer == "/obligations");
}

TEST_CASE("a plan with more assignments than the engine keeps is named", "[check]") {
  std::string units = R"({"id": "u0", "name": "x", "kind": "commune", "parent": null})";
  std::string members = "\"u0\"";
  for (int i = 1; i < 2000; ++i) {
    const std::string id = "u" + std::to_string(i);
    units += R"(, {"id": ")" + id + R"(", "name": "x", "kind": "commune", "parent": "u0"})";
    members += ", \"" + id + "\"";
  }
  std::string obligations;
  for (int i = 1; i <= 501; ++i) {
    obligations += (i == 1 ? "" : ", ");
    obligations += R"({"id": "Z)" + std::to_string(i) + R"(", "line": "1", "kind": "task_ongoing",
      "binding": "ordered", "what": "x", "who": ["all"], "due": {"type": "ongoing"}})";
  }
  const std::string plan = R"({"plan": {"id": "Z-LON", "number": null, "date": "2023-01-01",
      "issuer": "u0", "subject": "x", "from": "2023-01-01", "to": "2023-12-31", "source": "x"},
    "units": [)" + units + R"(], "groups": [{"id": "all", "name": "x", "units": [)" +
                           members + "]}], \"obligations\": [" + obligations + "]}";
  const auto faults = check_all({{"plans/z.json", plan}});
  INFO(printed(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].pointer == "/obligations");
  CHECK_THAT(faults[0].message, Catch::StartsWith("more than 1000000 assignments"));
}

TEST_CASE("a whole installation lacks nothing", "[check]") {
  CHECK(check_all({}).empty());
  const auto faults = check_all({}, Scope::whole_installation);
  REQUIRE(faults.size() == 6);
  for (const auto& fault : faults) CHECK(fault.file.empty());
  auto files = good::files();
  const auto missing = check_all(files, Scope::whole_installation);
  REQUIRE(missing.size() == 1);
  CHECK_THAT(missing[0].message, Catch::Contains("workflows/lifecycles/plan.json"));
}

TEST_CASE("a text the ladders send is asked for once, however many languages there are",
          "[check]") {
  const auto faults = faults_with(k_ladders, replace("/ladders/1/rungs/0/message", "\"M-05Z\""));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].pointer == "/ladders/1/rungs/0/message");
}

TEST_CASE("a missing text is named", "[check]") {
  const auto without = faults_with(k_vi, remove("/texts/16"));
  REQUIRE(without.size() == 1);
  CHECK_THAT(without[0].message, Catch::Contains("'M-17' is missing"));
  SECTION("a variant stands in for it") {
    CHECK(faults_with(k_vi, replace("/texts/16/id", "\"M-17N\"")).empty());
    CHECK(faults_with(k_vi, replace("/texts/16/id", "\"M-171\"")).size() == 1);
  }
  SECTION("and so is one that only the other language has") {
    const auto faults = faults_with(k_en, replace("/texts/11/id", "\"M-12N\""));
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].pointer == "/texts/11/id");
    CHECK(faults[1].pointer == "/texts");
    CHECK_THAT(faults[1].message, Catch::Contains("'M-12Y' of 'vi' is missing"));
  }
}

TEST_CASE("a file is known by its schema, its path or its fields", "[check]") {
  CHECK(kind_of({"x.json", R"({"$schema": "../schema/plan.schema.json"})"}) == FileKind::plan);
  CHECK(kind_of({"x.json", R"({"$schema": "http://json-schema.org/draft-07/schema#"})"}) ==
        FileKind::schema);
  CHECK(kind_of({"config/calendars/vn-2023.json", "{}"}) == FileKind::calendar);
  CHECK(kind_of({"config/dondoc.example.json", "{"}) == FileKind::config);
  CHECK(kind_of({"units.csv.json", "{}"}) == FileKind::units);
  CHECK(kind_of({"x.json", R"({"obligations": []})"}) == FileKind::plan);
  CHECK(kind_of({"x.json", R"({"listen": {}})"}) == FileKind::config);
  CHECK_FALSE(kind_of({"x.json", "{}"}));
  const auto faults = check_all({{"x.json", "{}"}});
  REQUIRE(faults.size() == 1);
  CHECK_THAT(faults[0].message, Catch::Contains("$schema"));
}

TEST_CASE("placeholders and required texts stand in one list each", "[check]") {
  CHECK(placeholders_of_engine().size() == 54);
  CHECK(required_messages().size() == 17);
}

// --- the files of this project
// ----------------------------------------------------------------------

const std::vector<std::string>& real_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"workflows/lifecycles/plan.json",
                                    "workflows/lifecycles/assignment.json",
                                    "workflows/plans/a-quan8-2011.json",
                                    "workflows/plans/b-hocmon-2023.json",
                                    "workflows/plans/c-caolanh-2017.json",
                                    "workflows/plans/d-kontum-2018.json",
                                    "workflows/plans/e-dongnai-2021.json",
                                    "config/ladders.json",
                                    "config/messages/vi.json",
                                    "config/messages/en.json",
                                    "config/units.example.json",
                                    "config/dondoc.example.json"};
    for (int year = 2011; year <= 2027; ++year)
      all.push_back("config/calendars/vn-" + std::to_string(year) + ".json");
    return all;
  }();
  return names;
}

std::vector<DataFile> real_files() {
  std::vector<DataFile> files;
  for (const auto& name : real_names()) {
    std::ifstream in(std::string(DONDOC_SOURCE_DIR) + "/" + name, std::ios::binary);
    INFO(name);
    REQUIRE(in);
    files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
  }
  return files;
}

TEST_CASE("the files of this project have no fault", "[check]") {
  const auto faults = check_all(real_files(), Scope::whole_installation);
  INFO(printed(faults));
  CHECK(faults.empty());
}

TEST_CASE("a fault planted into a file of this project is named", "[check]") {
  struct Case {
    std::string file;
    std::string patch;
    std::string pointer;
  };
  const auto c = GENERATE(values<Case>({
      {"workflows/plans/b-hocmon-2023.json", replace("/plan/date", "\"2023-06-31\""), "/plan/date"},
      {"workflows/plans/b-hocmon-2023.json", replace("/obligations/19/who/0", "\"don-vi\""),
       "/obligations/19/who/0"},
      {"workflows/plans/c-caolanh-2017.json", replace("/plan/budget/items/0/amount_vnd", "1"),
       "/plan/budget/total_vnd"},
      {"workflows/plans/d-kontum-2018.json", replace("/plan/not_before", "\"2017-01-18\""),
       "/plan/not_before"},
      {"workflows/lifecycles/plan.json", replace("/initial", "\"drafted\""), "/initial"},
      {"config/calendars/vn-2023.json", replace("/days/0/date", "\"2023-01-01\""), "/days/0/date"},
      {"config/ladders.json", replace("/requested", "\"none-such\""), "/requested"},
      {"config/messages/en.json", replace("/texts/0/text", "\"{nobody}\""), "/texts/0/text"},
  }));
  auto files = real_files();
  DataFile& spoilt = named(files, c.file);
  spoilt.text = patched(spoilt.text, c.patch);
  const auto faults = check_all(files, Scope::whole_installation);
  CAPTURE(c.file, c.patch, printed(faults));
  CHECK(std::any_of(faults.begin(), faults.end(), [&](const auto& one) {
    return one.file == c.file && one.pointer == c.pointer;
  }));
}

}  // namespace
}  // namespace dondoc
