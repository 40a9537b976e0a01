#include "engine/command/step.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/check.h"
#include "engine/command/draft.h"

namespace dondoc {
namespace {

const Rung k_promise_rung = [] {
  Rung rung;
  rung.id = "hẹn";
  rung.anchor = Anchor::due;
  rung.message = "M-23";
  return rung;
}();

const Rung& rung_of(const Ladder& ladder, int index) {
  return index == k_promise_check ? k_promise_rung : ladder.rungs[static_cast<std::size_t>(index)];
}

/// Why the unit need not be reminded now, as the id of a text; empty when it must be.
const char* overtaken(const Assignment& a, const Rung& rung) {
  if (a.extension_request) return "S-01";
  if (a.dispute) return "S-02";
  if (is_suspended(a)) return "S-03";
  if (a.block && rung.audience == Audience::officer) return "S-04";
  return "";
}

bool is_due_day(const Rung& rung) { return rung.anchor == Anchor::due && rung.offset == 0; }

/// Everybody already has today's share of messages, and this one can wait.
bool over_daily_share(const World& world, const Rung& rung, const std::vector<std::string>& to,
                      Instant now) {
  if (is_due_day(rung) || to.empty()) return false;
  LocalDate today = world.zone.date_of(now);
  return std::all_of(to.begin(), to.end(), [&](const std::string& person) {
    auto count = world.office.reminders_today.find(person);
    if (count == world.office.reminders_today.end() || count->second.day != today) return false;
    return count->second.last != now &&
           count->second.reminders >= world.definitions.ladders.messages_a_day;
  });
}

std::vector<std::string> ids(const std::vector<const Person*>& persons) {
  std::vector<std::string> list;
  std::transform(persons.begin(), persons.end(), std::back_inserter(list),
                 [](const Person* p) { return p->id; });
  return list;
}

bool takes_reminders(const Directory& directory, const Person& person) {
  return directory.serves(person) && !person.reminders_stopped;
}

std::vector<const Person*> who_take_reminders(const Directory& directory,
                                              std::vector<const Person*> people) {
  std::erase_if(people,
                [&](const Person* person) { return !takes_reminders(directory, *person); });
  return people;
}

/// Persons in charge, each replaced by the deputy while on leave; without those who want no
/// reminders.
std::vector<std::string> officers_on_duty(const Directory& directory, const Assignment& a,
                                          LocalDate day) {
  std::vector<const Person*> people;
  const Person* handler = a.handler.empty() ? nullptr : directory.person(a.handler);
  if (handler != nullptr && takes_reminders(directory, *handler)) people.push_back(handler);
  if (people.empty()) people = directory.officers_of(a.unit);
  std::vector<std::string> list;
  for (const Person* person : people) {
    const Person* on_duty =
        directory.on_leave(*person, day) ? directory.deputy_of(*person, day) : person;
    if (on_duty == nullptr || !takes_reminders(directory, *on_duty)) continue;
    if (std::find(list.begin(), list.end(), on_duty->id) == list.end()) list.push_back(on_duty->id);
  }
  return list;
}

/// Officers of the unit other than those already asked, and named deputies; for "no answer, ask the
/// deputy".
std::vector<std::string> deputies(const Directory& directory, const Assignment& a, LocalDate day) {
  std::set<std::string> asked;
  for (const std::string& id : officers_on_duty(directory, a, day)) asked.insert(id);
  std::vector<std::string> list;
  for (const auto& [id, person] : directory.persons()) {
    if (takes_reminders(directory, person) && person.unit == a.unit && !asked.contains(id)) list.push_back(id);
  }
  return list;
}

struct Addressed {
  Audience audience;
  std::vector<std::string> to;
};

/// The audience of the rung, or the next one above that has anybody.
Addressed addressed(const World& world, const Assignment& a, const Rung& rung, LocalDate day) {
  for (int level = static_cast<int>(rung.audience); level <= static_cast<int>(Audience::superior);
       ++level) {
    auto audience = static_cast<Audience>(level);
    auto to = audience_of(world, a, audience, day);
    if (!to.empty()) return {audience, std::move(to)};
  }
  return {Audience::superior, {}};
}

class StepTaker {
 public:
  StepTaker(const World& world, std::string_view code, Instant now)
      : world_(world), draft_(world, Command{}, now), code_(code) {}

  std::vector<Event> run() {
    const Assignment* a = draft_.find(code_);
    CHECK(a != nullptr);
    const Ladder* found = draft_.ladder_of(*a);
    if (found == nullptr || !a->next || a->next->at > draft_.now()) return {};
    const auto due = due_now(*a, *found);
    for (const NextStep& step : due) {
      if (is_superseded(*found, due, step)) {
        skip(step, rung_of(*found, step.rung), "S-05");
      } else {
        take_or_skip(*found, step);
      }
    }
    escalate_if_silent();
    return draft_.take();
  }

 private:
  std::vector<NextStep> due_now(const Assignment& a, const Ladder& ladder) const {
    auto steps = pending_steps(a, ladder, draft_.time_rules());
    std::erase_if(steps, [&](const NextStep& s) { return s.at > draft_.now(); });
    return steps;
  }

  /// True when a later due step for the same audience says more than this one.
  static bool is_superseded(const Ladder& ladder, const std::vector<NextStep>& due,
                            const NextStep& step) {
    auto self = std::find(due.begin(), due.end(), step);
    return std::any_of(self + 1, due.end(), [&](const NextStep& later) {
      return rung_of(ladder, later.rung).audience == rung_of(ladder, step.rung).audience;
    });
  }

  void take_or_skip(const Ladder& ladder, const NextStep& step) {
    const Rung& rung = rung_of(ladder, step.rung);
    const Assignment& a = *draft_.find(code_);
    if (const char* why = overtaken(a, rung); *why != '\0') return skip(step, rung, why);
    const DayRule rule = is_due_today(a, rung) ? DayRule::any_day : DayRule::working_days_only;
    TimeRules rules = draft_.time_rules();
    if (!is_sending_time(draft_.now(), rules.hours, rules.calendar, rules.zone, rule))
      return defer(step, rung, next_time(rules, rule), "S-06");
    if (rung.audience == Audience::deputy &&
        audience_of(world_, a, Audience::deputy, draft_.today()).empty())
      return pass_to_next_rung(ladder, step);
    Addressed to = addressed(world_, a, rung, draft_.today());
    if (to.to.empty()) return skip(step, rung, "S-07");
    if (over_daily_share(world_, rung, to.to, draft_.now()))
      return defer(step, rung, tomorrow_morning(rules), "S-08");
    const bool passed_up = to.audience != rung.audience;
    StepTaken taken{step.rung,        rung.id,    passed_up ? "M-29" : rung.message,
                    std::move(to.to), rung.nudge, draft_.today()};
    draft_.add(code_, std::move(taken));
  }

  /// A day off is no reason to wait only while it is the day itself; from the next day on, working
  /// days count.
  Instant next_time(const TimeRules& rules, DayRule rule) const {
    Instant soon = next_sending_time(draft_.now(), rules.hours, rules.calendar, rules.zone, rule);
    if (rules.zone.date_of(soon) == draft_.today()) return soon;
    return next_sending_time(draft_.now(), rules.hours, rules.calendar, rules.zone,
                             DayRule::working_days_only);
  }

  /// Only on the day itself may a step go out on a day off.
  bool is_due_today(const Assignment& a, const Rung& rung) const {
    auto due = due_of(a, draft_.time_rules().calendar, draft_.today());
    return is_due_day(rung) && due && due->effective == draft_.today();
  }

  /// A unit without a deputy does not wait for one: the next person on the ladder is told at once
  /// (design §7).
  void pass_to_next_rung(const Ladder& ladder, const NextStep& step) {
    skip(step, rung_of(ladder, step.rung), "S-09");
    const int next = step.rung + 1;
    if (next >= static_cast<int>(ladder.rungs.size())) return;
    const Rung& rung = rung_of(ladder, next);
    if (rung.only_unacknowledged) take_or_skip(ladder, NextStep{next, draft_.now()});
  }

  void skip(const NextStep& step, const Rung& rung, const char* why) {
    draft_.add(code_, StepSkipped{step.rung, rung.id, "", why});
  }

  void defer(const NextStep& step, const Rung& rung, Instant until, const char* why) {
    draft_.add(code_, StepDeferred{step.rung, rung.id, until, "", why});
  }

  Instant tomorrow_morning(const TimeRules& rules) const {
    Instant midnight = rules.zone.end_of(draft_.today());
    return next_sending_time(midnight, rules.hours, rules.calendar, rules.zone,
                             DayRule::working_days_only);
  }

  void escalate_if_silent() {
    const Assignment& a = *draft_.find(code_);
    if (a.escalated || a.unanswered_nudges <= world_.definitions.ladders.unanswered_nudges) return;
    if (a.binding == Binding::requested) return;
    draft_.add(code_,
               Escalated{"", audience_of(world_, a, Audience::lead, draft_.today()), "S-10"});
  }

  const World& world_;
  Draft draft_;
  std::string code_;
};

}  // namespace

std::vector<std::string> audience_of(const World& world, const Assignment& a, Audience audience,
                                     LocalDate day) {
  const Directory& directory = world.office.directory;
  switch (audience) {
    case Audience::officer:
      return officers_on_duty(directory, a, day);
    case Audience::deputy:
      return deputies(directory, a, day);
    case Audience::lead:
      return ids(who_take_reminders(directory, directory.leads_over(a.unit)));
    case Audience::superior:
      return ids(who_take_reminders(directory, directory.superiors_over(a.unit)));
  }
  return {};
}

std::vector<Event> take_due_step(const World& world, std::string_view code, Instant now) {
  return StepTaker(world, code, now).run();
}

}  // namespace dondoc
