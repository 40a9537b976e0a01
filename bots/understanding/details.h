// Details: what a question is about, of what kind an obstacle is, why a duty is declined – where a
// rule knew the act and not that, or no rule knew the act. Learnt as likelihood.h is, from the same
// replies. Constant once made; safe from any thread.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "bots/understanding/pattern.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

/// One word of a slot (domain.md §3): `kind` of a question, `category` of an obstacle, `reason` of
/// declining.
struct Detail {
  Kind act;
  std::string_view name;
};

/// In the order of the weights' columns; those of one act stand together.
inline constexpr std::array<Detail, 22> k_details = {{{Kind::query, "due_date"},
                                                      {Kind::query, "form"},
                                                      {Kind::query, "recipient"},
                                                      {Kind::query, "period"},
                                                      {Kind::query, "late_ok"},
                                                      {Kind::query, "status"},
                                                      {Kind::query, "format"},
                                                      {Kind::query, "document"},
                                                      {Kind::query, "contact"},
                                                      {Kind::query, "which_report"},
                                                      {Kind::query, "my_tasks"},
                                                      {Kind::blocked, "funds"},
                                                      {Kind::blocked, "waiting_guidance"},
                                                      {Kind::blocked, "waiting_data"},
                                                      {Kind::blocked, "system"},
                                                      {Kind::blocked, "absent"},
                                                      {Kind::blocked, "staff"},
                                                      {Kind::blocked, "schedule"},
                                                      {Kind::blocked, "document"},
                                                      {Kind::decline, "not_mine"},
                                                      {Kind::decline, "wrong_person"},
                                                      {Kind::decline, "left"}}};

struct LikelyDetail {
  std::string_view name;  ///< empty: the act has no details
  double share = 0;       ///< 0..1 among those of the act
};

/// By the weights in config/understanding/weights-details.tsv; `features`: feature_keys_of the
/// text.
LikelyDetail likeliest_detail(Kind act, const std::vector<WordKey>& features);

}  // namespace dondoc::understanding
