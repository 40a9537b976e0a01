// Which times are deadlines: a date in a plan may also be a citation, a fact, an anniversary or
// part of a name. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "intake/language/due_resolution.h"
#include "intake/language/sentence.h"

namespace dondoc::intake {

/// A sentence, or the cell of a table, in which times are judged.
struct TimeContext {
  const Node& node;
  const NodeSentences& all;
  const Sentence& sentence;
  const DateFrame& frame;
  std::size_t label_end = 0;   ///< token behind "Thời gian thực hiện:"; 0: none
  bool report_above = false;   ///< a lead-in or heading speaks of reporting
  bool whole_is_time = false;  ///< a cell below "Thời hạn"
};

/// The rule by which it is a deadline; none: it is not.
std::optional<std::string_view> dated_rule(const TimeContext& context, std::size_t time);
std::optional<std::string_view> rhythm_rule(const TimeContext& context, std::size_t time);
std::optional<std::string_view> open_rule(const TimeContext& context, std::size_t time);

/// A citation, a fact or told of the past, whatever its words.
bool is_no_deadline(const TimeContext& context, std::size_t time);

}  // namespace dondoc::intake
