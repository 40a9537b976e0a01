#include "tests/codec/planted_fault.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/codec/good_files.h"

namespace dondoc {

std::string replace(const std::string& path, const std::string& value) {
  return R"({"op": "replace", "path": ")" + path + R"(", "value": )" + value + "}";
}

std::string add(const std::string& path, const std::string& value) {
  return R"({"op": "add", "path": ")" + path + R"(", "value": )" + value + "}";
}

std::string remove(const std::string& path) {
  return R"({"op": "remove", "path": ")" + path + "\"}";
}

std::string patched(const std::string& text, const std::string& patch) {
  using nlohmann::json;
  return json::parse(text, nullptr, true, true).patch(json::parse("[" + patch + "]")).dump();
}

DataFile& named(std::vector<DataFile>& files, std::string_view name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  REQUIRE(found != files.end());
  return *found;
}

std::vector<Fault> faults_with(const std::string& file, const std::string& patch) {
  auto files = good::files();
  DataFile& spoilt = named(files, file);
  spoilt.text = patched(spoilt.text, patch);
  if (file == k_vi) {
    files.erase(std::remove_if(files.begin(), files.end(),
                               [](const auto& one) { return one.name == k_en; }),
                files.end());
  }
  return check_all(files);
}

std::string printed(const std::vector<Fault>& faults) {
  std::string text;
  for (const auto& fault : faults)
    text += fault.file + " " + fault.pointer + ": " + fault.message + "\n";
  return text;
}

void require_found(const PlantedFault& planted) {
  const auto faults = faults_with(planted.file, planted.patch);
  CAPTURE(planted.file, planted.patch, planted.pointer, planted.words, printed(faults));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == planted.file);
  CHECK(faults[0].pointer == planted.pointer);
  CHECK_THAT(faults[0].message, Catch::Contains(planted.words));
}

}  // namespace dondoc
