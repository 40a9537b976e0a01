#include "app/embedded_files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "app/data.h"
#include "app/temporary_folder.h"

namespace dondoc {
namespace {

struct DataFolder {
  std::string name;
  std::string suffix;  ///< of its data files; empty: every file
};

const std::vector<DataFolder> k_data_folders = {{"config", ".json"},
                                                {"web/api", ".json"},
                                                {"web/assets", ""},
                                                {"web/templates", ""},
                                                {"workflows", ".json"}};

/// Not embedded: an administrator copies and changes them.
bool is_example(std::string_view name) {
  return name == "config/dondoc.example.json" || name == "config/zalo-templates.example.json";
}

/// The data files of the project's folders, sorted.
std::vector<std::string> data_files() {
  std::vector<std::string> names;
  for (const DataFolder& folder : k_data_folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.name)) {
      const std::string name = entry.path().generic_string();
      if (entry.is_regular_file() && name.ends_with(folder.suffix) && !is_example(name)) {
        names.push_back(name);
      }
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string bytes_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Made by the build, of npm packages and our drawings (cmake/page_assets.cmake).
bool is_built(std::string_view name) { return name.starts_with("web/built/"); }

/// There or not, but never half.
bool is_from_npm(std::string_view name) {
  return name.starts_with("web/node_modules/") || is_built(name);
}

TEST_CASE("every data file is embedded, sorted by name") {
  INFO("the list stands in cmake/data_files.cmake");
  std::vector<std::string> embedded;
  std::size_t from_npm = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (is_from_npm(file.name)) {
      ++from_npm;
    } else {
      embedded.emplace_back(file.name);
    }
  }
  CHECK(embedded == data_files());
  CHECK((from_npm == 0 || from_npm == 3));
}

TEST_CASE("an embedded file has the bytes of the file it was made from") {
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.name);
    const std::string folder = is_built(file.name) ? DONDOC_BUILT_FILES "/" : "";
    CHECK(file.text == bytes_of(folder + std::string(file.name)));
  }
}

/// Somewhere else while it lives.
struct Away {
  Away() { std::filesystem::current_path(folder.path()); }
  ~Away() { std::filesystem::current_path(home); }
  std::filesystem::path home = std::filesystem::current_path();
  TemporaryFolder folder;
};

TEST_CASE("without a folder of data the program took the pages' words for data and did not start") {
  const Away away;
  const auto data = find_data("", "");
  REQUIRE(data.has_value());
  CHECK(data->origin == "built in");
  const LoadedDefinitions loaded = load_definitions(*data);
  for (const Fault& fault : loaded.faults) FAIL_CHECK(fault.file << ": " << fault.message);
  CHECK(loaded.definitions.has_value());
}

}  // namespace
}  // namespace dondoc
