// The text of a document, cut where clauses begin and end that became items of the reading, so that
// text and items can be shown beside each other. Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "intake/plan_reading.h"

namespace dondoc {

enum class ClauseStyle { none, deadline, target, money };

/// A run of text; with items it is a clause. Clauses that overlap are one piece with the items of
/// all.
struct TextPiece {
  std::string text;
  ClauseStyle style = ClauseStyle::none;
  std::vector<std::string> items;  ///< "d1", "t1", "b1": the first deadline, target, budget line
};

using AnnotatedParagraph = std::vector<TextPiece>;

/// In reading order; all pieces together are the whole text.
/// Requires: `reading` is of `document`.
std::vector<AnnotatedParagraph> annotated_text(const SourceDocument& document,
                                               const PlanReading& reading);

/// As JSON: a list of paragraphs, each a list of pieces {"t": text, "i": items, "s": style}; of a
/// piece without items only the text. Styles: "deadline", "target", "money".
std::string annotated_json(const std::vector<AnnotatedParagraph>& paragraphs);

}  // namespace dondoc
