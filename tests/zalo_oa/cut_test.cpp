#include "bots/zalo_oa/cut.h"

#include <catch2/catch.hpp>

#include "bots/zalo_oa/buttons.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using namespace dondoc::zalo_oa;

TEST_CASE("A text that fits is not cut", "[zalo_oa]") {
  CHECK(cut_kindly("Tiếp nhận", 9) == "Tiếp nhận");
  CHECK(split_text("Tiếp nhận", 9) == std::vector<std::string>{"Tiếp nhận"});
  CHECK(split_text(" \n ", 9).empty());
}

TEST_CASE("A cut stands at a word's end and never inside a character", "[zalo_oa]") {
  CHECK(cut_kindly("Mẫu báo cáo tháng", 12) == "Mẫu báo cáo…");
  CHECK(cut_kindly("Mẫu báo cáo tháng", 11) == "Mẫu báo…");
  CHECK(cut_kindly("ếếếếếế", 4) == "ếếế…");
  CHECK(cut_kindly("👍👍👍", 2) == "👍…");
}

TEST_CASE("A combining mark stays with its letter", "[zalo_oa]") {
  const std::string letter = "x\xCC\x81";  // no composed form exists
  const auto parts = split_text(letter + letter + letter, 3);
  REQUIRE(parts.size() == 3);
  for (const std::string& part : parts) CHECK(part == letter);
}

TEST_CASE("A text is split at the best place", "[zalo_oa]") {
  CHECK(split_text("Câu một dài. Câu hai", 16) ==
        std::vector<std::string>{"Câu một dài.", "Câu hai"});
  CHECK(split_text("dòng một\ndòng hai", 12) == std::vector<std::string>{"dòng một", "dòng hai"});
  CHECK(split_text("đoạn một\n\nđoạn hai. x", 18) ==
        std::vector<std::string>{"đoạn một", "đoạn hai. x"});
  CHECK(split_text("aaaaaaaaaa", 4) == std::vector<std::string>{"aaaa", "aaaa", "aa"});
}

TEST_CASE("No part is too long and nothing but blanks is lost", "[zalo_oa]") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "chữ" + std::to_string(i * i) + (i % 7 == 0 ? ".\n" : " ");
  for (std::size_t most : {2U, 3U, 17U, 100U}) {
    std::string joined;
    for (const std::string& part : split_text(text, most)) {
      CHECK(characters(part) <= most);
      CHECK_FALSE(part.empty());
      joined += part;
    }
    std::string expected = text;
    for (std::string* each : {&expected, &joined})
      std::erase_if(*each, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(joined == expected);
  }
}

TEST_CASE("What is typed names the duty when the button does", "[zalo_oa]") {
  CHECK(typed_command({"Tiếp nhận", "ack:B20-07:9f"}) == "Tiếp nhận B20-07");
  CHECK(typed_command({"Việc của tôi", "mine"}) == "Việc của tôi");
  CHECK(typed_command({"Việc của tôi", "mine::9f"}) == "Việc của tôi");
}
