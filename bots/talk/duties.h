// Which duty is meant: by its code, by being the only one possible, or by asking with a numbered
// list. Never a guess. Engine's thread only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bots/talk/scene.h"

namespace dondoc::talk {

using Duties =
    std::vector<const Assignment*>;  ///< valid until the state changes: within one message
using Possible = std::function<bool(const Assignment&)>;
using WhichDuties = std::function<Duties()>;

/// Open codes of the person's own units that `possible` admits, nearest due date first, those
/// without a date last.
Duties own_duties(const Scene& scene, const Possible& possible);
/// The same for all units the person leads.
Duties led_duties(const Scene& scene, const Possible& possible);
/// Those with a date, or all when none has: without a code, duties of every day are not meant.
Duties dated_first(const Scene& scene, Duties duties);

/// A code that is known, as every button carries: nothing has to be chosen.
bool names_one_duty(const Intent& intent);

/// The duty an intent is about. None: the person was asked, or told that there is none. The intent
/// goes on when the answer comes. `possible` is asked only when the intent does not name one duty.
std::optional<std::string> the_duty(const Scene& scene, Turn& turn, const Intent& intent,
                                    const WhichDuties& possible);

/// The date that an extension is to reach: "thêm 3 ngày" counts from the due date, or from today
/// when that is past. None when the intent names neither a date nor a span.
std::optional<LocalDate> wanted_date(const Scene& scene, const Intent& intent,
                                     const Assignment& duty);

/// Whether decide would refuse the command whatever its content; the reason is told. For questions
/// that need not be asked.
bool is_refused(const Scene& scene, Turn& turn, CommandBody probe);

/// Puts a question; the answer completes the intent.
void ask(const Scene& scene, Turn& turn, Need need, Intent intent, std::string_view message,
         const Assignment& duty);
/// Asks which of several is meant; `lines` are the numbered list.
void ask_choice(const Scene& scene, Turn& turn, Need need, Intent intent,
                std::vector<std::string> options, std::string_view message,
                const std::string& lines);

/// Asks which of several units is meant.
void ask_unit(const Scene& scene, Turn& turn, Intent intent, const std::vector<const Unit*>& units);

/// "2. [B20-07] Báo cáo kết quả – hạn 24/11/2023 – Đã tiếp nhận"
std::string duty_line(const Scene& scene, const Assignment& duty, std::size_t number);

/// "Đã tiếp nhận, quá hạn 5 ngày", "Đang thực hiện, vướng mắc: thiếu kinh phí".
std::string state_in_words(const Scene& scene, const Assignment& duty);

inline constexpr std::size_t k_listed = 9;  ///< choices in one list

}  // namespace dondoc::talk
