// Workbooks made in memory, whole and broken, for tests of what reads them.
#pragma once

#include <zip.h>

#include <map>
#include <string>
#include <vector>

namespace dondoc::test {

/// Entries by name.
using ZipParts = std::map<std::string, std::string>;

/// The bytes of a zip file with these entries.
inline std::string zipped(const ZipParts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  zip_source_open(whole);
  zip_source_seek(whole, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(whole)), '\0');
  zip_source_seek(whole, 0, SEEK_SET);
  zip_source_read(whole, bytes.data(), bytes.size());
  zip_source_close(whole);
  zip_source_free(whole);
  return bytes;
}

inline ZipParts workbook(const std::string& rows, const std::string& texts = "") {
  ZipParts parts;
  parts["xl/workbook.xml"] =
      R"(<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>)";
  parts["xl/_rels/workbook.xml.rels"] =
      R"(<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>)";
  parts["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  if (!texts.empty()) parts["xl/sharedStrings.xml"] = "<sst>" + texts + "</sst>";
  return parts;
}

inline std::string cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline std::string row(int number, const std::vector<std::string>& texts) {
  std::string cells;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty())
      cells += cell(static_cast<char>('A' + i) + std::to_string(number), texts[i]);
  }
  return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

}  // namespace dondoc::test
