// The texts that the code asks for by their ids stand in both message books, and sizes of the
// placeholders keep to the platforms' limits.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "engine/codec/check_messages.h"
#include "engine/codec/message_sizes.h"
#include "engine/codec/messages_codec.h"

namespace dondoc {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

MessageBook book(const std::string& language) {
  Faults faults(language);
  const std::string file =
      std::string(DONDOC_SOURCE_DIR) + "/config/messages/" + language + ".json";
  auto messages = decode_messages(content_of(file), faults);
  REQUIRE(messages.has_value());
  return messages->book();
}

/// "M-37L", "T-03": as literals in the code of the engine and of the bots.
std::set<std::string> ids_in_code() {
  static const std::regex k_id("\"([MTFHN]-[0-9]{2}[A-Z]?)\"");
  std::set<std::string> ids;
  for (const char* folder : {"/engine", "/bots"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(DONDOC_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".cpp" || entry.path().filename() == "check_messages.cpp")
        continue;
      const std::string code = content_of(entry.path());
      for (std::sregex_iterator at(code.begin(), code.end(), k_id), end; at != end; ++at)
        ids.insert((*at)[1]);
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("every text the code asks for stands in both languages", "[check]") {
  const auto ids = ids_in_code();
  CHECK(ids.size() > 100);
  const MessageBook vi = book("vi"), en = book("en");
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(vi.find(id) != nullptr);
    CHECK(en.find(id) != nullptr);
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
