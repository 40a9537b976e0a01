#include "bots/telegram/split_text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "engine/codec/utf8.h"
#include "engine/text/vietnamese.h"

namespace dondoc::test {
namespace {

using telegram::split_text;
using Parts = std::vector<std::string_view>;

TEST_CASE("a text that fits is one part, without the white space around it") {
  CHECK(split_text("đến hạn", 20) == Parts{"đến hạn"});
  CHECK(split_text(" \n đến\n\nhạn \n", 20) == Parts{"đến\n\nhạn"});
  CHECK(split_text("", 20).empty());
  CHECK(split_text(" \n\t ", 20).empty());
  CHECK(split_text(std::string(20, 'x'), 20).size() == 1);
  CHECK(split_text(std::string(21, 'x'), 20).size() == 2);
}

TEST_CASE("a cut falls behind a paragraph, else a line, else a sentence, else at a blank") {
  CHECK(split_text("aaaa bbbb\n\ncc. dd\nee ff gg", 20) == Parts{"aaaa bbbb", "cc. dd\nee ff gg"});
  CHECK(split_text("aaaa bbbb. cc\ndd ee ff gg", 20) == Parts{"aaaa bbbb. cc", "dd ee ff gg"});
  CHECK(split_text("aaaa bbbb cc. dd ee ff gg", 20) == Parts{"aaaa bbbb cc.", "dd ee ff gg"});
  CHECK(split_text("aaaa bbbb cccc dddd eeee", 20) == Parts{"aaaa bbbb cccc dddd", "eeee"});
}

TEST_CASE("a boundary that would leave a part less than half full is passed over") {
  CHECK(split_text("aa\n\nbbbb cccc dddd eeee", 20) == Parts{"aa\n\nbbbb cccc dddd", "eeee"});
  CHECK(split_text("aa. bbbb cccc dddd eeee", 20) == Parts{"aa. bbbb cccc dddd", "eeee"});
}

TEST_CASE("a pair of surrogates is never cut") {
  std::string faces = "x";
  for (int i = 0; i < 30; ++i) faces += "😀";
  for (const std::string_view part : split_text(faces, 20)) {
    CHECK(utf16_units(part) <= 20);
    CHECK_FALSE(first_invalid_byte(part));
  }
}

TEST_CASE("a letter is never cut from its marks, nor a family of emoji apart") {
  const std::string decomposed = "e\u0302\u0301";  // one letter, three code points
  std::string text;
  for (int i = 0; i < 15; ++i) text += decomposed;
  for (const std::string_view part : split_text(text, 10))
    CHECK(part.size() % decomposed.size() == 0);
  const std::string family = "👨‍👩‍👧";  // eight units
  CHECK(split_text(family + family, 10) == Parts{family, family});
}

TEST_CASE("one letter with marks without end is cut all the same") {
  std::string text = "e";
  for (int i = 0; i < 100; ++i) text += "\u0301";
  std::size_t bytes = 0;
  for (const std::string_view part : split_text(text, 10)) {
    CHECK(utf16_units(part) <= 10);
    bytes += part.size();
  }
  CHECK(bytes == text.size());
}

std::string without_white_space(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return result;
}

TEST_CASE("nothing but white space is lost, and every part fits, for any text") {
  std::mt19937 chance(20231124);
  const std::vector<std::string> pieces = {
      "a", "đ",   "ế", "😀", " ", "\n", "\n\n", ". ", "e\u0301", "chữ", "\t", "👨‍👩‍👧",
      "…", "\xff"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t length = chance() % 120; length > 0; --length)
      text += pieces[chance() % pieces.size()];
    const std::size_t most = 2 + chance() % 40;
    std::string joined;
    for (const std::string_view part : split_text(text, most)) {
      CHECK(utf16_units(part) <= most);
      CHECK_FALSE(part.empty());
      joined += part;
    }
    CHECK(without_white_space(joined) == without_white_space(text));
  }
}

TEST_CASE("a text without end is split in one pass") {
  const std::string text(4'000'000, 'x');
  CHECK(split_text(text).size() == 977);
}

}  // namespace
}  // namespace dondoc::test
