#include "engine/text/split_text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "engine/codec/utf8.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;
using Parts = std::vector<std::string>;

namespace {

Parts by_units(std::string_view text, std::size_t most) {
  return split_text(text, most, TextUnit::utf16);
}
Parts by_characters(std::string_view text, std::size_t most) {
  return split_text(text, most, TextUnit::characters);
}
std::string cut(std::string_view text, std::size_t most) {
  return cut_kindly(text, most, TextUnit::characters);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string without_white_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

}  // namespace

TEST_CASE("a text that fits is one part, without the white space around it") {
  CHECK(by_units("đến hạn", 20) == Parts{"đến hạn"});
  CHECK(by_units(" \n đến\n\nhạn \n", 20) == Parts{"đến\n\nhạn"});
  CHECK(by_units(" \n Kính gửi đồng chí \n", 100) == Parts{"Kính gửi đồng chí"});
  CHECK(by_characters("Tiếp nhận", 9) == Parts{"Tiếp nhận"});
  CHECK(by_units("", 20).empty());
  CHECK(by_units(" \n\t ", 20).empty());
  CHECK(by_characters(" \n ", 9).empty());
  CHECK(by_units(std::string(20, 'x'), 20).size() == 1);
  CHECK(by_units(std::string(21, 'x'), 20).size() == 2);
  CHECK(by_units(repeated("ế", 2000), 2000).size() == 1);
}

TEST_CASE("a cut falls behind a paragraph, else a line, else a sentence, else at a blank") {
  CHECK(by_units("aaaa bbbb\n\ncc. dd\nee ff gg", 20) == Parts{"aaaa bbbb", "cc. dd\nee ff gg"});
  CHECK(by_units("aaaa bbbb. cc\ndd ee ff gg", 20) == Parts{"aaaa bbbb. cc", "dd ee ff gg"});
  CHECK(by_units("aaaa bbbb cc. dd ee ff gg", 20) == Parts{"aaaa bbbb cc.", "dd ee ff gg"});
  CHECK(by_units("aaaa bbbb cccc dddd eeee", 20) == Parts{"aaaa bbbb cccc dddd", "eeee"});
}

TEST_CASE("a part is as long as the best kind of place allows") {
  CHECK(by_units("aaaa bbbb.\ncccc\n\ndddd eeee", 20) == Parts{"aaaa bbbb.\ncccc", "dddd eeee"});
  CHECK(by_units("aaaa bbbb.\ncccc dddd eeee", 18) == Parts{"aaaa bbbb.", "cccc dddd eeee"});
  CHECK(by_units("aaaa bbbb. cccc dddd", 15) == Parts{"aaaa bbbb.", "cccc dddd"});
  CHECK(by_units("aaaa bbbb cccc dddd", 12) == Parts{"aaaa bbbb", "cccc dddd"});
  CHECK(by_units("aaaabbbbccccdddd", 12) == Parts{"aaaabbbbcccc", "dddd"});
}

TEST_CASE("places are found in Vietnamese text, counted in characters") {
  CHECK(by_characters("Câu một dài. Câu hai", 16) == Parts{"Câu một dài.", "Câu hai"});
  CHECK(by_characters("dòng một\ndòng hai", 12) == Parts{"dòng một", "dòng hai"});
  CHECK(by_characters("đoạn một\n\nđoạn hai. x", 18) == Parts{"đoạn một", "đoạn hai. x"});
  CHECK(by_characters("aaaaaaaaaa", 4) == Parts{"aaaa", "aaaa", "aa"});
}

TEST_CASE("a boundary that would leave a part less than half full is passed over") {
  CHECK(by_units("aa\n\nbbbb cccc dddd eeee", 20) == Parts{"aa\n\nbbbb cccc dddd", "eeee"});
  CHECK(by_units("aa. bbbb cccc dddd eeee", 20) == Parts{"aa. bbbb cccc dddd", "eeee"});
}

TEST_CASE("an early line's end is better than a cut inside a word") {
  CHECK(by_units("aa\n" + std::string(18, 'b'), 20) == Parts{"aa", std::string(18, 'b')});
}

TEST_CASE("a paragraph that ends exactly at the limit is not cut before its last word") {
  CHECK(by_units("aaaa bbbb\n\ncccc", 9) == Parts{"aaaa bbbb", "cccc"});
  CHECK(by_units("aaaa bbbb\n\ncccc dddd\n\neeee", 20) == Parts{"aaaa bbbb\n\ncccc dddd", "eeee"});
}

TEST_CASE("characters beyond the first plane have two UTF-16 units and are never halved") {
  const std::string thumb = "👍";
  REQUIRE(utf16_units(thumb) == 2);
  CHECK(by_units(repeated(thumb, 7), 5) ==
        Parts{repeated(thumb, 2), repeated(thumb, 2), repeated(thumb, 2), thumb});
  CHECK(by_characters(repeated(thumb, 7), 5) == Parts{repeated(thumb, 5), repeated(thumb, 2)});
  for (const std::string& part : by_units("x" + repeated("😀", 30), 20)) {
    CHECK(utf16_units(part) <= 20);
    CHECK_FALSE(first_invalid_byte(part));
  }
}

TEST_CASE("a letter is not parted from its marks, nor a joined picture into its pieces") {
  const std::string decomposed = "e\u0302\u0301";  // one letter, three code points
  for (const std::string& part : by_units(repeated(decomposed, 15), 10))
    CHECK(part.size() % decomposed.size() == 0);
  const std::string uncomposable = "x\u0323\u0303";
  CHECK(by_units(repeated(uncomposable, 3), 7) == Parts{repeated(uncomposable, 2), uncomposable});
  const std::string accented = "x\u0301";
  CHECK(by_characters(repeated(accented, 3), 3) == Parts{accented, accented, accented});
  const std::string family = "👨\u200d👩\u200d👧";  // eight units
  CHECK(by_units(family + family, 10) == Parts{family, family});
  CHECK(by_units("aaaaa" + family, 8) == Parts{"aaaaa", family});
}

TEST_CASE("one letter with marks without end is cut all the same") {
  const std::string tower = "x" + repeated("\u0303", 30);
  CHECK(by_units(tower, 10).size() == 4);
  std::size_t bytes = 0;
  for (const std::string& part : by_units("e" + repeated("\u0301", 100), 10)) {
    CHECK(utf16_units(part) <= 10);
    bytes += part.size();
  }
  CHECK(bytes == 201);
}

TEST_CASE("nothing but white space is lost, and every part fits, for any text") {
  const TextUnit unit = GENERATE(TextUnit::utf16, TextUnit::characters);
  std::mt19937 chance(20231124);
  const std::vector<std::string> pieces = {
      "a",       "đ", "ế",      "😀",    " ",     "\n",        "\n\n", ". ",
      "e\u0301", "…", "B20-07", "chữ ", "việc ", "quá hạn. ", "\xff", "👨‍👩‍👧",
      "\t"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t length = chance() % 120; length > 0; --length)
      text += pieces[chance() % pieces.size()];
    const std::size_t most = 2 + chance() % 60;
    std::string joined;
    for (const std::string& part : split_text(text, most, unit)) {
      CHECK((unit == TextUnit::utf16 ? utf16_units(part) : characters(part)) <= most);
      CHECK_FALSE(part.empty());
      joined += part;
    }
    CHECK(without_white_space(joined) == without_white_space(text));
  }
}

TEST_CASE("a text without end is split in one pass") {
  CHECK(by_units(std::string(4'000'000, 'x'), 4096).size() == 977);
}

TEST_CASE("a text is shortened at a word's end and never inside a character") {
  CHECK(cut("Tiếp nhận", 9) == "Tiếp nhận");
  CHECK(cut("Mẫu báo cáo tháng", 12) == "Mẫu báo cáo…");
  CHECK(cut("Mẫu báo cáo tháng", 11) == "Mẫu báo…");
  CHECK(cut("ếếếếếế", 4) == "ếếế…");
  CHECK(cut("👍👍👍", 2) == "👍…");
  CHECK(cut("xa\u0301b\u0301", 4) == "xa\u0301…");
  CHECK(cut_kindly("👍👍👍", 4, TextUnit::utf16) == "👍…");
}
