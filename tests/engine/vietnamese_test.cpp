#include "engine/text/vietnamese.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "engine/text/slug.h"

using dondoc::capitalised;
using dondoc::characters;
using dondoc::decimal;
using dondoc::fold;
using dondoc::nfc;
using dondoc::slug;
using dondoc::thousands;
using dondoc::two_digits;
using dondoc::utf16_units;

namespace {

const std::string k_combining_acute = "\xCC\x81";
const std::string k_combining_circumflex = "\xCC\x82";
const std::string k_replacement = "\xEF\xBF\xBD";
const std::string k_no_break_space = "\xC2\xA0";
const std::string k_zero_width_space = "\xE2\x80\x8B";

}  // namespace

TEST_CASE("A letter typed in several code points becomes one") {
  CHECK(nfc("ê" + k_combining_acute) == "ế");
  CHECK(nfc("e" + k_combining_circumflex + k_combining_acute) == "ế");
  CHECK(nfc("việc đã xong") == "việc đã xong");
  CHECK(nfc("xong B20-07") == "xong B20-07");
  CHECK(nfc("").empty());
}

TEST_CASE("Bytes that are no UTF-8 become replacement characters and the rest survives") {
  CHECK(nfc("a\xFF"
            "b") == "a" + k_replacement + "b");
  CHECK(nfc("\xE1\xBA") == k_replacement + k_replacement);
  CHECK(nfc("đ\xC0\x80") == "đ" + k_replacement + k_replacement);
  CHECK(nfc(std::string("\xC4\x91\0x", 4)) == std::string("\xC4\x91\0x", 4));
}

TEST_CASE("Typed commands are the same with and without diacritics, capitals and extra spaces") {
  auto [typed, folded] = GENERATE(table<std::string, std::string>({
      {"Việc của tôi", "viec cua toi"},
      {"VIỆC CỦA TÔI", "viec cua toi"},
      {"  việc \t của\n tôi ", "viec cua toi"},
      {"viec cua toi", "viec cua toi"},
      {"Đôn Đốc", "don doc"},
      {"ĐÔN ĐỐC", "don doc"},
      {"Quá hạn", "qua han"},
      {"ưỡng ườm ẵm ỹ", "uong uom am y"},
      {"B20-07", "b20-07"},
      {"/quahan", "/quahan"},
      {"", ""},
      {"   ", ""},
  }));
  CHECK(fold(typed) == folded);
}

TEST_CASE("Folding sees through what keyboards and copied text add") {
  CHECK(fold("tiê" + k_combining_acute + "n độ") == "tien do");
  CHECK(fold("gia" + k_no_break_space + "hạn") == "gia han");
  CHECK(fold("xong" + k_zero_width_space + " rồi") == "xong roi");
  CHECK(fold("ｘｏｎｇ") == "xong");
  CHECK(fold("Ðã nhận") == "da nhan");  // U+00D0, the Icelandic letter that looks the same
}

TEST_CASE("Letters looked up in a table are what they are when worked out") {
  // A code point no table holds makes the whole text be worked out.
  const std::string unknown = "\xE4\xB8\x80";
  std::vector<std::string> letters;
  for (std::uint32_t c = 1; c < 0x2100; ++c) {
    if (c >= 0x0400 && c < 0x1D00) continue;
    if (c < 0x80)
      letters.push_back({static_cast<char>(c)});
    else if (c < 0x800)
      letters.push_back({static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))});
    else
      letters.push_back({static_cast<char>(0xE0 | c >> 12),
                         static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                         static_cast<char>(0x80 | (c & 0x3F))});
  }
  std::size_t differ = 0;
  auto compare = [&](const std::string& text) {
    if (fold(text + "x" + unknown) != fold(text + "x") + unknown) ++differ;
    if (nfc(text + "x" + unknown) != nfc(text + "x") + unknown) ++differ;
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    compare(letters[i]);
    for (std::size_t step = 1; step < letters.size(); step += 61)
      compare(letters[i] + letters[(i + step) % letters.size()]);
  }
  CHECK(differ == 0);
}

TEST_CASE("The first letter becomes a capital, also with a diacritic") {
  CHECK(capitalised("đồng chí") == "Đồng chí");
  CHECK(capitalised("ông Mẫu") == "Ông Mẫu");
  CHECK(capitalised("anh") == "Anh");
  CHECK(capitalised("Đã rõ") == "Đã rõ");
  CHECK(capitalised("24/11/2023") == "24/11/2023");
  CHECK(capitalised("“đã gửi”") == "“đã gửi”");
  CHECK(capitalised("").empty());
}

TEST_CASE("Thousands are parted by dots") {
  CHECK(thousands(0) == "0");
  CHECK(thousands(999) == "999");
  CHECK(thousands(1245) == "1.245");
  CHECK(thousands(15'000'000) == "15.000.000");
  CHECK(thousands(-2'500) == "-2.500");
  CHECK(thousands(-999) == "-999");
  CHECK(thousands(std::numeric_limits<std::int64_t>::min()) == "-9.223.372.036.854.775.808");
}

TEST_CASE("Decimals have a comma, at most two places and no zeros at the end") {
  CHECK(decimal(92.5) == "92,5");
  CHECK(decimal(92) == "92");
  CHECK(decimal(1.0 / 3) == "0,33");
  CHECK(decimal(1245.75) == "1.245,75");
  CHECK(decimal(-7.1) == "-7,1");
  CHECK(decimal(99.999) == "100");
  CHECK(decimal(-0.001) == "0");
  CHECK(decimal(0) == "0");
}

TEST_CASE("Numbers below ten have two digits in official prose") {
  CHECK(two_digits(3) == "03");
  CHECK(two_digits(0) == "00");
  CHECK(two_digits(15) == "15");
  CHECK(two_digits(120) == "120");
}

TEST_CASE("Characters are code points, not bytes") {
  CHECK(characters("") == 0);
  CHECK(characters("hạn") == 3);
  CHECK(characters("Đôn Đốc") == 7);
  CHECK(characters("👍") == 1);
  CHECK(characters("a\xFF") == 2);
}

TEST_CASE("Characters beyond the basic plane are two UTF-16 units") {
  CHECK(utf16_units("hạn") == 3);
  CHECK(utf16_units("ok 👍") == 5);
  CHECK(utf16_units("") == 0);
}

TEST_CASE("A name becomes an id that leaves room for a number behind it") {
  CHECK(slug("Xã Bà Điểm") == "xa-ba-diem");
  CHECK(slug("  UBND xã Đông Thạnh (cũ) ") == "ubnd-xa-dong-thanh-cu");
  CHECK(slug("TP.Hồ Chí Minh") == "tp-ho-chi-minh");
  CHECK(slug("…") == "");
  CHECK(slug("…", "don-vi") == "don-vi");
  const std::string long_name = slug("Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Đông Thạnh");
  CHECK(long_name == "ban-chap-hanh-doan-thanh-nien-cong-san-ho-chi-minh-xa");
  CHECK(slug(std::string(80, 'a')) == std::string(56, 'a'));
}
