// Numbers that stand in no paragraph.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "intake/source/number_formats.h"
#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

std::string level(int at, std::string_view format, std::string_view text, int start = 1,
                  std::string_view more = "") {
  return fmt::format(
      "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"{}\"/><w:numFmt w:val=\"{}\"/>{}"
      "<w:lvlText w:val=\"{}\"/></w:lvl>",
      at, start, format, more, text);
}

std::string list(int id, std::string_view levels) {
  return fmt::format("<w:abstractNum w:abstractNumId=\"{}\">{}</w:abstractNum>", id, levels);
}

std::string number(int id, int list_id, std::string_view more = "") {
  return fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>{}</w:num>", id, list_id,
                     more);
}

Lines numbered(std::string_view numbering, std::string_view body, std::string_view styles = "") {
  DocxSample sample;
  sample.body = body;
  sample.numbering = numbering;
  sample.styles = styles;
  return read(docx(sample), SourceFormat::docx);
}

const std::string k_usual = list(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") +
                                        level(2, "lowerLetter", "%3)")) +
                            number(1, 0);

}  // namespace

TEST_CASE("Items bear the numbers a reader sees, by level", "[source]") {
  CHECK(numbered(k_usual, item("MỤC ĐÍCH", 1) + item("Một", 1, 1) + item("A", 1, 2) +
                              item("B", 1, 2) + item("Hai", 1, 1) + item("C", 1, 2) +
                              paragraph("giữa") + item("NHIỆM VỤ", 1) + item("Ba", 1, 1)) ==
        Lines{"item I. MỤC ĐÍCH", "item 1. Một", "item a) A", "item b) B", "item 2. Hai",
              "item a) C", "paragraph giữa", "item II. NHIỆM VỤ", "item 1. Ba"});
}

TEST_CASE("Numbers of several levels are put together", "[source]") {
  const std::string deep = list(0, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2.") +
                                       level(2, "decimal", "%1.%2.%3.", 1, "<w:isLgl/>")) +
                           number(1, 0);
  CHECK(numbered(deep, item("A", 1) + item("B", 1) + item("C", 1, 1) + item("D", 1, 2)) ==
        Lines{"item I A", "item II B", "item II.1. C", "item 2.1.1. D"});
}

TEST_CASE("Bullets of symbol fonts are bullets", "[source]") {
  const std::string bullets =
      list(0, level(0, "bullet", "-")) + list(1, level(0, "bullet", "\uF0B7")) +
      list(2, level(0, "bullet", "\uF02D")) + list(3, level(0, "bullet", "+")) + number(1, 0) +
      number(2, 1) + number(3, 2) + number(4, 3);
  CHECK(numbered(bullets, item("một", 1) + item("hai", 2) + item("ba", 3) + item("bốn", 4)) ==
        Lines{"item - một", "item • hai", "item - ba", "item + bốn"});
}

TEST_CASE("A second use of a list can begin anew, and otherwise goes on", "[source]") {
  const std::string twice =
      list(0, level(0, "decimal", "%1.")) + number(1, 0) + number(2, 0) +
      number(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
  CHECK(numbered(twice, item("A", 1) + item("B", 2) + item("C", 3) + item("D", 3)) ==
        Lines{"item 1. A", "item 2. B", "item 1. C", "item 2. D"});
}

TEST_CASE("Numbers come from styles too, also from those a style is based on", "[source]") {
  const std::string numbering =
      list(0, level(0, "upperRoman", "%1.", 1, "<w:pStyle w:val=\"Muc\"/>") +
                  level(1, "decimal", "%2.", 1, "<w:pStyle w:val=\"Tieumuc\"/>")) +
      number(5, 0);
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"5\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Tieumuc\"><w:pPr><w:numPr><w:numId w:val=\"5\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Tieumuc\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:basedOn w:val=\"Y\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Y\"><w:basedOn w:val=\"X\"/></w:style>";
  const auto styled = [](std::string_view text, std::string_view style,
                         std::string_view more = "") {
    return paragraph(text, fmt::format("<w:pStyle w:val=\"{}\"/>{}", style, more));
  };
  CHECK(numbered(numbering,
                 styled("MỤC ĐÍCH", "Muc") + styled("Một", "Tieumuc") + styled("Hai", "Con") +
                     styled("không số", "Muc", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                     styled("vòng", "X"),
                 styles) == Lines{"item I. MỤC ĐÍCH", "item 1. Một", "item 2. Hai",
                                  "paragraph không số", "paragraph vòng"});
}

TEST_CASE("A list that looks as a style says has that style's levels", "[source]") {
  const std::string numbering =
      list(0, level(0, "decimal", "Điều %1.")) + number(1, 0) +
      "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"Dieu\"/></w:abstractNum>" +
      number(2, 7);
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"Dieu\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>";
  CHECK(numbered(numbering, item("Phạm vi", 2) + item("Đối tượng", 2), styles) ==
        Lines{"item Điều 1. Phạm vi", "item Điều 2. Đối tượng"});
}

TEST_CASE("A list that is not there numbers nothing", "[source]") {
  CHECK(numbered(k_usual, item("một", 99) + item("hai", 1, 77)) ==
        Lines{"paragraph một", "item I. hai"});
}

TEST_CASE("Numbers are written as Word writes them", "[source]") {
  CHECK(number_in("lowerLetter", 27) == "aa");
  CHECK(number_in("upperLetter", 26) == "Z");
  CHECK(number_in("upperRoman", 1994) == "MCMXCIV");
  CHECK(number_in("lowerRoman", 4) == "iv");
  CHECK(number_in("decimalZero", 7) == "07");
  CHECK(number_in("chicago", 3) == "3");
  CHECK(number_in("upperRoman", -5) == "-5");
  CHECK(number_in("lowerLetter", 2'000'000'000) == "2000000000");
}
