// Files of units that change: what is wrong is named with its place.
#include "engine/codec/reorganisation_codec.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/codec/check_files.h"

namespace dondoc {
namespace {

/// A file of these changes and whatever else.
std::string file(const std::string& changes, const std::string& more = "") {
  return R"({"id": "sap-nhap", "on": "2025-07-01", "basis": "NQ 1", )" + more + R"("changes": [)" +
         changes + "]}";
}

std::vector<std::string> places(const std::string& text) {
  std::vector<std::string> pointers;
  for (const Fault& fault : check_all({{"config/reorganisations/x.json", text}}))
    pointers.push_back(fault.pointer);
  return pointers;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a change of units as a file", "[check]") {
  const std::string text = file(
      R"({"act": "merge", "units": ["xa-1", "xa-2"], "into": [
            {"id": "xa-moi", "name": "Xã Mới", "short": "Mới", "kind": "commune", "parent": null}],
          "persons": [{"person": "chi-lan", "unit": "xa-moi"}]},
         {"act": "split", "units": ["xa-3"], "into": [{"id": "xa-moi"}, {"id": "xa-4"}],
          "heir": "xa-4", "duties": [{"duty": "B20", "units": ["xa-4"]}]},
         {"act": "rename", "units": ["xa-5"], "name": "Phường Năm", "short": "P5"},
         {"act": "reparent", "units": ["xa-5"], "parent": null},
         {"act": "abolish", "units": ["xa-6"]})",
      R"("recipients": [{"plan": "B-2023", "from": "so-a", "to": "so-b"}], )");
  CHECK(places(text).empty());
  Faults faults("f");
  const auto read = decode_reorganisation(text, faults);
  REQUIRE(read.has_value());
  const Reorganisation& r = read->reorganisation;
  CHECK(r.on == LocalDate::parse("2025-07-01"));
  REQUIRE(r.changes.size() == 5);
  CHECK(r.changes[0].into[0].kind == "commune");
  CHECK(r.changes[1].duties[0].units == std::vector<std::string>{"xa-4"});
  CHECK(r.changes[2].name == "Phường Năm");
  CHECK(r.recipients[0].to == "so-b");
}

TEST_CASE("everything wrong in a change of units is named with its pointer", "[check]") {
  CHECK(places(file(R"({"act": "join", "units": ["xa-1"]})")) ==
        Places{"/changes/0/act", "/changes/0/units", "/changes/0/into"});
  CHECK(places(file(R"({"act": "merge", "units": ["xa-1"], "into": []})")) ==
        Places{"/changes/0/into"});
  CHECK(places(file(R"({"act": "split", "units": ["xa-1"], "into": [{"id": "a"}]})")) ==
        Places{"/changes/0/into"});
  CHECK(places(file(R"({"act": "merge", "units": ["xa-1"], "into": [{"id": "a", "name": "A"}]})")) ==
        Places{"/changes/0/into/0", "/changes/0/into/0"});
  CHECK(places(file(R"({"act": "abolish", "units": ["xa-1", "xa-1"]})")) ==
        Places{"/changes/0/units/1"});
  CHECK(places(file(R"({"act": "abolish", "units": ["xa-1"], "into": [{"id": "a"}]})")) ==
        Places{"/changes/0/into"});
  CHECK(places(file(R"({"act": "merge", "units": ["xa-1"], "into": [{"id": "xa-1"}]})")) ==
        Places{"/changes/0/into/0/id"});
  CHECK(places(file(R"({"act": "merge", "units": ["xa-1"], "into": [{"id": "xa-2"}]},
                       {"act": "abolish", "units": ["xa-2"]})")) == Places{"/changes/1/units/0"});
  CHECK(places(file(R"({"act": "split", "units": ["xa-1"], "into": [{"id": "a"}, {"id": "b"}],
                        "duties": [{"duty": "B20", "units": ["c"]}]})")) ==
        Places{"/changes/0/duties/0/units"});
  CHECK(places(file("")) == Places{"/changes"});
  CHECK(places(R"({"id": "x", "on": "2025-02-30", "basis": "", "changes": [
                   {"act": "abolish", "units": ["xa-1"]}]})") == Places{"/on", "/basis"});
}

TEST_CASE("a unit that a file leaves open is not changed in it", "[check]") {
  const std::string open = R"("open": [{"units": ["xa-1", "xa-2"], "question": "?"}], )";
  CHECK(places(file("", open)).empty());
  CHECK(places(file(R"({"act": "abolish", "units": ["xa-2"]})", open)) ==
        Places{"/open/0/units/1"});
}

}  // namespace dondoc
