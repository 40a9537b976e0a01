// The words that fill message texts: form of address, duty, due dates as people read them. Pure
// functions.
#pragma once

#include <string>

#include "engine/command/decide.h"

namespace dondoc {

/// "24/11/2023", or "15/10/2017 (Chủ nhật), áp dụng 16/10/2017" when the day was moved; "chưa ấn
/// định" without a date.
std::string due_in_words(const std::optional<Due>& due, std::string_view language);

/// What the duty is, shortened at a word boundary to fit a chat line.
std::string duty_in_words(const World& world, const Assignment& assignment, std::size_t characters);

/// Where the report goes: unit, passing through an office or desk if the plan says so.
std::string recipient_in_words(const World& world, const Assignment& assignment);

std::string unit_name(const World& world, std::string_view unit);
std::string person_name(const World& world, std::string_view person);

/// The parameters every text about an assignment may use: xh ten dv ma viec kh han noinhan songay.
Parameters duty_parameters(const World& world, const Assignment& assignment, const Person& reader,
                           Instant now);

/// "1,2 MB", "340 KB".
std::string size_in_words(std::int64_t bytes);

/// Figures as "3 cuộc · 245 lượt · 2.500.000 đồng", with the labels of the form.
std::string figures_in_words(const World& world, const Assignment& assignment,
                             const Submission& submission);

}  // namespace dondoc
