#include "reports/step_words.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

namespace dondoc {

TEST_CASE("steps stood in a duty's history by their ids", "[reports]") {
  CHECK(step_in_words("issue") == "giao việc");
  CHECK(step_in_words("D-7") == "nhắc trước hạn 7 ngày");
  CHECK(step_in_words("D") == "nhắc vào ngày đến hạn");
  CHECK(step_in_words("D+3") == "nhắc sau hạn 3 ngày");
  CHECK(step_in_words("superior") == "báo lãnh đạo cấp trên");
  CHECK(step_in_words("D-x") == "nhắc theo bước “D-x”");
}

TEST_CASE("every step of the usual ladders has words", "[reports]") {
  std::ifstream file(DONDOC_SOURCE_DIR "/config/ladders.json");
  const auto ladders = nlohmann::json::parse(file, nullptr, true, true);
  for (const auto& ladder : ladders.at("ladders")) {
    for (const auto& rung : ladder.at("rungs")) {
      const std::string id = rung.at("id");
      INFO(id);
      CHECK(step_in_words(id).find("“") == std::string::npos);
    }
  }
}

TEST_CASE("channels have names", "[reports]") {
  CHECK(channel_in_words("zalo_oa") == "Zalo OA");
  CHECK(channel_in_words("sandbox") == "kênh thử");
  CHECK(channel_in_words("email") == "email");
}

}  // namespace dondoc
