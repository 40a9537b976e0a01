// One document in every format and encoding that offices send: `dondoc read` finds the same items.
#include <utf8proc.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/temporary_folder.h"
#include "engine/text/vietnamese.h"
#include "intake/language/paragraph.h"
#include "intake/source/code_points.h"
#include "intake/source/legacy_encodings.h"
#include "tests/intake/reading_score.h"
#include "tests/intake/source_samples.h"
#include "tests/served/program.h"

using namespace dondoc;

namespace {

using intake::Paragraph;
using nlohmann::json;

const std::string k_program = DONDOC_PROGRAM;
constexpr const char* k_names[] = {"tiem-chung-huyen",
                                   "phong-chong-thien-tai-tinh",
                                   "nam-hoc-so-giao-duc",
                                   "cai-cach-hanh-chinh-thong-bao",
                                   "chuyen-doi-so-bang-nhiem-vu",
                                   "phu-nu-khoi-nghiep",
                                   "tong-dieu-tra-nong-nghiep"};

/// Without those whose head is drawn with spaces, which no word processor makes.
constexpr const char* k_printed[] = {"tiem-chung-huyen",
                                     "phong-chong-thien-tai-tinh",
                                     "cai-cach-hanh-chinh-thong-bao",
                                     "chuyen-doi-so-bang-nhiem-vu",
                                     "phu-nu-khoi-nghiep",
                                     "tong-dieu-tra-nong-nghiep",
                                     "van-hoa-gia-dinh-phuong"};

std::string whole_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<Paragraph> paragraphs_of(const std::string& name) {
  return intake::paragraphs_of(intake_tests::lines_of(
      whole_text(DONDOC_SOURCE_DIR "/tests/intake/documents/" + name + ".txt")));
}

// --- shapes ---

std::string row_of(const Paragraph& row) {
  std::string line = "|";
  for (const std::string& cell : row.cells) line += " " + cell + " |";
  return line;
}

/// Lines of at most `width` bytes, a blank line between paragraphs; 0: each paragraph one line.
std::string text_of(const std::vector<Paragraph>& paragraphs, std::size_t width) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.kind == intake::ParagraphKind::table_row) {
      text += row_of(paragraph) + "\n";
      continue;
    }
    std::size_t length = 0;
    for (std::size_t at = 0; at < paragraph.text.size();) {
      auto space = paragraph.text.find(' ', at);
      if (space == std::string::npos) space = paragraph.text.size();
      const bool breaks = width > 0 && length > 0 && length + space - at > width;
      if (at > 0) text += breaks ? '\n' : ' ';
      length = breaks ? space - at : length + space - at + 1;
      text += paragraph.text.substr(at, space - at);
      at = space + 1;
    }
    text += "\n\n";
  }
  return text;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

/// As Word makes them: borders, margins in the cells, a narrow column for the numbers.
std::string table_of(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t k_number_width = 700, k_width = 9'300;  // twips
  const std::size_t others = std::max<std::size_t>(1, rows.front().size() - 1);
  const auto width = [&](std::size_t column) {
    return std::to_string(column == 0 ? k_number_width : (k_width - k_number_width) / others);
  };
  std::string xml =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9300\" "
      "w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left "
      "w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right "
      "w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV "
      "w:val=\"single\" w:sz=\"4\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
      "<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
      "</w:tblCellMar></w:tblPr><w:tblGrid>";
  for (std::size_t i = 0; i < rows.front().size(); ++i)
    xml += "<w:gridCol w:w=\"" + width(i) + "\"/>";
  xml += "</w:tblGrid>";
  for (const auto& row : rows) {
    xml += "<w:tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
      xml += "<w:tc><w:tcPr><w:tcW w:w=\"" + width(i) + "\" w:type=\"dxa\"/></w:tcPr>" +
             sample::paragraph(row[i]) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string docx_of(const std::vector<Paragraph>& paragraphs) {
  std::string body;
  std::vector<std::vector<std::string>> rows;
  const auto close_table = [&] {
    if (!rows.empty()) body += table_of(rows) + sample::paragraph("");
    rows.clear();
  };
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.kind == intake::ParagraphKind::table_row) {
      rows.emplace_back();
      for (const std::string& cell : paragraph.cells) rows.back().push_back(escaped(cell));
      continue;
    }
    close_table();
    body += sample::paragraph(escaped(paragraph.text),
                              "<w:spacing w:after=\"120\"/><w:ind w:firstLine=\"567\"/>");
  }
  close_table();
  return sample::docx(body);
}

// --- encodings ---

std::string decomposed(const std::string& text) {
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> nfd(
      utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())), &std::free);
  return reinterpret_cast<const char*>(nfd.get());
}

std::string with_hard_spaces(const std::string& text) {
  std::string hard;
  std::size_t spaces = 0;
  for (const char c : text) {
    if (c == ' ' && ++spaces % 3 == 0) {
      hard += "\xC2\xA0";
    } else {
      hard += c;
    }
  }
  return hard;
}

std::string in_utf16(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char32_t point : code_points_of(text)) {
    REQUIRE(point < 0x10000);
    wide += static_cast<char>(point & 0xff);
    wide += static_cast<char>(point >> 8);
  }
  return wide;
}

/// Which bytes each letter is written with: the decoding turned round.
std::map<char32_t, std::string> letters_of(LegacyEncoding encoding) {
  std::map<char32_t, std::string> letters;
  const auto learn = [&](const std::string& bytes) {
    const std::u32string western = as_western(bytes);
    const auto meant = code_points_of(nfc(utf8_of(read_as(encoding, western))));
    if (meant.size() == 1) letters.emplace(meant[0], bytes);
  };
  for (const char letter : std::string_view("aeiouyAEIOUY\xf4\xf6\xd4\xd6")) {
    for (int byte = 0x80; byte < 256; ++byte) learn({letter, static_cast<char>(byte)});
  }
  for (int byte = 1; byte < 256; ++byte) learn({static_cast<char>(byte)});
  return letters;
}

/// Letters that the encoding has not: of TCVN3 the capitals with a tone, typed as small ones.
std::string encoded(std::string text, LegacyEncoding encoding) {
  for (auto at = text.find("Ủy"); at != text.npos; at = text.find("Ủy", at))
    text.replace(at, std::string_view("Ủy").size(), "Uỷ");
  const auto letters = letters_of(encoding);
  std::string bytes;
  for (const char32_t point : code_points_of(text)) {
    auto found = letters.find(point);
    if (found == letters.end())
      found = letters.find(code_points_of(lower_case(utf8_of(std::u32string(1, point))))[0]);
    INFO(utf8_of(std::u32string(1, point)));
    REQUIRE(found != letters.end());
    bytes += found->second;
  }
  return bytes;
}

// --- reading ---

/// What the reader says, without where in the file it stands and how it is printed there.
json items_of(const std::string& path) {
  const test::Ended ended = test::run_program({k_program, "read", path, "--json"});
  INFO(path << ": " << ended.err);
  REQUIRE(ended.status == 0);
  json items = json::parse(ended.out);
  for (const char* list : {"deadlines", "targets", "budget"}) {
    for (json& item : items[list]) {
      item.erase("line");
      item.erase("quote");
    }
  }
  items.erase("encoding");
  items.erase("questions");  // they name lines
  return items;
}

/// TCVN3 keeps no capitals with tones.
json in_small_letters(const json& items) {
  std::string text = lower_case(items.dump());
  for (auto at = text.find("uỷ"); at != text.npos; at = text.find("uỷ", at))
    text.replace(at, std::string_view("uỷ").size(), "ủy");
  return json::parse(text);
}

/// What is said otherwise, as a JSON patch (RFC 6902).
std::string difference(const json& expected, const json& got) {
  return json::diff(expected, got).dump();
}

std::string converter() {
  for (const char* place : {"/usr/bin/soffice", "/usr/bin/libreoffice"}) {
    if (std::filesystem::exists(place)) return place;
  }
  return {};
}

}  // namespace

TEST_CASE("a document says the same in every format and encoding", "[formats]") {
  const TemporaryFolder folder;
  for (const std::string name : k_names) {
    const auto paragraphs = paragraphs_of(name);
    const std::string text = text_of(paragraphs, 0);
    write(folder.file("plain.txt"), text);
    const json plain = items_of(folder.file("plain.txt"));
    INFO(name);
    REQUIRE(plain["deadlines"].size() >= 3);
    const auto check = [&](const std::string& file, const std::string& bytes) {
      write(folder.file(file), bytes);
      INFO(file);
      CHECK(difference(plain, items_of(folder.file(file))) == "[]");
    };
    check("nfd.txt", decomposed(text));
    check("hard-spaces.txt", with_hard_spaces(text));
    check("wrapped.txt", text_of(paragraphs, 76));
    check("utf16.txt", in_utf16(text));
    check("vni.txt", encoded(text, LegacyEncoding::vni));
    check("word.docx", docx_of(paragraphs));
    write(folder.file("tcvn3.txt"), encoded(text, LegacyEncoding::tcvn3));
    CHECK(difference(in_small_letters(plain),
                     in_small_letters(items_of(folder.file("tcvn3.txt")))) == "[]");
  }
}

TEST_CASE("a document says the same as the PDF that LibreOffice prints of it", "[formats]") {
  if (converter().empty()) {
    std::puts("skipped: no LibreOffice here to print PDFs");
    return;
  }
  const TemporaryFolder folder;
  std::vector<std::string> command = {
      converter(),    "--headless", "-env:UserInstallation=file://" + folder.file("profile"),
      "--convert-to", "pdf",        "--outdir",
      folder.path()};
  for (const std::string name : k_printed) {
    write(folder.file(name + ".docx"), docx_of(paragraphs_of(name)));
    command.push_back(folder.file(name + ".docx"));
  }
  const test::Ended ended = test::run_program(command);
  INFO(ended.out << ended.err);
  REQUIRE(ended.status == 0);
  for (const std::string name : k_printed) {
    INFO(name);
    CHECK(difference(items_of(folder.file(name + ".docx")), items_of(folder.file(name + ".pdf"))) ==
          "[]");
  }
}
