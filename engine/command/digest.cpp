#include "engine/command/digest.h"

#include <algorithm>

namespace dondoc {
namespace {

/// Longer than any run of days off.
constexpr int k_days_looked_ahead = 366;

std::optional<LocalDate> working_day_from(const Calendar& calendar, LocalDate day) {
  for (int i = 0; i < k_days_looked_ahead; ++i, day = day + CalendarDays{1}) {
    if (calendar.is_working_day(day)) return day;
  }
  return std::nullopt;
}

std::optional<Instant> first_issue(const Office& office) {
  std::optional<Instant> first;
  for (const auto& entry : office.plans) {
    if (!first || entry.second.issued_at < *first) first = entry.second.issued_at;
  }
  return first;
}

/// The first working day whose morning is not settled.
std::optional<LocalDate> next_day(const World& world, TimeOfDay begin) {
  const Office& office = world.office;
  if (office.digests_settled)
    return working_day_from(office.calendar, *office.digests_settled + CalendarDays{1});
  const auto issued = first_issue(office);
  if (!issued) return std::nullopt;
  const LocalDate day = world.zone.date_of(*issued);
  const bool is_before = *issued < world.zone.at(day, begin);
  return working_day_from(office.calendar, is_before ? day : day + CalendarDays{1});
}

const DigestLine* line_of(const Office& office, const std::string& reader,
                          const std::string& plan) {
  const auto last = office.digests.find(reader);
  if (last == office.digests.end()) return nullptr;
  const auto& lines = last->second.lines;
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [&](const DigestLine& line) { return line.plan == plan; });
  return found == lines.end() ? nullptr : &*found;
}

bool is_reached(const Person& person) {
  return std::any_of(person.addresses.begin(), person.addresses.end(),
                     [](const Address& address) { return address.reachable; });
}

}  // namespace

std::optional<Instant> next_morning(const World& world) {
  const auto begin = world.definitions.ladders.digest_at;
  if (!begin || world.office.plans.empty()) return std::nullopt;
  const auto day = next_day(world, *begin);
  if (!day) return std::nullopt;
  return world.zone.at(*day, *begin);
}

std::optional<Morning> due_morning(const World& world, Instant now) {
  const auto first = next_morning(world);
  if (!first || now < *first) return std::nullopt;
  const LocalDate today = world.zone.date_of(now);
  if (is_digest_time(world, today, now)) return Morning{today, false};
  const bool is_over =
      now >= world.zone.at(today, *world.definitions.ladders.digest_at);  // else it is to come
  LocalDate day = is_over ? today : today - CalendarDays{1};
  while (!world.office.calendar.is_working_day(day)) day = day - CalendarDays{1};
  if (day < world.zone.date_of(*first)) return std::nullopt;
  return Morning{day, true};
}

bool is_digest_time(const World& world, LocalDate day, Instant now) {
  const LadderBook& ladders = world.definitions.ladders;
  if (!ladders.digest_at || !world.office.calendar.is_working_day(day)) return false;
  return now >= world.zone.at(day, *ladders.digest_at) &&
         now <= world.zone.at(day, ladders.digest_until);
}

std::vector<std::string> plans_in_progress(const World& world) {
  std::vector<std::string> plans;
  for (const auto& [id, plan] : world.office.plans) {
    const ChartState* state = world.definitions.plan_chart.state(plan.state);
    const bool is_over =
        state != nullptr && (state->meaning == Meaning::done || state->meaning == Meaning::void_);
    if (!is_over) plans.push_back(id);
  }
  return plans;
}

std::map<std::string, std::vector<std::string>> digest_readers(const World& world, LocalDate day) {
  const Directory& directory = world.office.directory;
  std::map<std::string, std::vector<std::string>> readers;
  for (const auto& [id, person] : directory.persons()) {
    if (!person.lead || !person.active) continue;
    const Person* reader =
        directory.on_leave(person, day) ? directory.deputy_of(person, day) : &person;
    if (reader != nullptr && is_reached(*reader)) readers[reader->id].push_back(person.unit);
  }
  for (auto& [id, roots] : readers) {
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    const auto all = roots;
    std::erase_if(roots, [&](const std::string& root) {  // counted with the unit above it
      return std::any_of(all.begin(), all.end(), [&](const std::string& above) {
        return above != root && directory.is_within(root, above);
      });
    });
  }
  return readers;
}

std::optional<Event> digest_for(const World& world, const std::string& reader, LocalDate day,
                                const StandingsByPlan& standings, Instant now) {
  const auto last = world.office.digests.find(reader);
  if (last != world.office.digests.end() && last->second.day >= day) return std::nullopt;
  DigestSent digest{day, {}};
  bool is_new = false;
  for (const auto& [plan, s] : standings) {
    if (s.expected == 0) continue;
    const DigestLine* before = line_of(world.office, reader, plan);
    const bool news = before == nullptr || before->standings != s;
    is_new = is_new || news;
    digest.lines.push_back({plan, s, news});
  }
  if (!is_new) return std::nullopt;
  Event event;
  event.at = now;
  event.subject = reader;
  event.body = std::move(digest);
  return event;
}

Event missed_morning(LocalDate day, Instant now) {
  Event event;
  event.at = now;
  event.subject = day.iso();
  event.body = MorningSettled{day, 0, 0, true};
  return event;
}

}  // namespace dondoc
