#include "engine/notice/digest_words.h"

#include <algorithm>
#include <set>

namespace dondoc {
namespace {

constexpr std::size_t k_plans_told = 4;

/// Where the reader leads on that day: her own unit, and those of leads she stands in for.
std::vector<std::string> roots_of(const World& world, const Person& reader, LocalDate day) {
  std::vector<std::string> roots;
  if (reader.lead) roots.push_back(reader.unit);
  const Directory& directory = world.office.directory;
  for (const std::string& id : directory.persons_with_leaves()) {
    const Person* away = directory.person(id);
    if (away == nullptr || !away->lead || id == reader.id) continue;
    const Person* deputy = directory.deputy_of(*away, day);
    if (deputy != nullptr && deputy->id == reader.id) roots.push_back(away->unit);
  }
  return roots;
}

/// Ordered, with a date of its own or one that an answer to a question gave it.
bool is_dated(const PlanCase& plan, const Obligation& obligation) {
  if (obligation.binding != Binding::ordered) return false;
  const auto& rule = obligation.due.rule;
  const bool is_undated = std::holds_alternative<OngoingRule>(rule) ||
                          std::holds_alternative<TriggerRule>(rule) ||
                          std::holds_alternative<UnconfirmedRule>(rule);
  const auto& confirmed = plan.confirmed;
  return !is_undated || std::any_of(confirmed.begin(), confirmed.end(), [&](const DefaultDue& due) {
    return due.obligation == obligation.id;
  });
}

/// Units under the reader that the plan gives a dated duty.
std::int64_t units_with_duties(const World& world, const PlanCase& plan, const Person& reader,
                               LocalDate day) {
  std::set<std::string> units;
  for (const Obligation& obligation : plan.plan.obligations) {
    if (!is_dated(plan, obligation)) continue;
    for (std::string& unit : units_of(plan.plan, obligation)) units.insert(std::move(unit));
  }
  const auto roots = roots_of(world, reader, day);
  return std::count_if(units.begin(), units.end(), [&](const std::string& unit) {
    return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
      return world.office.directory.is_within(unit, root);
    });
  });
}

std::string line(const World& world, const Person& reader, std::string_view message,
                 const Parameters& parameters) {
  const MessageText* text = world.definitions.messages(reader.language).find(message);
  return text == nullptr ? std::string() : render(*text, parameters);
}

std::vector<const DigestLine*> lines_with_news(const World& world, const DigestSent& digest) {
  std::vector<const DigestLine*> lines;
  for (const DigestLine& one : digest.lines) {
    if (one.news && world.office.plan(one.plan) != nullptr) lines.push_back(&one);
  }
  return lines;
}

std::string list_of(const World& world, const Person& reader,
                    const std::vector<const DigestLine*>& lines, Instant now) {
  std::string list;
  for (std::size_t i = 0; i < lines.size() && i < k_plans_told; ++i) {
    if (i > 0) list += "\n";
    list += line(
        world, reader, "M-36L",
        standings_in_words(world, *world.office.plan(lines[i]->plan), lines[i]->standings, 0, now));
  }
  if (lines.size() > k_plans_told)
    list +=
        "\n" + line(world, reader, "M-36M", {{"k", std::to_string(lines.size() - k_plans_told)}});
  return list;
}

}  // namespace

Parameters standings_in_words(const World& world, const PlanCase& plan, const Standings& s,
                              std::int64_t units, Instant now) {
  auto text = [](std::int64_t n) { return std::to_string(n); };
  return {{"kh", plan.plan.title()},
          {"gio", world.zone.time_of(now).text()},
          {"ngay", world.zone.date_of(now).vi()},
          {"k", text(units)},
          {"n", text(s.expected)},
          {"da_gui", text(s.handed_in())},
          {"dung_han", text(s.on_time)},
          {"tre", text(s.late)},
          {"chua_gui", text(s.owed())},
          {"trong_han", text(s.in_term)},
          {"qua_han", text(s.overdue)},
          {"vuong_mac", text(s.blocked)},
          {"cho_duyet", text(s.extensions)},
          {"sap_den", text(s.soon)}};
}

Notice digest_notice(const World& world, const Person& reader, const DigestSent& digest,
                     Instant now) {
  const auto lines = lines_with_news(world, digest);
  Notice notice;
  notice.person = reader.id;
  notice.step = "digest_sent";
  notice.priority = Priority::digest;
  if (lines.size() == 1) {
    notice.message = "M-36";
    const PlanCase& plan = *world.office.plan(lines.front()->plan);
    const std::int64_t units = units_with_duties(world, plan, reader, digest.day);
    notice.parameters = standings_in_words(world, plan, lines.front()->standings, units, now);
  } else {
    notice.message = "M-36K";
    notice.parameters = {{"gio", world.zone.time_of(now).text()},
                         {"ngay", world.zone.date_of(now).vi()},
                         {"danh_sach", list_of(world, reader, lines, now)}};
  }
  notice.parameters.emplace_back("xh", reader.form_of_address);
  notice.parameters.emplace_back("ten", reader.name);
  return notice;
}

}  // namespace dondoc
