#include "engine/delivery/release.h"

#include <algorithm>

#include "engine/command/digest.h"
#include "engine/event/event.h"
#include "engine/ladder/schedule.h"

namespace dondoc {
namespace {

bool needs_no_reminder(const World& world, const std::string& code) {
  const Assignment* duty = world.cases.find(code);
  return duty != nullptr && duty->meaning != Meaning::open;
}

/// Whether a later rung for the same readers has been taken or skipped since: what a platform that
/// was out of order for days held up is then one message and not four.
bool has_later_reminder(const World& world, const std::string& code, const std::string& step) {
  const Assignment* duty = world.cases.find(code);
  if (duty == nullptr) return false;
  const auto ladder = world.office.ladders.find(duty->ladder);
  if (ladder == world.office.ladders.end()) return false;
  const auto& rungs = ladder->second.rungs;
  const auto own =
      std::find_if(rungs.begin(), rungs.end(), [&](const Rung& r) { return r.id == step; });
  if (own == rungs.end()) return false;
  return std::any_of(own + 1, rungs.end(), [&](const Rung& later) {
    const auto index = static_cast<std::size_t>(&later - rungs.data());
    return later.audience == own->audience && later.anchor == own->anchor &&
           (duty->steps_done >> index & 1U) != 0;
  });
}

/// Of the other duties of a bundle the step is not known: only a reminder of the same readers whose
/// moment came after the bundle was made says more than the bundle.
bool has_reminder_since(const World& world, const std::string& code, Audience readers,
                        Instant made) {
  const Assignment* duty = world.cases.find(code);
  if (duty == nullptr) return false;
  const auto ladder = world.office.ladders.find(duty->ladder);
  if (ladder == world.office.ladders.end()) return false;
  const TimeRules rules{world.office.calendar, world.definitions.ladders.hours, world.zone};
  const auto& rungs = ladder->second.rungs;
  return std::any_of(rungs.begin(), rungs.end(), [&](const Rung& rung) {
    const auto index = static_cast<std::size_t>(&rung - rungs.data());
    if (rung.audience != readers || (duty->steps_done >> index & 1U) == 0) return false;
    const auto moment = instant_of(rung, *duty, rules);
    return moment && *moment > made;
  });
}

/// By the step of its first duty; none where the ladder has no such step.
std::optional<Audience> readers_of(const World& world, const OutboxRow& row) {
  const Assignment* duty = world.cases.find(row.code);
  if (duty == nullptr) return std::nullopt;
  const auto ladder = world.office.ladders.find(duty->ladder);
  if (ladder == world.office.ladders.end()) return std::nullopt;
  for (const Rung& rung : ladder->second.rungs) {
    if (rung.id == row.step) return rung.audience;
  }
  return std::nullopt;
}

bool says_more(const World& world, const OutboxRow& row, const std::string& code) {
  if (code == row.code) return has_later_reminder(world, code, row.step);
  const auto readers = readers_of(world, row);
  return readers && has_reminder_since(world, code, *readers, row.created);
}

/// Made within its window, a digest leaves within it or not at all: later it is no morning's news.
ReleaseVerdict release_of_digest(const World& world, const OutboxRow& row, Instant now) {
  if (is_digest_time(world, world.zone.date_of(row.created), now)) return {};
  return {Release::overtaken, {}, "S-20"};
}

}  // namespace

bool is_reminder(const OutboxRow& row) {
  return row.priority != Priority::answer && !row.code.empty() && !is_event_name(row.step);
}

ReleaseVerdict release_of(const World& world, const OutboxRow& row, const MessageBody& body,
                          Instant now) {
  if (row.priority == Priority::answer) return {};
  if (row.priority == Priority::digest) return release_of_digest(world, row, now);
  if (is_reminder(row) && std::all_of(body.codes.begin(), body.codes.end(), [&](const auto& code) {
        return needs_no_reminder(world, code);
      }))
    return {Release::overtaken, {}, "S-21"};
  if (is_reminder(row) && !body.codes.empty() &&
      std::all_of(body.codes.begin(), body.codes.end(), [&](const auto& code) {
        return needs_no_reminder(world, code) || says_more(world, row, code);
      }))
    return {Release::overtaken, {}, "S-22"};
  const DayRule rule =
      row.priority == Priority::due_today ? DayRule::any_day : DayRule::working_days_only;
  const SendingHours& hours = world.definitions.ladders.hours;
  const Instant soon = next_sending_time(now, hours, world.office.calendar, world.zone, rule);
  if (soon > now) return {Release::wait, soon, {}};
  return {};
}

}  // namespace dondoc
