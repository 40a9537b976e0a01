#include "simulation/check/steps.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::simulation {
namespace {

/// A step may wait for sending hours, days off and a person's daily share; longer is too long.
constexpr int k_worked_days_of_grace = 3;

bool is_about(const OwnMessage& message, const std::string& code) {
  return std::find(message.codes.begin(), message.codes.end(), code) != message.codes.end();
}

}  // namespace

void StepWatch::committed(const Committed& commit) {
  for (const Fact& fact : commit.facts) {
    if (fact.row.kind == "step_taken") look_at_taken(commit, fact);
  }
}

void StepWatch::look_at_taken(const Committed& commit, const Fact& fact) {
  if (!fact.body) return findings_.add("step", "a step of " + fact.row.subject + " says nothing");
  const std::string& code = fact.row.subject;
  const OwnDuty* duty = mirror_.duty(code);
  for (const Json to : list_in(*fact.body, "to")) {
    const std::string reader = text_of(to);
    const auto message =
        std::find_if(commit.messages.begin(), commit.messages.end(), [&](const OwnMessage& m) {
          return m.row.person == reader && is_about(m, code);
        });
    if (message == commit.messages.end()) {
      findings_.add("step", fmt::format("step {} of {} was taken, {} has no message of it",
                                        text_in(*fact.body, "id"), code, reader));
    } else if (duty != nullptr && duty->next_step) {
      armed_for_[message->row.id] = *duty->next_step;
    }
  }
}

void StepWatch::arrived(const Arrival& arrival) {
  const auto found = armed_for_.find(arrival.message.id);
  if (found == armed_for_.end()) return;
  const bool in_the_way = circumstances_.last_trouble + Elapsed::hours(1) >= found->second;
  if (!in_the_way) lateness_ms_.push_back((arrival.machine - found->second).ms);
  armed_for_.erase(found);
}

/// When a rung comes, by the ladder's rules (domain.md §5); none where it has no fixed moment.
std::optional<Instant> StepWatch::moment_of(const OwnRung& rung, const OwnDuty& duty) const {
  const OwnCalendar& calendar = mirror_.calendar();
  if (rung.anchor == "issue") {
    if (rung.offset == 0 || rung.unit != "working_days") return std::nullopt;
    return zone_.at(calendar.worked_days_from(zone_.date_of(duty.issued_at), rung.offset), rung.at);
  }
  const auto dates = mirror_.dates_of(duty, zone_.date_of(duty.ladder_from));
  if (!dates) return std::nullopt;
  const bool as_written = duty.ledger.empty();
  const LocalDate earlier =
      as_written ? std::min(dates->nominal, dates->effective) : dates->effective;
  const LocalDate later =
      as_written ? std::max(dates->nominal, dates->effective) : dates->effective;
  LocalDate day = dates->effective;
  if (rung.offset != 0 && rung.unit == "working_days") {
    day = calendar.worked_days_from(rung.offset < 0 ? earlier : later, rung.offset);
  } else if (rung.offset < 0) {
    day = calendar.worked_before(earlier + CalendarDays{rung.offset});
  } else if (rung.offset > 0) {
    day = calendar.worked_from(later + CalendarDays{rung.offset});
  }
  return zone_.at(day, rung.at);
}

bool StepWatch::still_to_come(const OwnRung& rung, const OwnDuty& duty, Instant at) const {
  if (rung.only_unacknowledged && duty.is_acknowledged) return false;
  if (rung.anchor == "issue" && duty.ladder_restarted) return false;
  if (duty.snoozed_until && at < *duty.snoozed_until) return false;
  return at >= duty.ladder_from;
}

/// Walked anew only for duties, calendars and ladders that changed.
const StepWatch::Moments& StepWatch::moments_of(const OwnDuty& duty) {
  if (duty.number >= moments_.size()) moments_.resize(duty.number + 1);
  Moments& own = moments_[duty.number];
  if (own.duty == duty.version && own.rules == mirror_.rules_version()) return own;
  own = {duty.version, mirror_.rules_version(), mirror_.ladder(duty.ladder), {}};
  if (own.ladder == nullptr) return own;
  for (const OwnRung& rung : *own.ladder) own.of_rungs.push_back(moment_of(rung, duty));
  return own;
}

void StepWatch::look_at_duty(const OwnDuty& duty, Instant now) {
  if (!duty.is_open() || duty.quarantined || duty.is_suspended()) return;
  const Moments& moments = moments_of(duty);
  for (std::size_t i = 0; i < moments.of_rungs.size(); ++i) {
    const OwnRung& rung = (*moments.ladder)[i];
    const std::optional<Instant>& at = moments.of_rungs[i];
    if (((duty.steps_done >> i) & 1U) != 0 || !at || !still_to_come(rung, duty, *at)) continue;
    if (!duty.next_step)
      return findings_.add("step", fmt::format("step {} of {} comes at {} and nothing is armed",
                                               rung.id, duty.code, zone_.clock(*at)));
    if (*at >= now) continue;
    const Instant from =
        std::max({*at, duty.not_before.value_or(*at), circumstances_.last_interruption});
    const Instant latest = zone_.end_of(
        mirror_.calendar().worked_days_from(zone_.date_of(from), k_worked_days_of_grace));
    if (latest < now)
      return findings_.add("step", fmt::format("step {} of {} was due at {} and is not taken",
                                               rung.id, duty.code, zone_.clock(*at)));
  }
}

void StepWatch::day_ends(const View& view) {
  for (const auto& [code, duty] : mirror_.duties()) look_at_duty(duty, view.machine);
}

}  // namespace dondoc::simulation
