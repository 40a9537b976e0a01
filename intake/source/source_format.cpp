#include <fmt/format.h>

#include <array>

#include "engine/text/vietnamese.h"
#include "intake/source/source_faults.h"
#include "intake/source_document.h"

namespace dondoc {
namespace {

enum class Content { zip, pdf, compound, rich_text, other };

bool has_name_in_utf16(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide.append({c, '\0'});
  return bytes.find(wide) != bytes.npos;
}

Content content_of(std::string_view bytes) {
  // Readers allow other bytes before the head of a PDF (ISO 32000-1, annex H.3).
  constexpr std::size_t k_pdf_head = 1024;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Content::zip;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Content::compound;
  if (bytes.starts_with("{\\rtf")) return Content::rich_text;
  if (bytes.substr(0, k_pdf_head).find("%PDF-") != bytes.npos) return Content::pdf;
  return Content::other;
}

/// Of Word's compound files (MS-CFB): an old .doc, or the container of an encrypted .docx
/// (MS-OFFCRYPTO).
std::string compound_fault(std::string_view bytes) {
  return has_name_in_utf16(bytes, "EncryptedPackage") ? k_locked_fault : k_old_word_fault;
}

std::string_view kind_of(Content content) {
  switch (content) {
    case Content::zip:
      return "a .docx or another zip file";
    case Content::pdf:
      return "a PDF";
    case Content::compound:
      return "a document of Word 97-2003";
    case Content::rich_text:
      return "a document in rich text (RTF): save it as .docx";
    case Content::other:
      break;
  }
  return "of another format";
}

struct Ending {
  std::string_view ending;
  SourceFormat format;
  Content content;
};
constexpr std::array<Ending, 4> k_endings = {{
    {".docx", SourceFormat::docx, Content::zip},
    {".pdf", SourceFormat::pdf, Content::pdf},
    {".txt", SourceFormat::text, Content::other},
    {".md", SourceFormat::markdown, Content::other},
}};

tl::unexpected<Error> refused(std::string why) {
  return failure(ErrorKind::permanent, std::move(why));
}

}  // namespace

Result<SourceFormat> source_format(std::string_view name, std::string_view bytes) {
  const std::string small = lower_case(name);
  const Content content = content_of(bytes);
  if (bytes.empty()) return refused("the file is empty");
  if (small.ends_with(".doc") || small.ends_with(".rtf")) return refused(k_old_word_fault);
  for (const Ending& each : k_endings) {
    if (!small.ends_with(each.ending)) continue;
    if (content == each.content) return each.format;
    if (content == Content::compound) return refused(compound_fault(bytes));
    return refused(
        fmt::format("its name says {}, but its content is {}", each.ending, kind_of(content)));
  }
  return refused("not a .docx, .pdf, .txt or .md file");
}

}  // namespace dondoc
