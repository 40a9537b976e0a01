// The text of one paragraph of a .docx as a reader sees it: what was deleted is gone, what was
// inserted is there, hidden text and page numbers are not. One thread.
#pragma once

#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// Footnotes and endnotes in the order in which the text refers to them.
struct DocxNotes {
  struct Reference {
    bool is_endnote = false;
    std::string id;
    std::string mark;  ///< "[1]"; endnotes: "[i]"
  };
  std::vector<Reference> references;
  /// By id, where in `references`: footnotes, endnotes.
  std::map<std::string, std::size_t, std::less<>> known[2];

  /// The mark of that note; a new one when it was not referred to before.
  std::string mark_of(std::string_view id, bool is_endnote);
};

struct DocxParagraph {
  std::string text;                      ///< '\t' for a tab, '\n' for a line break
  std::vector<pugi::xml_node> boxes;     ///< <w:txbxContent> anchored in it
  std::vector<std::string> drawn_words;  ///< WordArt, as stamps and watermarks are
  bool runs_on = false;                  ///< its end was deleted: the next paragraph belongs to it
};

/// Fields can begin in one paragraph and end in another: one reader reads all of a part, in order.
class DocxParagraphReader {
 public:
  explicit DocxParagraphReader(DocxNotes& notes) : notes_(notes) {}

  DocxParagraph read(const pugi::xml_node& paragraph);

  /// Within a table of contents, which says again what stands below.
  bool is_hidden() const;
  /// A field began and never ended: what it hid must be read without hiding (`hide_nothing`).
  bool has_open_field() const { return !fields_.empty(); }
  void hide_nothing() { hides_ = false; }

 private:
  struct Field {
    std::string instruction;
    bool shows_result = false;
  };

  void visit(const pugi::xml_node& node);
  void visit_children(const pugi::xml_node& node);
  void visit_run(const pugi::xml_node& run);
  void field_sign(const pugi::xml_node& node);
  void add(std::string_view text);
  void add_symbol(const pugi::xml_node& node);
  void find_boxes(const pugi::xml_node& node);
  bool hides(const Field& field) const;

  DocxNotes& notes_;
  std::vector<Field> fields_;
  bool hides_ = true;
  DocxParagraph paragraph_;
};

/// Of <mc:AlternateContent> the branch that is read: the first with something in it.
pugi::xml_node chosen_branch(const pugi::xml_node& alternatives);

}  // namespace dondoc
