// A bound on everything that comes from outside or can grow (design §4). Overload fails early and
// visibly.
#pragma once

#include <cstddef>

namespace dondoc::limits {

inline constexpr std::size_t file_bytes = 16 * 1024 * 1024;  ///< a data file (plan, calendar, …)
inline constexpr std::size_t json_depth = 64;                ///< nesting of any JSON from outside
inline constexpr std::size_t faults_reported = 1000;         ///< faults listed for one file
inline constexpr std::size_t obligations_per_plan = 10'000;
inline constexpr std::size_t units_per_plan = 50'000;
inline constexpr std::size_t assignments_per_plan = 1'000'000;
inline constexpr std::size_t occurrences_per_rule = 400;  ///< 33 years of months
inline constexpr std::size_t text_bytes =
    16 * 1024;  ///< one free text kept in the log (a reason, a remark)
inline constexpr std::size_t inbound_bytes = 1024 * 1024;  ///< one message from a channel
inline constexpr std::size_t figures_per_report = 100;
inline constexpr std::size_t attachment_bytes = 20 * 1024 * 1024;  ///< one file sent in the chat
inline constexpr std::size_t attachment_name_bytes = 255;
inline constexpr std::size_t attachments_per_assignment = 50;
inline constexpr std::size_t commands_per_batch = 512;  ///< one durable transaction
inline constexpr std::size_t steps_per_batch = 2'000;
inline constexpr std::size_t assignments_per_glance =
    500;  ///< of a morning's sweep, between others' work
inline constexpr std::size_t digests_per_batch = 500;
inline constexpr std::size_t events_followed =
    5'000;  ///< of other nodes, taken in one by one; for more everything is read anew
inline constexpr std::size_t failures_before_quarantine = 3;
inline constexpr std::size_t changes_per_reorganisation = 1'000;
inline constexpr int extensions_per_assignment = 20;
inline constexpr int snooze_days = 30;  ///< longest wait an officer may ask for

}  // namespace dondoc::limits
