// What a text of a data file may look like (workflows/schema). Immutable values; safe from any
// thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace dondoc {

/// Length in characters, both ends included, and a shape.
struct TextRule {
  std::size_t shortest = 0;
  std::size_t longest = 2000;
  bool (*fits)(std::string_view) = nullptr;  ///< none: any text without control characters
  std::string_view shape;                    ///< what `fits` asks for, in words
};

namespace rules {

extern const TextRule any_text;    ///< may be empty
extern const TextRule some_text;   ///< must say something
extern const TextRule short_name;  ///< for boards on a phone
extern const TextRule label;       ///< of a state, in one language
extern const TextRule button_label;
extern const TextRule unit_id;         ///< "ubnd-phuong-6"; units, groups, forms, persons
extern const TextRule plan_id;         ///< "B-HPN-HM-2023"
extern const TextRule obligation_id;   ///< "B20"
extern const TextRule question_id;     ///< "B-Q1"
extern const TextRule question_topic;  ///< an obligation, "plan" or "units"
extern const TextRule target_id;       ///< "T1"
extern const TextRule name_id;       ///< "so_cuoc"; form fields, states, triggers, ladders, buttons
extern const TextRule rung_id;       ///< "D-7", "lead", "ack-repeat"
extern const TextRule message_id;    ///< "M-01", "digest"
extern const TextRule source_line;   ///< "81", "27-29", "83, 85"
extern const TextRule web_address;   ///< https, or http on this machine
extern const TextRule host_pattern;  ///< "*.zdn.vn"

}  // namespace rules
}  // namespace dondoc
