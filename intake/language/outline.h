// Outline: what each paragraph of a document is part of: its head, its grounds, an item below a
// heading, the list of recipients. Values only; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "intake/language/list_mark.h"
#include "intake/language/paragraph.h"
#include "intake/language/token.h"

namespace dondoc::intake {

enum class Zone { head, grounds, body, recipients, signature, footnote };

constexpr std::size_t k_no_node = static_cast<std::size_t>(-1);

struct Node {
  Paragraph paragraph;
  Tokens tokens;
  ListMark mark;
  std::size_t content = 0;  ///< first token behind the mark
  Zone zone = Zone::body;
  std::size_t parent = k_no_node;  ///< the heading or lead-in above it

  std::string_view text() const { return paragraph.text; }
  /// As printed, between two tokens.
  std::string_view text_of(std::size_t begin, std::size_t end) const;
};

struct Outline {
  std::vector<Node> nodes;
  std::size_t type_line = k_no_node;                           ///< "KẾ HOẠCH"
  std::size_t title_begin = k_no_node, title_end = k_no_node;  ///< nodes of the subject
  bool letter = false;                                         ///< "Kính gửi:"
};

Outline outline_of(const SourceDocument& document);

/// The words of a type line at the front of the text, all in capitals: "KẾ HOẠCH"; 0: none.
std::size_t document_type_length(const Node& node);

bool all_capitals(std::string_view text);

}  // namespace dondoc::intake
