// A .docx or .xlsx opened again: its members and their XML.
#pragma once

#include <zip.h>

#include <catch2/catch.hpp>
#include <map>
#include <pugixml.hpp>
#include <string>

namespace dondoc::sample {

/// Path → bytes. Fails the test when the bytes are no zip archive.
inline std::map<std::string, std::string> members_of(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  REQUIRE(source != nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  REQUIRE(archive != nullptr);
  std::map<std::string, std::string> members;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    std::string text(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
    zip_fclose(file);
    members[stat.name] = text;
  }
  zip_discard(archive);
  return members;
}

/// Fails the test when the member is absent or no XML.
inline pugi::xml_document xml_of(const std::string& bytes, const std::string& member) {
  const auto members = members_of(bytes);
  REQUIRE(members.contains(member));
  pugi::xml_document document;
  REQUIRE(document.load_string(members.at(member).c_str(), pugi::parse_full));
  return document;
}

inline std::string text_in(pugi::xml_node node) {
  std::string text;
  for (const auto& found : node.select_nodes(".//w:t")) text += found.node().text().get();
  return text;
}

}  // namespace dondoc::sample
