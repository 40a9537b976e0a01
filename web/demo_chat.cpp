#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "reports/text_layout.h"
#include "web/demo_parts.h"

namespace dondoc {
namespace {

constexpr std::size_t k_group_width = 48;

std::string role_of(const Person& person) { return person.lead ? "Lãnh đạo" : "Cán bộ"; }

std::vector<std::string> phrases_for(const Person& person) {
  if (person.lead) return {"tình hình", "quá hạn", "đăng nhập", "trợ giúp"};
  return {"việc của tôi", "hạn", "trợ giúp"};
}

BubbleView bubble_of(const ChatLine& line, const Zone& zone, std::string& last_day) {
  const LocalDate date = zone.date_of(line.at);
  std::string day = fmt::format("{}, {}", weekday_name(date), date.vi());
  BubbleView bubble{line.id,   line.own ? "own" : "office",  "",
                    line.text, zone.time_of(line.at).text(), line.buttons};
  if (day != last_day) bubble.day = day;
  last_day = std::move(day);
  return bubble;
}

WindowView window_of(const Office& office, const Person& person, int number, const Chats& chats,
                     const Zone& zone) {
  WindowView window;
  window.number = number;
  window.person = person.id;
  window.name = person.name;
  window.role = role_of(person);
  window.unit = unit_name(office, person.unit);
  window.phrases = phrases_for(person);
  std::string day;
  for (const ChatLine& line : chats.lines(person.id))
    window.bubbles.push_back(bubble_of(line, zone, day));
  return window;
}

/// Everybody who belongs to a unit of the plan, leads first, in the order of the plan.
std::vector<const Person*> people_of(const Office& office, const Plan& plan) {
  std::vector<const Person*> people;
  std::map<std::string, std::vector<const Person*>> by_unit;
  for (const auto& [id, person] : office.directory.persons()) {
    if (person.active) by_unit[person.unit].push_back(&person);
  }
  for (const PlanUnit& unit : plan.units) {
    auto found = by_unit.find(unit.id);
    if (found != by_unit.end())
      people.insert(people.end(), found->second.begin(), found->second.end());
  }
  std::stable_partition(people.begin(), people.end(),
                        [](const Person* person) { return person->lead; });
  return people;
}

PeopleGroup group_of(const Office& office, const PlanCase& plan, const Chats& chats) {
  PeopleGroup group;
  group.label = shortened(plan.plan.title(), k_group_width);
  for (const Person* person : people_of(office, plan.plan)) {
    const std::string where = unit_name(office, person->unit);
    group.people.push_back({person->id,
                            person->lead ? fmt::format("{} – lãnh đạo: {}", where, person->name)
                                         : fmt::format("{} – {}", where, person->name),
                            chats.received(person->id)});
  }
  return group;
}

/// Officers with the most dated duties first: their chats have the most to show.
std::vector<const Person*> busiest_officers(const Office& office, const Plan& plan,
                                            const std::vector<Assignment>& assignments) {
  std::map<std::string, int> duties;
  for (const Assignment& a : assignments) duties[a.unit] += a.nominal ? 1 : 0;
  std::vector<const Person*> officers;
  for (const Person* person : people_of(office, plan)) {
    if (person->officer && person->unit != plan.issuer) officers.push_back(person);
  }
  std::stable_sort(officers.begin(), officers.end(), [&](const Person* a, const Person* b) {
    return duties[a->unit] > duties[b->unit];
  });
  return officers;
}

/// Two officers and the lead; fewer when the plan has fewer.
std::vector<const Person*> usual_people(const Office& office, const PlanCase& plan,
                                        const std::vector<Assignment>& assignments) {
  std::vector<const Person*> people = busiest_officers(office, plan.plan, assignments);
  const Person* lead = lead_of(office, plan.plan);
  people.resize(std::min(people.size(), lead == nullptr ? k_windows : k_windows - 1));
  if (lead != nullptr) people.push_back(lead);
  return people;
}

}  // namespace

std::string weekday_name(LocalDate date) {
  static constexpr std::array<const char*, 7> k_names{"Thứ Hai", "Thứ Ba",  "Thứ Tư",  "Thứ Năm",
                                                      "Thứ Sáu", "Thứ Bảy", "Chủ nhật"};
  return k_names[static_cast<std::size_t>(date.iso_weekday() - 1)];
}

std::string unit_name(const Office& office, const std::string& unit) {
  const Unit* found = office.directory.unit(unit);
  if (found == nullptr) return unit;
  return found->short_name.empty() ? found->name : found->short_name;
}

void show_chats(DemoView& view, const World& world, const PlanCase* plan,
                const std::vector<Assignment>& assignments, const Chats& chats,
                const std::vector<std::string>& asked) {
  const Office& office = world.office;
  if (plan != nullptr) view.groups.push_back(group_of(office, *plan, chats));
  for (const auto& [id, each] : office.plans) {
    if (&each != plan) view.groups.push_back(group_of(office, each, chats));
  }
  std::vector<const Person*> people;
  if (plan != nullptr) people = usual_people(office, *plan, assignments);
  for (std::size_t i = 0; i < std::min(asked.size(), k_windows); ++i) {
    const Person* person = office.directory.person(asked[i]);
    if (person == nullptr) continue;
    if (i >= people.size()) people.resize(i + 1, person);
    people[i] = person;
  }
  int number = 0;
  for (const Person* person : people)
    view.windows.push_back(window_of(office, *person, ++number, chats, world.zone));
}

}  // namespace dondoc
