// What no compiler checks: who may include whom, what the engine must not touch, sizes, names,
// clean text. The rules as tables; tests/tidy/inspect.cpp applies them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tidy {

using Names = std::vector<std::string_view>;

inline const Names k_program = {"engine",  "storage", "bots", "intake",    "reports",
                                "web",     "app",     "bench", "simulation"};
inline const Names k_program_and_tests = {"engine", "storage", "bots",  "intake",     "reports",
                                          "web",    "app",     "bench", "simulation", "tests"};
inline const Names k_outside_app = {"engine", "storage", "bots", "intake", "reports", "web"};

/// A folder of sources, and the folders it may include from.
struct Layer {
  std::string_view folder;
  Names may_include;
};

inline const std::vector<Layer> k_layers = {
    {"engine", {"engine"}},
    {"storage", {"storage", "engine"}},
    {"bots", {"bots", "engine"}},
    {"intake", {"intake", "engine"}},
    {"reports", {"reports", "engine"}},
    {"web", {"web", "intake", "reports", "engine"}},
    {"app", k_program},
    {"tests", k_program_and_tests},
    {"bench", k_program},
    {"simulation", {"simulation", "engine", "storage", "bots", "reports", "app"}},
};

/// The only folders of bots/ that the other ones may include; they include no channel's.
inline const Names k_shared_bots_folders = {"bots/platform", "bots/talk", "bots/understanding"};

/// What engine/ may include beside itself and the C++ standard library.
// sodium.h: of it only hashing and comparing, which are pure functions.
inline const Names k_engine_libraries = {"fmt/",      "nlohmann/",       "simdjson.h",
                                         "sodium.h",  "tl/expected.hpp", "utf8proc.h"};

/// Words that must not stand in the code of some files; comments and strings do not count.
struct Ban {
  Names folders;  ///< none: all
  std::string_view suffix;
  Names words;  ///< whole from the left: "rand(" is not in "operand("
  std::string_view reason;
};

// clang-format off
inline const std::vector<Ban> k_bans = {
    {{"engine"}, "", {"system_clock::now", "steady_clock", "high_resolution_clock", "std::time(",
                      "time(nullptr)", "localtime", "gmtime", "clock_gettime", "gettimeofday"},
     "engine/ has no clock: take the time as an argument"},
    {{"engine"}, "", {"rand(", "random_device"},
     "engine/ has no chance: take it as an argument"},
    {{"engine"}, "", {"<fstream>", "<filesystem>", "<iostream>", "fopen(", "std::system("},
     "engine/ has no files, streams or processes: values in, values out"},
    {{"engine"}, "", {"<thread>", "<mutex>", "<shared_mutex>", "<condition_variable>", "<future>"},
     "engine/ has no threads"},
    {{"engine"}, "", {"socket(", "sqlite3_", "SQLite::", "pqxx::"},
     "engine/ has no sockets and no database"},
    {k_outside_app, "", {"getenv", "secure_getenv"},
     "the environment is read in app/ only"},
    {k_outside_app, "", {"<boost/asio"},
     "Asio is used in app/ only"},
    {{"simulation"}, "", {"<thread>", "<mutex>", "<random>", "<chrono>", "unordered_"},
     "simulation/ has one thread, no clock, its own chance and one order of everything"},
    {{"engine", "storage", "bots", "intake", "reports", "web", "app", "bench", "simulation"}, ".h",
     {"<nlohmann/json.hpp>", "<httplib.h>", "<SQLiteCpp/", "<sqlite3.h>",
      "<pqxx/", "<simdjson.h>"},
     "a heavy header: include it in a .cpp (for JSON there is nlohmann/json_fwd.hpp)"},
};
// clang-format on

/// Folders whose literals hold no Vietnamese: what a person is told comes from config/messages, in
/// the language of that person.
inline const Names k_without_vietnamese = {"engine", "bots"};

/// Where Vietnamese is nothing that the program tells anybody.
struct VietnameseLiteral {
  std::string_view path;     ///< a file, or the beginning of a path
  std::string_view literal;  ///< empty: all of the file's
};

// clang-format off
inline const std::vector<VietnameseLiteral> k_vietnamese_literals = {
    // What people write, to be recognised.
    {"bots/understanding/", ""},
    {"bots/talk/command_words", ""},
    {"bots/talk/read_", ""},
    {"bots/zalo_bot/typed_words.cpp", ""},  // each is understood as the button it stands for
    {"engine/codec/check_messages.cpp", ""},
    {"engine/command/invitation.cpp", ""},
    {"engine/loop/engine.cpp", "Theo tệp lịch: "},
    // Names of days, laws and documents; of an address; of a rung, in logs.
    {"engine/codec/check_calendar.cpp", ""},
    {"engine/time/calendar.cpp", ""},
    {"engine/plan/plan.cpp", ""},
    {"engine/codec/check_plan_units.cpp", ""},
    {"engine/codec/describe_office.h", "đồng chí"},
    {"engine/codec/units_codec.cpp", ""},
    {"engine/state/directory.h", "đồng chí"},
    {"engine/command/step.cpp", "hẹn"},
    // Drawings of lifecycles, in both languages side by side.
    {"engine/lifecycle/", ""},
};
// clang-format on

/// Text that must not stand anywhere, comments included. In two halves, not to be found here.
struct Mark {
  std::string_view file_suffix;
  std::string_view text;
  std::string_view reason;
};

// clang-format off
inline const std::vector<Mark> k_marks = {
    {"", "TO" "DO", "unfinished: do it or write an issue"},
    {"", "FIX" "ME", "unfinished: do it or write an issue"},
    {"", "/wo" "rk/", "a path of somebody's machine"},
    {"", "/ro" "ot/", "a path of somebody's machine"},
    {"package-lock.json", "\"resolved\": \"ht" "tp", "a registry's address in a lock file"},
};
// clang-format on

/// Vague words in a file's or folder's name.
inline const Names k_vague = {"util",    "utils",    "helper", "helpers",
                              "manager", "managers", "common"};

constexpr std::size_t k_columns_max = 120;  // sources, CMake files, scripts; 100 is better
constexpr std::size_t k_lines_max = 500;    // sources
constexpr std::size_t k_levels_max = 3;     // sources: folder, sub-folder, file

inline const Names k_text_suffixes = {".h",    ".cpp",  ".in",  ".cmake",   ".txt", ".md",
                                      ".json", ".html", ".css", ".js",      ".ts",  ".csv",
                                      ".tsv",  ".sql",  ".svg", ".mustache"};
inline const Names k_not_ours = {".git", "build", "node_modules", "var", ".cache"};

/// Input of tests that is wrong on purpose: not NFC, for example.
constexpr std::string_view k_test_data = "tests/data/";

}  // namespace tidy
