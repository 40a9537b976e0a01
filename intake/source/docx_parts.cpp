#include "intake/source/docx_parts.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "intake/source/source_limits.h"
#include "intake/source/xml_part.h"
#include "intake/source/zip_reading.h"

namespace dondoc {
namespace {

struct Relation {
  std::string type;  ///< the last word of its address: "officeDocument", "header"
  std::string target;
};

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == part.npos ? std::string() : part.substr(0, slash + 1);
}

/// "word/document.xml" → "word/_rels/document.xml.rels".
std::string relations_of(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// A target as producers write it: "styles.xml", "/word/styles.xml", "../word/styles.xml".
std::string resolved(std::string folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool is_up = target.starts_with("../");
    target = target.substr(is_up ? 3 : 2);
    if (!is_up || folder.empty()) continue;
    folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + target;
}

class DocxOpener {
 public:
  explicit DocxOpener(const ZipReading& zip) : zip_(zip) {}

  Result<DocxParts> run() {
    const std::string body = name_of_body();
    if (fault_) return tl::unexpected(*fault_);
    if (body.empty()) return failure(ErrorKind::permanent, other_kind());
    parts_.body = part(body);
    if (fault_) return tl::unexpected(*fault_);
    if (parts_.body == nullptr || local_name(parts_.body->document_element()) != "document")
      return failure(ErrorKind::permanent, body + ": no Word document");
    for (const Relation& relation : relations(relations_of(body)))
      take(relation, resolved(folder_of(body), relation.target));
    if (fault_) return tl::unexpected(*fault_);
    return std::move(parts_);
  }

 private:
  std::string other_kind() const {
    if (zip_.has("xl/workbook.xml")) return "an Excel workbook, not a Word document";
    if (zip_.has("mimetype")) return "a document of LibreOffice (.odt): save it as .docx";
    return "a zip file without a Word document in it";
  }

  std::string name_of_body() {
    for (const Relation& relation : relations("_rels/.rels"))
      if (relation.type == "officeDocument" && relation.target.find("word/") != std::string::npos)
        return resolved({}, relation.target);
    return zip_.has("word/document.xml") ? "word/document.xml" : "";
  }

  void take(const Relation& relation, const std::string& name) {
    if (relation.type == "styles") parts_.styles = part(name);
    if (relation.type == "numbering") parts_.numbering = part(name);
    if (relation.type == "footnotes") parts_.footnotes = part(name);
    if (relation.type == "endnotes") parts_.endnotes = part(name);
    const bool is_margin = relation.type == "header" || relation.type == "footer";
    if (!is_margin || parts_.margins.size() >= source_limits::header_parts) return;
    if (auto margin = part(name)) parts_.margins.push_back(std::move(margin));
  }

  /// None when there is no such part, or with the fault set.
  DocxParts::Part part(const std::string& name) {
    if (fault_ || !zip_.has(name)) return nullptr;
    const auto bytes = zip_.entry(name, source_limits::part_bytes);
    if (!bytes) return failed(bytes.error());
    unpacked_ += bytes->size();
    if (unpacked_ > 2 * source_limits::part_bytes)
      return failed({ErrorKind::permanent, "the document unpacks to more than 64 MB of text"});
    auto parsed = parse_part(name, *bytes);
    if (!parsed) return failed(parsed.error());
    return *std::move(parsed);
  }

  DocxParts::Part failed(Error error) {
    fault_ = std::move(error);
    return nullptr;
  }

  std::vector<Relation> relations(const std::string& name) {
    std::vector<Relation> found;
    const auto document = part(name);
    if (!document) return found;
    for (const pugi::xml_node& node : document->document_element().children()) {
      if (local_name(node) != "Relationship" || value_of(node, "TargetMode") == "External")
        continue;
      const std::string_view type = value_of(node, "Type");
      found.push_back(
          {std::string(type.substr(type.rfind('/') + 1)), std::string(value_of(node, "Target"))});
    }
    return found;
  }

  const ZipReading& zip_;
  DocxParts parts_;
  std::size_t unpacked_ = 0;
  std::optional<Error> fault_;
};

}  // namespace

Result<DocxParts> open_docx(std::string_view bytes) {
  const auto zip = ZipReading::open(bytes);
  if (!zip) return tl::unexpected(zip.error());
  return DocxOpener(*zip).run();
}

}  // namespace dondoc
