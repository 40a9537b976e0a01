#include "intake/source/read_docx.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "intake/source/docx_body.h"
#include "intake/source/docx_parts.h"
#include "intake/source/source_limits.h"
#include "intake/source/xml_part.h"

namespace dondoc {
namespace {

pugi::xml_node root_of(const DocxParts::Part& part) {
  return part ? part->document_element() : pugi::xml_node();
}

class DocxReader {
 public:
  DocxReader(const DocxParts& parts, std::vector<std::string>& aside)
      : parts_(parts), aside_(aside), side_numbers_(numbering()) {
    for (const pugi::xml_node& note : root_of(parts_.footnotes).children())
      notes_[0].emplace(value_of(note, "id"), note);
    for (const pugi::xml_node& note : root_of(parts_.endnotes).children())
      notes_[1].emplace(value_of(note, "id"), note);
  }

  Result<SourceDocument> run() {
    const pugi::xml_node body = child_of(root_of(parts_.body), "body");
    SourceDocument document;
    DocxNotes notes;
    bool over_limit = false;
    if (!read_body(body, HidesFields::yes, notes, document.blocks, over_limit)) {
      notes = {};
      read_body(body, HidesFields::no, notes, document.blocks, over_limit);
    }
    for (const DocxNotes::Reference& reference : notes.references)
      over_limit |= !add_note(reference, document.blocks);
    for (const DocxParts::Part& margin : parts_.margins) over_limit |= !read_margin(margin);
    if (over_limit || document.blocks.size() > source_limits::blocks)
      return failure(ErrorKind::permanent, "more text or tables than 200 pages hold");
    return document;
  }

 private:
  enum class HidesFields { yes, no };

  DocxNumbering numbering() const { return {root_of(parts_.numbering), root_of(parts_.styles)}; }

  /// False when a field that begins never ends: it would hide all that follows.
  bool read_body(const pugi::xml_node& body, HidesFields hides, DocxNotes& notes,
                 std::vector<SourceBlock>& blocks, bool& over_limit) {
    DocxNumbering numbers = numbering();
    DocxBodyReader reader(numbers, notes);
    if (hides == HidesFields::no) reader.hide_nothing();
    reader.read(body);
    if (hides == HidesFields::yes && reader.has_open_field()) return false;
    set_aside(reader);
    over_limit = reader.is_over_limit();
    blocks = reader.take();
    return true;
  }

  void set_aside(const DocxBodyReader& reader) {
    for (const std::string& words : reader.drawn_words()) aside_.push_back(words);
  }

  bool read_margin(const DocxParts::Part& margin) {
    DocxNotes none;
    DocxBodyReader reader(side_numbers_, none);
    reader.read(root_of(margin));
    set_aside(reader);
    for (const SourceBlock& block : reader.blocks()) {
      aside_.push_back(block.text);
      for (const std::string& cell : block.cells) aside_.push_back(cell);
    }
    return !reader.is_over_limit();
  }

  pugi::xml_node note_of(const DocxNotes::Reference& reference) const {
    const auto& notes = notes_[reference.is_endnote ? 1 : 0];
    const auto found = notes.find(reference.id);
    return found == notes.end() ? pugi::xml_node() : found->second;
  }

  bool add_note(const DocxNotes::Reference& reference, std::vector<SourceBlock>& blocks) {
    DocxNotes none;
    DocxBodyReader reader(side_numbers_, none);
    reader.read(note_of(reference));
    std::string text = reference.mark;
    for (const SourceBlock& block : reader.blocks()) {
      text.append(" ").append(block.text);
      for (const std::string& cell : block.cells) text.append(" ").append(cell);
    }
    note_bytes_ += text.size();
    if (text != reference.mark)
      blocks.push_back({BlockKind::footnote, std::move(text), {}, 0, 0, 0});
    return !reader.is_over_limit() && note_bytes_ <= source_limits::text_bytes;
  }

  const DocxParts& parts_;
  std::vector<std::string>& aside_;
  std::map<std::string, pugi::xml_node, std::less<>> notes_[2];
  DocxNumbering side_numbers_;  ///< of notes, headers and footers: they do not count the body on
  std::size_t note_bytes_ = 0;
};

}  // namespace

Result<SourceDocument> read_docx(std::string_view bytes, std::vector<std::string>& aside) {
  const auto parts = open_docx(bytes);
  if (!parts) return tl::unexpected(parts.error());
  return read_docx(*parts, aside);
}

Result<SourceDocument> read_docx(const DocxParts& parts, std::vector<std::string>& aside) {
  return DocxReader(parts, aside).run();
}

}  // namespace dondoc
