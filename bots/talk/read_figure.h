// Reading the answer to one field of a form: a value of the field's type, or why there is none.
// Pure; safe from any thread.
#pragma once

#include "bots/talk/said.h"
#include "engine/plan/plan.h"
#include "engine/state/assignment.h"

namespace dondoc::talk {

enum class Reading {
  value,
  nothing,       ///< no value in it
  several,       ///< more than one number
  out_of_range,  ///< a percentage above 100, a negative number, too many digits
  not_whole,     ///< 2,5 sessions
};

struct ReadFigure {
  Reading reading = Reading::nothing;
  FigureValue value;
  bool estimate = false;  ///< "khoảng 300", "ước 300"
};

ReadFigure read_figure(FieldType type, const Utterance& text);

/// "không", "không có gì", "không có vướng mắc": nothing to tell in a field of text.
bool says_nothing(const Utterance& text);

}  // namespace dondoc::talk
