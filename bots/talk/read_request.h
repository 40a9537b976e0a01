// Reading what goes with a request: until when, why, for whom, and promises. Pure functions; safe
// from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "bots/talk/intent.h"
#include "bots/talk/said.h"

namespace dondoc::talk {

/// The words that begin a reason: "vì", "do", "lý do là".
struct ReasonMark {
  std::size_t at = 0;
  std::size_t length = 0;
};
/// The first at or after word `from`.
std::optional<ReasonMark> reason_mark(const Utterance& text, std::size_t from);

/// What a text says before its reason: "xin lùi báo cáo quý vì chờ quyết toán" is about the report.
std::string before_reason(const Utterance& text);

/// The slots a text may hold when a date or a span was asked for: until, days, working days. "trước
/// 30/11" is 29/11.
void read_until(const Utterance& text, LocalDate today, std::size_t from, Intent& intent);

/// "vì chờ số liệu" → "chờ số liệu"; without such a word the text behind the date; empty when there
/// is nothing.
std::string read_reason(const Utterance& text, LocalDate today, std::size_t from);

/// "chị Hoa vì đi học" → "chị Hoa", "đi học".
struct NameAndReason {
  std::string name;
  std::string reason;
};
NameAndReason split_at_reason(const Utterance& text);

/// "27/11 15h", "thứ 6", when somebody was asked for when he will send it.
std::optional<Promise> read_promise(const Utterance& text, LocalDate today, std::size_t from);

}  // namespace dondoc::talk
