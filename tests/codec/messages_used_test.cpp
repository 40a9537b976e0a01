// The texts that the code asks for by their ids stand in both message books, and sizes of the
// placeholders keep to the platforms' limits.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/codec/check_messages.h"
#include "engine/codec/message_sizes.h"
#include "engine/codec/messages_codec.h"
#include "tests/support/message_books.h"

namespace dondoc {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Source {
  std::string name, code;
};

/// Of the engine and of the bots.
const std::vector<Source>& sources() {
  static const std::vector<Source> k_sources = [] {
    std::vector<Source> all;
    for (const char* folder : {"/engine", "/bots"}) {
      for (const auto& entry :
           std::filesystem::recursive_directory_iterator(std::string(DONDOC_SOURCE_DIR) + folder)) {
        const auto suffix = entry.path().extension();
        if ((suffix != ".cpp" && suffix != ".h") || entry.path().filename() == "check_messages.cpp")
          continue;
        all.push_back({entry.path().filename(), content_of(entry.path())});
      }
    }
    return all;
  }();
  return k_sources;
}

/// "M-37L", "T-03": as literals in the code.
std::set<std::string> ids_in_code() {
  static const std::regex k_id("\"([MTFHNRPSC]-[0-9]{2}[A-Z]?)\"");
  std::set<std::string> ids;
  for (const Source& source : sources()) {
    for (std::sregex_iterator at(source.code.begin(), source.code.end(), k_id), end; at != end;
         ++at)
      ids.insert((*at)[1]);
  }
  return ids;
}

using NameSet = std::set<std::string>;

NameSet names_in(const MessageText& text) {
  const auto names = placeholders(text.text);
  return {names.begin(), names.end()};
}

/// What the code fills in where it refuses with a text of its own: from the id to the end of the
/// statement, every {"name", …}.
std::vector<std::pair<std::string, NameSet>> refusals_in_code() {
  static const std::regex k_refusal("\"(R-[0-9]{2})\"([^;]*);");
  static const std::regex k_name("\\{\"([a-z_]+)\",|\"([a-z_]+)\", [a-z]");
  std::vector<std::pair<std::string, NameSet>> refusals;
  for (const Source& source : sources()) {
    if (source.name.ends_with(".h")) continue;  // only named there
    for (std::sregex_iterator at(source.code.begin(), source.code.end(), k_refusal), end; at != end;
         ++at) {
      const std::string filled = (*at)[2];
      NameSet names;
      for (std::sregex_iterator name(filled.begin(), filled.end(), k_name); name != end; ++name)
        names.insert((*name)[1].matched ? (*name)[1] : (*name)[2]);
      refusals.emplace_back((*at)[1], std::move(names));
    }
  }
  return refusals;
}

}  // namespace

TEST_CASE("every text the code asks for stands in both languages", "[check]") {
  const auto ids = ids_in_code();
  CHECK(ids.size() > 100);
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(test::books().vi->find(id) != nullptr);
    CHECK(test::books().en->find(id) != nullptr);
  }
}

TEST_CASE("a refusal fills every placeholder of its text, in both languages", "[check]") {
  const auto refusals = refusals_in_code();
  CHECK(refusals.size() > 70);
  for (const auto& [id, names] : refusals) {
    INFO(id);
    for (const MessageBook* book : {test::books().vi, test::books().en}) {
      REQUIRE(book->find(id) != nullptr);
      CHECK(names_in(*book->find(id)) == names);
    }
  }
}

TEST_CASE("refusals, their parts and reasons that no code asks for are not kept", "[check]") {
  const auto ids = ids_in_code();
  for (const auto& [id, text] : test::books().vi->all()) {
    if (std::string("RPSC").find(id.front()) == std::string::npos) continue;
    INFO(id);
    CHECK(ids.contains(id));
  }
}

/// Without what stands in quotes, which is typed or pressed, and without the name of the program.
std::string without_quoted(std::string text) {
  for (auto open = text.find("“"); open != text.npos; open = text.find("“"))
    text.erase(open, text.find("”", open) - open + std::string_view("”").size());
  for (auto at = text.find("Đôn Đốc"); at != text.npos; at = text.find("Đôn Đốc"))
    text.erase(at, std::string_view("Đôn Đốc").size());
  return text;
}

TEST_CASE("an English text holds no Vietnamese but what is typed", "[check]") {
  for (const auto& [id, text] : test::books().en->all()) {
    const std::string rest = without_quoted(text.text);
    INFO(id << ": " << rest);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const auto lead = static_cast<unsigned char>(rest[i]);
      CHECK_FALSE((lead >= 0xC3 && lead <= 0xC6));  // letters with a mark …
      CHECK_FALSE(rest.substr(i, 2) == "\xE1\xBA");
      CHECK_FALSE(rest.substr(i, 2) == "\xE1\xBB");
    }
    for (const Button& button : text.buttons) CHECK(without_quoted(button.label) == button.label);
  }
}

TEST_CASE("the longest text a placeholder can make is counted as often as it stands there",
          "[check]") {
  const MessageText text{"T-01", "{xh} {ten}: {xh} 😀", {}};
  CHECK(usual_characters(text) == 8 + 1 + 16 + 2 + 8 + 2);
  CHECK(longest_units(text) == 8 + 1 + 40 + 2 + 8 + 3);  // an emoji is two units
}

TEST_CASE("a text that a platform would have to cut is named with the platform", "[check]") {
  MessageFile file;
  file.language = "vi";
  file.texts = {{"T-90", "{danh_sach}" + std::string(601, 'a'), {}}};
  Faults faults("vi.json");
  check_messages(file, faults);
  std::string all;
  for (const auto& fault : faults.list()) all += fault.message + "\n";
  CHECK_THAT(all, Catch::Contains("up to 2001 characters when filled; one message of zalo_oa"));
  CHECK_THAT(all, Catch::Contains("zalo_bot holds 2000"));
  CHECK_THAT(all, !Catch::Contains("telegram"));
}

TEST_CASE("what every officer gets is read at a glance, with names of usual length", "[check]") {
  MessageFile file;
  file.language = "vi";
  file.texts = {{"M-02", "{viec} {kh} " + std::string(220, 'a'), {}}};
  Faults faults("vi.json");
  check_messages(file, faults);
  std::string all;
  for (const auto& fault : faults.list()) all += fault.message + "\n";
  CHECK_THAT(all, Catch::Contains("312 characters with names of usual length; at most 300"));
}

}  // namespace dondoc
