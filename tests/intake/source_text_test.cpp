// .txt and .md: encodings, lines, tables drawn with "|".
#include <catch2/catch.hpp>

#include "tests/intake/source_samples.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

Lines text(std::string_view bytes) { return read(bytes, SourceFormat::text); }
Lines markdown(std::string_view bytes) { return read(bytes, SourceFormat::markdown); }
std::string fault(std::string_view bytes) { return fault_of(bytes, SourceFormat::text); }

std::string utf16(std::u16string_view text, bool is_little) {
  std::string bytes;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes += is_little ? low : high;
    bytes += is_little ? high : low;
  }
  return bytes;
}

/// Bytes of a text whose characters stand for bytes: "Céng hßa".
std::string bytes_of(std::u16string_view latin) {
  std::string bytes;
  for (const char16_t c : latin) bytes += static_cast<char>(c);
  return bytes;
}

std::string encoding_of(std::string_view bytes) {
  const auto document = read_source(bytes, SourceFormat::text);
  REQUIRE(document.has_value());
  return document->encoding;
}

constexpr std::u16string_view k_plan = u"KẾ HOẠCH\nThực hiện Chỉ thị số 03 trước ngày 25/11/2023";
const Lines k_plan_lines = {"line KẾ HOẠCH", "line Thực hiện Chỉ thị số 03 trước ngày 25/11/2023"};

// As these texts look in programs that do not know the fonts.
constexpr std::u16string_view k_tcvn3 =
    u"Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n"
    u"KÕ ho¹ch phßng, chèng téi ph¹m ma tóy ®Õn hÕt n¨m 2005";
constexpr std::u16string_view k_vni =
    u"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\n"
    u"KEÁ HOAÏCH phoøng, choáng toäi phaïm ma tuùy ñeán heát naêm 2005";

}  // namespace

TEST_CASE("Texts in Unicode are read, with and without a mark in front", "[source]") {
  CHECK(text("\xEF\xBB\xBFKẾ HOẠCH\r\n\r\nCăn cứ") ==
        Lines{"line KẾ HOẠCH", "line", "line Căn cứ"});
  CHECK(text("một\rhai\r\nba") == Lines{"line một", "line hai", "line ba"});
  for (const bool is_little : {true, false}) {
    CAPTURE(is_little);
    const std::string plain = utf16(k_plan, is_little);
    CHECK(text(plain) == k_plan_lines);
    CHECK(encoding_of(plain) == (is_little ? "UTF-16LE" : "UTF-16BE"));
    CHECK(text(utf16(u"\uFEFF", is_little) + plain) == k_plan_lines);
  }
}

TEST_CASE("Lines know where they stand in the file", "[source]") {
  const auto document = read_source("a\n\nb\n| c | d |\ne", SourceFormat::text);
  REQUIRE(document.has_value());
  REQUIRE(document->blocks.size() == 5);
  CHECK(document->blocks[2].line == 3);
  CHECK(document->blocks[3].line == 4);
  CHECK(document->blocks[4].line == 5);
  CHECK(document->blocks[4].page == 0);
}

TEST_CASE("Letters in parts become whole ones", "[source]") {
  CHECK(text("Ke\u0302\u0301 hoa\u0323ch") == Lines{"line Kế hoạch"});
  CHECK(text("tie\u0302\u0323n ty\u0309") == Lines{"line tiện tỷ"});
}

TEST_CASE("TCVN3 (ABC) is recognised by what it makes of the bytes", "[source]") {
  CHECK(text(bytes_of(k_tcvn3)) ==
        Lines{"line Cộng hòa xã hội chủ nghĩa Việt Nam", "line Độc lập - Tự do - Hạnh phúc",
              "line Kế hoạch phòng, chống tội phạm ma túy đến hết năm 2005"});
  CHECK(encoding_of(bytes_of(k_tcvn3)) == "TCVN3 (ABC)");
}

TEST_CASE("VNI is recognised by what it makes of the bytes", "[source]") {
  CHECK(text(bytes_of(k_vni)) ==
        Lines{"line Cộng hòa xã hội chủ nghĩa Việt Nam", "line Độc lập - Tự do - Hạnh phúc",
              "line KẾ HOẠCH phòng, chống tội phạm ma túy đến hết năm 2005"});
  CHECK(encoding_of(bytes_of(k_vni)) == "VNI");
}

TEST_CASE("windows-1258, with tones behind their letters, is recognised", "[source]") {
  // ê+acute, a+dot, ư+hook …: "Kế hoạch thực hiện Chỉ thị, gửi trước ngày 25/11"
  const std::string bytes =
      "K\xEA\xEC hoa\xF2"
      "ch th\xFD\xF2"
      "c hi\xEA\xF2n Chi\xD2 thi\xF2, g\xFD\xD2i "
      "tr\xFD\xF5\xEC"
      "c nga\xCCy 25/11, \xF0\xEA\xCC nghi\xF2 ba\xECo ca\xECo";
  CHECK(text(bytes) ==
        Lines{"line Kế hoạch thực hiện Chỉ thị, gửi trước ngày 25/11, đề nghị báo cáo"});
  CHECK(encoding_of(bytes) == "windows-1258");
}

TEST_CASE("Texts pasted from legacy fonts into Unicode are read as they were meant", "[source]") {
  const auto pasted = [](std::u16string_view latin) {
    std::string utf8;
    for (const char16_t c : latin) {
      if (c < 0x80)
        utf8 += static_cast<char>(c);
      else
        utf8.append({static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))});
    }
    return utf8;
  };
  CHECK(text(pasted(k_tcvn3)) == text(bytes_of(k_tcvn3)));
  CHECK(text(pasted(k_vni)) == text(bytes_of(k_vni)));
  CHECK(encoding_of(pasted(k_vni)) == "VNI");
  // ư has the place of the soft hyphen in TCVN3.
  CHECK(text(pasted(u"Ban Thư­êng vô HuyÖn ñy chØ ®¹o c¸c ®¬n vÞ tr­íc ngµy 25")).size() == 1);
  CHECK(text(pasted(u"HuyÖn ñy chØ ®¹o c¸c ®¬n vÞ b¸o c¸o tr­íc ngµy 25/11")) ==
        Lines{"line Huyện ủy chỉ đạo các đơn vị báo cáo trước ngày 25/11"});
}

TEST_CASE("What is in no encoding we know is refused, not guessed", "[source]") {
  CHECK_THAT(fault("Ceci est un caf\xE9 fran\xE7"
                   "ais, \xE9l\xE8ve \xE0 No\xEBl; na\xEFve \xE9t\xE9"),
             Contains("encoding not recognised"));
  CHECK_THAT(fault(bytes_of(u"B¸o c¸o")), Contains("encoding not recognised"));  // two words
  CHECK_THAT(fault(std::string("\xFF\xFE\0\0a\0\0\0", 8)), Contains("UTF-32"));
}

TEST_CASE("A damaged text says where", "[source]") {
  const std::string good = "Kế hoạch thực hiện Chỉ thị\nBáo cáo trước ngày hai mươi lăm\n";
  CHECK_THAT(fault(good + "Gửi ph\xF2ng"), Contains("line 3") && Contains("byte"));
  CHECK_THAT(fault("\xEF\xBB\xBFgửi\n\xC3("), Contains("line 2") && Contains("byte 10"));
  CHECK_THAT(fault(utf16(u"một\nhai", true) + "x"), Contains("line 2"));
  CHECK_THAT(fault("\xFF\xFE" + std::string("\x00\xD8", 2) + "aa"), Contains("UTF-16LE"));
  CHECK_THAT(fault(std::string("chữ\nhai\0", 10)), Contains("line 2") && Contains("not a text"));
}

TEST_CASE("Spaces are spaces, and what is not seen is not there", "[source]") {
  CHECK(text("Số:\u00A0\u2003 12\u2009/KH\u200B-UB\u00ADND\u2011X\x01\x7F") ==
        Lines{"line Số: 12 /KH-UBND-X"});
}

TEST_CASE("The wrong Đ is put right in Vietnamese, and left alone elsewhere", "[source]") {
  CHECK(text("\u00D0oàn \u0189ề án H\u00D0ND Q\u00D0-UBND \u00F0iều; Egilsson \u00D0orvaldur") ==
        Lines{"line Đoàn Đề án HĐND QĐ-UBND điều; Egilsson \u00D0orvaldur"});
}

TEST_CASE("Tables drawn with bars are rows", "[source]") {
  CHECK(markdown("| TT | Nội dung |\n|----|:---:|\n| 1 | **Họp** |\n\nHết") ==
        Lines{"row [TT] [Nội dung]", "row [1] [Họp]", "line", "line Hết"});
  CHECK(text("|\n**UBND XÃ**\n-------\n|\nCỘNG HÒA\nĐộc lập\n|\n|\nSố: 1/KH\n|\n*Xã A, ngày 2\n"
             "tháng 3*\n|\n\nKẾ HOẠCH | x") == Lines{"row [UBND XÃ⏎-------] [CỘNG HÒA⏎Độc lập]",
                                                     "row [Số: 1/KH] [Xã A, ngày 2⏎tháng 3]",
                                                     "line", "line KẾ HOẠCH | x"});
  CHECK(text("|\nmột mình") == Lines{"line |", "line một mình"});
}

TEST_CASE("Rows without their outer bars were lines of text", "[source]") {
  CHECK(text("1 | Tập huấn | Phòng Nội vụ | Tháng 4") ==
        Lines{"row [1] [Tập huấn] [Phòng Nội vụ] [Tháng 4]"});
  CHECK(text("Số: 5/KH-UBND | Bình An, ngày 02 tháng 4 năm 2025 |") ==
        Lines{"row [Số: 5/KH-UBND] [Bình An, ngày 02 tháng 4 năm 2025]"});
  CHECK(text("Họp UBND | HĐND xã") == Lines{"line Họp UBND | HĐND xã"});
}

TEST_CASE("A row of hundreds of bars is refused", "[source]") {
  CHECK_THAT(fault("một\n|a" + std::string(150, '|')),
             Contains("line 2") && Contains("100 columns"));
}

TEST_CASE("A wide gap in the head parts two columns, later it is a gap", "[source]") {
  CHECK(text("   Số  57/KH-ĐTN        Quận 8, ngày 11\nKẾ HOẠCH\n1.    Mục đích") ==
        Lines{"row [Số 57/KH-ĐTN] [Quận 8, ngày 11]", "line KẾ HOẠCH", "line 1. Mục đích"});
  std::string late;
  for (int i = 0; i < 20; ++i) late += "chữ\n";
  CHECK(text(late + "Tổng      5").back() == "line Tổng 5");
}

TEST_CASE("Marks of Markdown are left out, what looks like them stays", "[source]") {
  CHECK(markdown("## II. NHIỆM VỤ\n1\\. *Trước* **ngày 25**\n- mục\n> trích `mã`\n(*) ghi chú\n"
                 "* sao\n5*3") == Lines{"line II. NHIỆM VỤ", "line 1. Trước ngày 25", "line - mục",
                                        "line trích mã", "line (*) ghi chú", "line * sao",
                                        "line 5*3"});
}

TEST_CASE("More text than 200 pages hold is refused as text too", "[source]") {
  CHECK_THAT(fault(std::string(5 * 1024 * 1024, 'a')), Contains("200 pages"));
  CHECK_THAT(fault(std::string(60'000, '\n') + "a"), Contains("50000"));
}
