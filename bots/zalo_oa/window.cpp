#include "bots/zalo_oa/window.h"

namespace dondoc::zalo_oa {
namespace {

constexpr Elapsed k_free = Elapsed::hours(48);
constexpr Elapsed k_billed = Elapsed::hours(7 * 24);
constexpr TimeOfDay k_evening = TimeOfDay::at(22, 0);
constexpr TimeOfDay k_morning = TimeOfDay::at(6, 0);

}  // namespace

Window window_at(std::optional<Instant> last_heard, Instant now) {
  if (!last_heard) return Window::closed;
  const Elapsed silent = now - *last_heard;
  if (silent <= k_free) return Window::free;
  return silent <= k_billed ? Window::billed : Window::closed;
}

bool is_night(Instant now) {
  const TimeOfDay time = Zone::viet_nam().time_of(now);
  return time >= k_evening || time < k_morning;
}

Instant end_of_night(Instant now) {
  if (!is_night(now)) return now;
  const Zone zone = Zone::viet_nam();
  const bool before_midnight = zone.time_of(now) >= k_evening;
  return zone.at(zone.date_of(now) + CalendarDays{before_midnight ? 1 : 0}, k_morning);
}

Instant tomorrow_morning(Instant now) {
  const Zone zone = Zone::viet_nam();
  return zone.at(zone.date_of(now) + CalendarDays{1}, k_morning);
}

}  // namespace dondoc::zalo_oa
