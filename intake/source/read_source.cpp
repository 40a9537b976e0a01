#include "intake/source_document.h"

namespace dondoc {

Result<SourceFormat> source_format(std::string_view name, std::string_view) {
  if (name.ends_with(".txt")) return SourceFormat::text;
  if (name.ends_with(".md")) return SourceFormat::markdown;
  return failure(ErrorKind::permanent, "not a .docx, .pdf, .txt or .md file");
}

Result<SourceDocument> read_source(std::string_view bytes, SourceFormat) {
  SourceDocument document;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    std::string text(bytes.substr(0, end));
    if (text.ends_with('\r')) text.pop_back();
    document.blocks.push_back({BlockKind::line, std::move(text), {}, ++number, 0, 0});
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
  }
  return document;
}

}  // namespace dondoc
