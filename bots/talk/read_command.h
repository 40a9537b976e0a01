// Reading typed commands: a text to an intent with its slots. What is not certainly a command is Act::none: free sentences are
// understood elsewhere. Looks codes up, changes nothing. Engine's thread only.
#pragma once

#include "bots/talk/intent.h"
#include "bots/talk/utterance.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// `today` is the day the text was written on: "mai" counts from it.
Intent read_command(const World& world, const Utterance& text, LocalDate today);

/// The slots a text may hold when a date or a span was asked for: until, days, working days. "trước 30/11" is 29/11.
void read_until(const Utterance& text, LocalDate today, std::size_t from, Intent& intent);

/// "vì chờ số liệu" → "chờ số liệu"; without such a word the text behind the date; empty when there is nothing.
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
