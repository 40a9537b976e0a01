// Which answers of a report speak of difficulties (khó khăn, vướng mắc): a form marks no such
// field, its label does. Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/plan/plan.h"

namespace dondoc {

/// A text field whose label asks for khó khăn or vướng mắc.
bool asks_for_difficulties(const Field& field);

/// "Không", "chưa có khó khăn gì", "-": an answer that names no difficulty. "Không có kinh phí"
/// names one.
bool names_no_difficulty(std::string_view answer);

/// Equal for answers that differ only in capitals, accents, spaces or punctuation.
std::string difficulty_key(std::string_view answer);

}  // namespace dondoc
