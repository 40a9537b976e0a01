// Indicators: the figures of a report, each under the slug of what was counted (domain.md §3): "3
// cuộc, 245 lượt người" → so_cuoc 3, luot_nguoi 245. The form of a duty maps slugs to its fields.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "bots/understanding/mentions.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

struct FoundFigure {
  std::string slug;                         ///< "luot_nguoi"; lower case, no diacritics
  std::variant<double, std::string> value;  ///< text for grades: "Khá"
  bool whole = false;
  bool approximate = false;  ///< "khoảng 150 người"
  bool money = false;
  bool is_total = false;        ///< "tổng 3 cuộc"
  bool is_before_noun = false;  ///< "3 cuộc"; not "số cuộc: 3"
  std::size_t begin = 0;        ///< first word of number and noun
  std::size_t end = 0;
};

/// Every number of the text that counts something, in order. Numbers inside dates, codes, shares of
/// the work and numbers of documents are not figures.
std::vector<FoundFigure> find_figures(const Utterance& text, const Mentions& mentions);

}  // namespace dondoc::understanding
