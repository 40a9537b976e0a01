// The words that fill message texts: form of address, duty, due dates as people read them. Pure
// functions.
#pragma once

#include <string>

#include "engine/command/decide.h"

namespace dondoc {

/// A refusal, in the language of whoever is told.
std::string in_words(const Definitions& definitions, const Phrase& phrase,
                     std::string_view language);

/// Why the program did something, of an event's `reason` and `why` (engine/event/event.h).
std::string reason_in_words(const MessageBook& book, const std::string& reason,
                            const std::string& why);

/// "24/11/2023", or "15/10/2017 (Chủ nhật), áp dụng 16/10/2017" when the day was moved; "chưa ấn
/// định" without a date.
std::string due_in_words(const MessageBook& book, const std::optional<Due>& due);

/// What the duty is, shortened at a word boundary to fit a chat line.
std::string duty_in_words(const World& world, const Assignment& assignment, std::size_t characters);

/// Where the report goes: unit, passing through an office or desk if the plan says so.
std::string recipient_in_words(const World& world, const Assignment& assignment,
                               std::string_view language);

std::string unit_name(const World& world, std::string_view unit);
/// "người quản trị" for the administrator.
std::string person_name(const World& world, std::string_view person, std::string_view language);

/// The parameters every text about an assignment may use: xh ten dv ma viec kh han noinhan songay.
Parameters duty_parameters(const World& world, const Assignment& assignment, const Person& reader,
                           Instant now);

/// "1,2 MB", "340 KB".
std::string size_in_words(std::int64_t bytes);

/// Figures as "3 cuộc · 245 lượt · 2.500.000 đồng", with the labels of the form, which are the
/// plan's own words in every language.
std::string figures_in_words(const World& world, const Assignment& assignment,
                             const Submission& submission, const MessageBook& book);

}  // namespace dondoc
