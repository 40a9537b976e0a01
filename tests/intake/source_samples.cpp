#include "tests/intake/source_samples.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "reports/zip_archive.h"

namespace dondoc::sample {
namespace {

constexpr const char* k_namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
/// No word processor opens a document without it.
constexpr const char* k_content_types =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
    "officedocument.wordprocessingml.document.main+xml\"/></Types>";
constexpr const char* k_types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string part(std::string_view root, std::string_view inside) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:{0} {1}>{2}</w:{0}>",
      root, k_namespaces, inside);
}

std::string relation(std::string_view type, std::string_view target) {
  return fmt::format("<Relationship Id=\"r{}\" Type=\"{}{}\" Target=\"{}\"/>", target, k_types,
                     type, target);
}

std::string relations(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::line:
      return "line";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "item";
    case BlockKind::table_row:
      return "row";
    case BlockKind::footnote:
      return "footnote";
  }
  return "?";
}

std::string shown(std::string cell) {
  for (auto at = cell.find('\n'); at != std::string::npos; at = cell.find('\n', at))
    cell.replace(at, 1, "⏎");
  return " [" + cell + "]";
}

}  // namespace

std::string paragraph(std::string_view text, std::string_view properties) {
  return fmt::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                     properties, text);
}

std::string item(std::string_view text, int list, int level) {
  return paragraph(
      text,
      fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>", level, list));
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<w:tbl>";
  for (const auto& row : rows) {
    xml += "<w:tr>";
    for (const std::string& cell : row) xml += "<w:tc>" + paragraph(cell) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string docx(const DocxSample& sample) {
  struct Part {
    std::string_view name;
    std::string_view root;
    const std::string& inside;
  };
  const Part k_parts[] = {{"numbering", "numbering", sample.numbering},
                          {"styles", "styles", sample.styles},
                          {"footnotes", "footnotes", sample.footnotes},
                          {"endnotes", "endnotes", sample.endnotes},
                          {"header", "hdr", sample.header}};
  std::string others;
  std::vector<ZipMember> members = {
      {"_rels/.rels", relations(relation("officeDocument", "word/document.xml"))},
      {"word/document.xml", part("document", "<w:body>" + sample.body + "</w:body>")}};
  for (const Part& each : k_parts) {
    if (each.inside.empty()) continue;
    others += relation(each.name, fmt::format("{}.xml", each.name));
    members.push_back({fmt::format("word/{}.xml", each.name), part(each.root, each.inside)});
  }
  members.push_back({"word/_rels/document.xml.rels", relations(others)});
  members.push_back({"[Content_Types].xml", k_content_types});
  return zip_archive(members);
}

std::string docx(std::string_view body) {
  DocxSample sample;
  sample.body = body;
  return docx(sample);
}

std::string docx_of_part(const std::string& document_xml) {
  return zip_archive({{"_rels/.rels", relations(relation("officeDocument", "word/document.xml"))},
                      {"word/document.xml", document_xml}});
}

std::vector<std::string> described(const SourceDocument& document) {
  std::vector<std::string> lines;
  for (const SourceBlock& block : document.blocks) {
    std::string line(name_of(block.kind));
    if (!block.text.empty()) line += " " + block.text;
    for (const std::string& cell : block.cells) line += shown(cell);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> read(std::string_view bytes, SourceFormat format) {
  const auto document = read_source(bytes, format);
  INFO((document ? std::string() : document.error().message));
  REQUIRE(document.has_value());
  return described(*document);
}

std::string fault_of(std::string_view bytes, SourceFormat format) {
  const auto document = read_source(bytes, format);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().kind == ErrorKind::permanent);
  return document.error().message;
}

}  // namespace dondoc::sample
