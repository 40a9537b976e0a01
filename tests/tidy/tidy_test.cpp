// The project's tree breaks no rule, and every rule can be broken.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/inspect.h"
#include "tests/tidy/rules.h"

namespace tidy {
namespace {

/// A tree that is in order but for this one file: its sub-folder's .cpp are listed, a header is
/// guarded.
Tree tree_with(const std::string& path, const std::string& text) {
  const std::string top = path.substr(0, path.find('/'));
  std::string list = "target_sources(x PRIVATE\n";
  if (path.ends_with(".cpp")) list += "  " + path.substr(top.size() + 1) + "\n";
  const std::string guard = path.ends_with(".h") ? "#pragma once\n" : "";
  return {{top + "/CMakeLists.txt", list + ")\n"}, {path, guard + text}};
}

std::string printed(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.reason + "\n";
  }
  return text;
}

TEST_CASE("the project is tidy") {
  const Tree tree = read_project();
  const auto is_root = [](const File& file) { return file.path == "CMakePresets.json"; };
  INFO("the test is run from the project's root");
  REQUIRE(std::any_of(tree.begin(), tree.end(), is_root));
  const std::vector<Finding> findings = inspect(tree);
  std::fputs(printed(findings).c_str(), stdout);  // Catch2 would break the lines
  CHECK(findings.empty());
}

TEST_CASE("a folder may include only what its layer says") {
  for (const Layer& layer : k_layers) {
    for (std::string_view target : k_program_and_tests) {
      const std::string header = std::string(target) + "/x.h";
      const std::string path = std::string(layer.folder) + "/a.cpp";
      const auto& allowed = layer.may_include;
      const bool may = std::find(allowed.begin(), allowed.end(), target) != allowed.end();
      INFO(path << " includes " << header);
      CHECK(printed(inspect(tree_with(path, "\n#include \"" + header + "\"\n"))) ==
            (may ? ""
                 : path + ":2: " + std::string(layer.folder) + "/ must not include " + header +
                       "\n"));
    }
  }
}

TEST_CASE("a banned word is found in code, not in a comment, a string or another folder") {
  for (const Ban& ban : k_bans) {
    for (std::string_view word : ban.words) {
      const std::string folder(ban.folders.empty() ? "web" : ban.folders.front());
      const std::string file = "/a" + std::string(ban.suffix.empty() ? ".h" : ban.suffix);
      const std::string use = std::string(word);
      const std::string line =
          word[0] == '<' ? "#include " + use + "\n" : "auto x = " + use + ";\n";
      INFO(word);
      CHECK_THAT(printed(inspect(tree_with(folder + file, "\n" + line))),
                 Catch::Contains(use + ": " + std::string(ban.reason)));
      CHECK(inspect(tree_with(folder + file, "// " + line)).empty());
      CHECK(inspect(tree_with(folder + file, "/*\n" + line + "*/\n")).empty());
      CHECK(inspect(tree_with(folder + file, "auto s = \"\\\"" + use + "\";\n")).empty());
      CHECK(inspect(tree_with(folder + file, "auto s = R\"(\"" + use + ")\";\n")).empty());
      CHECK(inspect(tree_with("tests/a.cpp", line)).empty());
    }
  }
}

TEST_CASE("a banned word counts only from its beginning") {
  CHECK(inspect(tree_with("engine/a.cpp", "operand(1); int n = 60'000;\n")).empty());
  CHECK(printed(inspect(tree_with("engine/a.cpp", "int n = 60'000 + rand() % 1'0;\n")))
            .starts_with("engine/a.cpp:1: rand("));
}

TEST_CASE("a mark is found in every text file, comments included") {
  for (const Mark& mark : k_marks) {
    const std::string path = mark.file_suffix.empty() ? "docs/a.md" : std::string(mark.file_suffix);
    INFO(mark.text);
    CHECK(printed(inspect({{path, "\n(" + std::string(mark.text) + ")\n"}}))
              .starts_with(path + ":2: " + std::string(mark.text)));
    CHECK(inspect({{"tests/data/a.md", std::string(mark.text)}}).empty());
  }
  CHECK(inspect({{"docs/a.md", "https://example.vn/home" + std::string(k_marks[3].text)}}).empty());
}

TEST_CASE("a vague name is found") {
  for (std::string_view word : k_vague) {
    const std::string path = "bots/" + std::string(word) + "/a.txt";
    CHECK(printed(inspect({{path, ""}})).starts_with(path + ":1: \"" + std::string(word) + "\""));
  }
  CHECK(inspect({{"web/text_util.txt", ""}}).size() == 1);
  CHECK(inspect({{"web/utility_bill.txt", ""}}).empty());
}

struct Planted {
  const char* path;
  std::string text;
  const char* finding;  ///< empty: none
};

std::string repeated(std::size_t times, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("the other rules can be broken one by one") {
  const std::vector<Planted> table = {
      {"engine/a.cpp", "#include <unistd.h>\n",
       "1: engine/ must not use the library of <unistd.h>"},
      {"engine/a.cpp", "#include <sys/socket.h>\n",
       "1: engine/ must not use the library of <sys/socket.h>"},
      {"engine/a.cpp", "#include <vector>\n#include <fmt/format.h>\n#include <utf8proc.h>\n", ""},
      {"engine/a.cpp", "/*\n#include <unistd.h>\n*/\n", ""},
      {"storage/a.cpp", "#include <sqlite3.h>\n", ""},
      {"engine/a.cpp", "#include <storage/x.h>\n", "1: engine/ must not include storage/x.h"},
      {"engine/a.cpp", "#include \"a.h\"\n", "1: write our headers' paths from the project's root"},
      {"engine/time/a.cpp", "#include \"../a.h\"\n",
       "1: write our headers' paths from the project's root"},
      {"bots/telegram/a.cpp", "#include \"bots/zalo_oa/x.h\"\n",
       "1: bots/telegram/ must not know bots/zalo_oa/"},
      {"bots/talk/a.cpp", "#include \"bots/sandbox/x.h\"\n",
       "1: bots/talk/ must not know bots/sandbox/"},
      {"bots/telegram/a.cpp",
       "#include \"bots/platform/x.h\"\n#include \"bots/talk/x.h\"\n#include \"bots/x.h\"\n", ""},
      {"web/pages/board/a.cpp", "", "1: more than one sub-folder level"},
      {"web/pages/a.cpp", "", ""},
      {"engine/a.cpp", repeated(500, "\n"), ""},
      {"engine/a.cpp", repeated(501, "\n"), "501: longer than 500 lines: split it"},
      {"engine/a.cpp", "// " + repeated(117, "đ") + "\n", ""},
      {"engine/a.cpp", "// " + repeated(118, "đ") + "\n", "1: 121 columns, over 120"},
      {"cmake/a.cmake", repeated(121, "#"), "1: 121 columns, over 120"},
      {"scripts/a", repeated(121, "#"), "1: 121 columns, over 120"},
      {"docs/a.md", repeated(200, "x"), ""},
      {"docs/a.md", "đôn đốc\n", ""},
      {"docs/a.md", "đôn\no\u0302n\n",
       "2: not in NFC: an accent is written as a character of its own"},
      {"config/a.json", "\"\xF0\x28\"", "1: not UTF-8"},
      {"tests/data/a.txt", "o\u0302n\n", ""},
  };
  for (const Planted& planted : table) {
    INFO(planted.path << " holds " << planted.text.substr(0, 60));
    const std::string finding = planted.finding;
    CHECK(printed(inspect(tree_with(planted.path, planted.text))) ==
          (finding.empty() ? "" : planted.path + (":" + finding) + "\n"));
  }
}

TEST_CASE("Vietnamese stands in literals only where it is nothing told to a person") {
  const std::string told =
      ":1: Vietnamese in a literal: what a person is told comes from config/messages\n";
  const std::string line = "auto s = \"đã nhận\";\n";
  for (const char* path : {"engine/a.cpp", "engine/command/a.cpp", "bots/talk/a.cpp"}) {
    CHECK(printed(inspect(tree_with(path, line))) == path + told);
    CHECK(printed(inspect(tree_with(path, "auto s = R\"(ý kiến)\";\n"))) == path + told);
    CHECK(inspect(tree_with(path, "auto s = \"… × “{}”\";  // đã nhận\n/* đã */\n")).empty());
  }
  CHECK(inspect(tree_with("bots/understanding/a.cpp", line)).empty());
  CHECK(inspect(tree_with("reports/a.cpp", line)).empty());
  CHECK(inspect(tree_with("engine/command/step.cpp", "rung.id = \"hẹn\";\n")).empty());
  CHECK(inspect(tree_with("engine/command/step.cpp", "skip(\"hẹn gặp\");\n")).size() == 1);
}

TEST_CASE("an exception for Vietnamese literals is of a file that is there and needs it") {
  const Tree tree = read_project();
  for (const VietnameseLiteral& allowed : k_vietnamese_literals) {
    INFO(allowed.path << " " << allowed.literal);
    CHECK(std::any_of(tree.begin(), tree.end(), [&](const File& file) {
      return file.path.starts_with(allowed.path) &&
             file.text.find(allowed.literal.empty() ? "\"" : allowed.literal) != std::string::npos;
    }));
  }
}

TEST_CASE("a header without its guard and a source without its target are found") {
  CHECK(printed(inspect({{"app/a.h", "// #pragma once\n"}})) == "app/a.h:1: no #pragma once\n");
  const File source = {"app/a.cpp", ""};
  CHECK(printed(inspect({source})) == "app/a.cpp:1: not listed in app/CMakeLists.txt\n");
  CHECK(inspect({source, {"app/CMakeLists.txt", "# a.cpp\n"}}).size() == 1);
  CHECK(inspect({source, {"app/CMakeLists.txt", "target_sources(x PRIVATE a.cpp)\n"}}).empty());
}

}  // namespace
}  // namespace tidy
