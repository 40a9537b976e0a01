// Times that only an event or an hour says: "trước hội nghị 05 ngày", "báo cáo kết quả ngày trước
// 16h00". Pure; safe from any thread.
#pragma once

#include <cstddef>

#include "intake/language/token.h"

namespace dondoc::intake {

/// How many tokens from `at` say how long before or after an event; 0: none.
std::size_t long_from_event(const Tokens& tokens, std::size_t at);

/// Whether "ngày" at `at` is the period of a report that is due at an hour of each day.
bool names_daily_report(const Tokens& tokens, std::size_t at);

}  // namespace dondoc::intake
