// Reply label: what `dondoc understand` prints of a meaning, one JSON object a line (domain.md §3,
// with `confidence`, `pii` and `secret`). Pure.
#pragma once

#include <string>

#include "bots/understanding/understand.h"

namespace dondoc {

/// One line of JSON without a line break. The text of the reply is in none of its values when the
/// guard refused it, save what the label asks for: figures, dates and kinds.
std::string reply_label(const understanding::Meaning& meaning);

/// For people: each act with the rules that gave it, several lines.
std::string reply_explanation(const understanding::Meaning& meaning);

}  // namespace dondoc
