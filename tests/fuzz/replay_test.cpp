// The inputs that fuzzing kept, and those that once were a finding, through the same functions.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/feed.h"

using namespace dondoc;

namespace {

struct Target {
  const char* folder;
  void (*feed)(std::string_view);
};

}  // namespace

TEST_CASE("The inputs kept for fuzzing are read", "[fuzz]") {
  const Target target = GENERATE(values<Target>({{"telegram", fuzz::feed_telegram},
                                                 {"zalo_oa", fuzz::feed_zalo_oa},
                                                 {"zalo_bot", fuzz::feed_zalo_bot},
                                                 {"understanding", fuzz::feed_understanding},
                                                 {"docx", fuzz::feed_docx},
                                                 {"pdf", fuzz::feed_pdf},
                                                 {"text", fuzz::feed_text},
                                                 {"reading", fuzz::feed_reading},
                                                 {"answers", fuzz::feed_answers},
                                                 {"plan", fuzz::feed_plan},
                                                 {"lifecycle", fuzz::feed_lifecycle},
                                                 {"calendar", fuzz::feed_calendar}}));
  const std::string folder = std::string(DONDOC_SOURCE_DIR) + "/tests/fuzz/" + target.folder;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path().string());
    std::ifstream file(entry.path(), std::ios::binary);
    target.feed(std::string{std::istreambuf_iterator<char>(file), {}});
    ++count;
  }
  INFO(target.folder);
  CHECK(count >= 10);
}
