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

/// A duty and its ladder.
struct Reminded {
  const Assignment& duty;
  const std::vector<Rung>& rungs;

  /// Taken or skipped.
  bool is_settled(const Rung& rung) const {
    const auto index = static_cast<std::size_t>(&rung - rungs.data());
    return (duty.steps_done >> index & 1U) != 0;
  }
};

/// None where the duty or its ladder is not known.
std::optional<Reminded> reminded(const World& world, const std::string& code) {
  const Assignment* duty = world.cases.find(code);
  if (duty == nullptr) return std::nullopt;
  const auto ladder = world.office.ladders.find(duty->ladder);
  if (ladder == world.office.ladders.end()) return std::nullopt;
  return Reminded{*duty, ladder->second.rungs};
}

/// Whether a later rung for the same readers has been settled since: what a platform that was out
/// of order for days held up is then one message and not four.
bool has_later_reminder(const Reminded& first, const Rung& own) {
  return std::any_of(first.rungs.begin(), first.rungs.end(), [&](const Rung& later) {
    return &later > &own && later.audience == own.audience && later.anchor == own.anchor &&
           first.is_settled(later);
  });
}

/// Of the other duties of a bundle the step is not known: only a reminder of the same readers whose
/// moment came after the bundle was made says more than the bundle.
bool has_reminder_since(const World& world, const std::string& code, Audience readers,
                        Instant made) {
  const auto other = reminded(world, code);
  if (!other) return false;
  const TimeRules rules{world.office.calendar, world.definitions.ladders.hours, world.zone};
  return std::any_of(other->rungs.begin(), other->rungs.end(), [&](const Rung& rung) {
    if (rung.audience != readers || !other->is_settled(rung)) return false;
    const auto moment = instant_of(rung, other->duty, rules);
    return moment && *moment > made;
  });
}

/// Whether something newer than the message has been said of one of its duties. The row has the
/// step of its first duty.
bool is_overtaken(const World& world, const OutboxRow& row, const std::string& code) {
  const auto first = reminded(world, row.code);
  if (!first) return false;
  const auto own = std::find_if(first->rungs.begin(), first->rungs.end(),
                                [&](const Rung& rung) { return rung.id == row.step; });
  if (own == first->rungs.end()) return false;
  if (code == row.code) return has_later_reminder(*first, *own);
  return has_reminder_since(world, code, own->audience, row.created);
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
        return needs_no_reminder(world, code) || is_overtaken(world, row, code);
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
