// What documents promise is there: each promise of docs/security.md has the tests it names, the list
// of dependencies is that of the package lists and lock files, the unit file is as hard as it says.
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path k_root = DONDOC_SOURCE_DIR;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The texts of adjacent literals from `at` on, as a compiler puts them together.
std::string literals_at(const std::string& code, std::size_t at) {
  std::string text;
  for (;;) {
    at = code.find_first_not_of(" \t\r\n", at);
    if (at == std::string::npos || code[at] != '"') return text;
    const std::size_t end = code.find('"', at + 1);
    text += code.substr(at + 1, end - at - 1);
    at = end + 1;
  }
}

std::set<std::string> names_of_tests() {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(k_root / "tests")) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != ".cpp" || path.find("node_modules") != std::string::npos)
      continue;
    const std::string code = content_of(entry.path());
    constexpr std::string_view k_start = "TEST_CASE(";
    for (auto at = code.find(k_start); at != std::string::npos; at = code.find(k_start, at + 1))
      names.insert(literals_at(code, at + k_start.size()));
  }
  return names;
}

/// Everything between “ and ”.
std::vector<std::string> quoted(const std::string& text) {
  constexpr std::string_view k_open = "“";
  constexpr std::string_view k_close = "”";
  std::vector<std::string> all;
  for (auto at = text.find(k_open); at != std::string::npos; at = text.find(k_open, at + 1)) {
    const auto start = at + k_open.size();
    const auto end = text.find(k_close, start);
    REQUIRE(end != std::string::npos);
    all.push_back(text.substr(start, end - start));
  }
  return all;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// `| name | version |` → {name, version}: the first two cells of every row.
std::set<std::pair<std::string, std::string>> rows_of(const std::string& document) {
  static const std::regex k_row("^\\| `([^`]+)` \\| ([^ |]+) \\|.*");
  std::set<std::pair<std::string, std::string>> rows;
  for (const std::string& line : lines_of(document)) {
    std::smatch found;
    if (std::regex_match(line, found, k_row)) rows.insert({found[1], found[2]});
  }
  return rows;
}

std::set<std::string> debian_packages() {
  std::set<std::string> names;
  for (const char* list : {"scripts/packages.txt", "scripts/packages-clang.txt"}) {
    for (const std::string& line : lines_of(content_of(k_root / list))) {
      if (!line.empty() && line.front() != '#') names.insert(line);
    }
  }
  return names;
}

/// What is asked for by name, not what comes with it.
std::set<std::pair<std::string, std::string>> npm_packages() {
  std::set<std::pair<std::string, std::string>> packages;
  for (const char* folder : {"web", "tests/api", "tests/exports", "tests/pages",
                             "tests/platforms", "bench/grammy", "bench/peers/dbos",
                             "bench/peers/graphile-worker", "bench/peers/pg-boss",
                             "bench/peers/restate"}) {
    const auto lock = nlohmann::json::parse(content_of(k_root / folder / "package-lock.json"));
    const auto& all = lock.at("packages");
    for (const char* kind : {"dependencies", "devDependencies"}) {
      if (!all.at("").contains(kind)) continue;
      for (const auto& [name, range] : all.at("").at(kind).items()) {
        packages.insert({name, all.at("node_modules/" + name).at("version").get<std::string>()});
      }
    }
  }
  return packages;
}

/// The upstream part of an installed Debian package's version; empty when it cannot be asked.
std::string installed_version(const std::string& package) {
  const std::string command = "dpkg-query -W -f='${Version}' " + package + " 2>/dev/null";
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string version(200, '\0');
  version.resize(std::fread(version.data(), 1, version.size(), pipe));
  ::pclose(pipe);
  if (const auto epoch = version.find(':'); epoch != std::string::npos) version.erase(0, epoch + 1);
  return version.substr(0, version.find_first_of("-+~"));
}

}  // namespace

TEST_CASE("every promise of the threat model names tests that exist") {
  const auto names = names_of_tests();
  CHECK(names.size() > 500);
  const std::string document = content_of(k_root / "docs/security.md");
  const auto named = quoted(document);
  CHECK(named.size() > 50);
  for (const std::string& name : named) {
    INFO(name);
    CHECK(names.contains(name));
  }
  SECTION("and no promise stands there without one") {
    for (const std::string& line : lines_of(document)) {
      if (!line.starts_with("| ") || line.starts_with("| what")) continue;
      INFO(line);
      CHECK(line.find("“") != std::string::npos);
    }
  }
}

TEST_CASE("the list of dependencies is that of the package lists and lock files") {
  const auto rows = rows_of(content_of(k_root / "docs/dependencies.md"));
  std::set<std::string> listed;
  for (const auto& [name, version] : rows) listed.insert(name);
  std::size_t expected = 0;
  for (const std::string& package : debian_packages()) {
    INFO(package);
    CHECK(listed.contains(package));
    ++expected;
    const std::string installed = installed_version(package);
    if (!installed.empty()) CHECK(rows.contains({package, installed}));
  }
  for (const auto& package : npm_packages()) {
    INFO(package.first << ' ' << package.second);
    CHECK(rows.contains(package));
    ++expected;
  }
  CHECK(rows.size() == expected);
}

TEST_CASE("the unit file gives the service its folder, the network and nothing else") {
  const std::string unit = content_of(k_root / "packaging/dondoc.service");
  for (const char* line :
       {"NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict",
        "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "ProtectProc=invisible",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "MemoryDenyWriteExecute=yes",
        "SystemCallFilter=@system-service", "LimitCORE=0", "UMask=0077",
        "StateDirectoryMode=0700", "Restart=always"}) {
    INFO(line);
    CHECK(unit.find("\n" + std::string(line) + "\n") != std::string::npos);
  }
  SECTION("and systemd counts its exposure as small") {
    if (!fs::exists("/usr/bin/systemd-analyze")) return;
    // Of ten; 1.4 when this was written.
    const std::string command =
        "systemd-analyze security --offline=true --threshold=20 --no-pager " +
        (k_root / "packaging/dondoc.service").string() + " >/dev/null 2>&1";
    CHECK(std::system(command.c_str()) == 0);
  }
}
