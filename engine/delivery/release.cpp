#include "engine/delivery/release.h"

#include <algorithm>

#include "engine/event/event.h"

namespace dondoc {
namespace {

bool needs_no_reminder(const World& world, const std::string& code) {
  const Assignment* duty = world.cases.find(code);
  return duty != nullptr && duty->meaning != Meaning::open;
}

}  // namespace

bool is_reminder(const OutboxRow& row) {
  return row.priority != Priority::answer && !row.code.empty() && !is_event_name(row.step);
}

ReleaseVerdict release_of(const World& world, const OutboxRow& row, const MessageBody& body,
                          Instant now) {
  if (row.priority == Priority::answer) return {};
  if (is_reminder(row) && std::all_of(body.codes.begin(), body.codes.end(), [&](const auto& code) {
        return needs_no_reminder(world, code);
      }))
    return {Release::overtaken, {}, "việc đã được báo cáo hoặc đã thôi theo dõi"};
  const DayRule rule =
      row.priority == Priority::due_today ? DayRule::any_day : DayRule::working_days_only;
  const SendingHours& hours = world.definitions.ladders.hours;
  const Instant soon = next_sending_time(now, hours, world.office.calendar, world.zone, rule);
  if (soon > now) return {Release::wait, soon, {}};
  return {};
}

}  // namespace dondoc
