#include "bots/zalo_bot/split_text.h"

#include <catch2/catch.hpp>

#include "engine/text/vietnamese.h"

using namespace dondoc;
using zalo_bot::split_text;
using Parts = std::vector<std::string>;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a text that fits is one message, without blanks around it") {
  CHECK(split_text(" \n Kính gửi đồng chí \n", 100) == Parts{"Kính gửi đồng chí"});
  CHECK(split_text(std::string(2000, 'a'), 2000).size() == 1);
  CHECK(split_text(repeated("ế", 2000), 2000).size() == 1);
  CHECK(split_text("", 100).empty());
  CHECK(split_text(" \n\t ", 100).empty());
}

TEST_CASE("a long text is cut between paragraphs, else lines, else sentences, else words") {
  CHECK(split_text("aaaa bbbb.\ncccc\n\ndddd eeee", 20) == Parts{"aaaa bbbb.\ncccc", "dddd eeee"});
  CHECK(split_text("aaaa bbbb.\ncccc dddd eeee", 18) == Parts{"aaaa bbbb.", "cccc dddd eeee"});
  CHECK(split_text("aaaa bbbb. cccc dddd", 15) == Parts{"aaaa bbbb.", "cccc dddd"});
  CHECK(split_text("aaaa bbbb cccc dddd", 12) == Parts{"aaaa bbbb", "cccc dddd"});
  CHECK(split_text("aaaabbbbccccdddd", 12) == Parts{"aaaabbbbcccc", "dddd"});
}

TEST_CASE("a paragraph that ends exactly at the limit is not cut before its last word") {
  CHECK(split_text("aaaa bbbb\n\ncccc", 9) == Parts{"aaaa bbbb", "cccc"});
}

TEST_CASE("characters beyond the first plane count twice and are never halved") {
  const std::string thumb = "👍";
  REQUIRE(utf16_units(thumb) == 2);
  const auto parts = split_text(repeated(thumb, 7), 5);
  CHECK(parts == Parts{repeated(thumb, 2), repeated(thumb, 2), repeated(thumb, 2), thumb});
}

TEST_CASE("a letter is not parted from its marks, nor a joined picture into its pieces") {
  // x with a dot below and a tilde has no composed form.
  const std::string letter = "x\u0323\u0303";
  CHECK(split_text(repeated(letter, 3), 7) == Parts{repeated(letter, 2), letter});
  const std::string family = "👨\u200d👩\u200d👧";
  CHECK(split_text("aaaaa" + family, 8) == Parts{"aaaaa", family});
  // One character that is longer than a message has to be cut somewhere.
  const std::string tower = "x" + repeated("\u0303", 30);
  CHECK(split_text(tower, 10).size() == 4);
}

TEST_CASE("nothing but blanks is lost and every part fits, whatever the text") {
  const std::string words[] = {"việc ", "B20-07", "\n", "👍", "quá hạn. ", "\n\n", "ế", " "};
  unsigned seed = 7;
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (int i = 0; i < 120; ++i) {
      seed = seed * 1664525u + 1013904223u;
      text += words[(seed >> 16) % 8];
    }
    const std::size_t most = 5 + (seed >> 20) % 60;
    std::string together;
    for (const std::string& part : split_text(text, most)) {
      CHECK(utf16_units(part) <= most);
      CHECK_FALSE(part.empty());
      together += part;
    }
    const auto blank = [](char c) { return c == ' ' || c == '\n'; };
    std::erase_if(together, blank);
    std::erase_if(text, blank);
    CHECK(together == text);
  }
}
