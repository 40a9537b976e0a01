// Small files as people send them: enough of each kind to be recognised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc::test {

inline std::string pdf_file(const std::string& words = "Báo cáo") {
  return "%PDF-1.7\n1 0 obj\n<< /Title (" + words + ") >>\nendobj\n%%EOF\n";
}

inline std::string png_file() { return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16); }

inline std::string jpg_file(const std::string& words = "ảnh") {
  return std::string("\xff\xd8\xff\xe0\0\x10JFIF\0", 11) + words;
}

/// An archive of empty files with these names.
inline std::string zip_file(const std::vector<std::string>& names) {
  using namespace std::string_literals;
  const auto number = [](std::size_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    return bytes;
  };
  std::string files, list;
  for (const std::string& name : names) {
    const std::size_t at = files.size();
    files += "PK\x03\x04"s + std::string(22, '\0') + number(name.size(), 2) + "\0\0"s + name;
    list += "PK\x01\x02"s + std::string(24, '\0') + number(name.size(), 2) + std::string(12, '\0') +
            number(at, 4) + name;
  }
  return files + list + "PK\x05\x06"s + std::string(4, '\0') + number(names.size(), 2) +
         number(names.size(), 2) + number(list.size(), 4) + number(files.size(), 4) + "\0\0"s;
}

inline std::string docx_file() {
  return zip_file({"[Content_Types].xml", "word/document.xml", "word/styles.xml"});
}
inline std::string xlsx_file() { return zip_file({"[Content_Types].xml", "xl/workbook.xml"}); }

/// Word or Excel until 2003, by the name of the stream in it.
inline std::string compound_file(std::string_view stream) {
  std::string file("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  file += std::string(504, '\0');
  for (char c : stream) file += std::string{c, '\0'};
  return file;
}

}  // namespace dondoc::test
