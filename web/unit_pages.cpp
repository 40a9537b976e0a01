// One unit: what it owes, its coming deadlines, what it handed in, who works there and how they are
// reached.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "web/board_choice.h"
#include "web/duty_view.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_shown = 50;

json link_to_unit(const Unit& unit) {
  return {{"name", unit.name}, {"href", "/units/" + percent_encoded(unit.id)}};
}

std::string channels_of(const Person& person, const PageWords& words) {
  std::string channels;
  for (const Address& address : person.addresses) {
    if (!address.reachable) continue;
    const std::string id = "channel_" + address.channel;
    channels += (channels.empty() ? "" : ", ") + (words.has(id) ? words.text(id) : address.channel);
  }
  return channels;
}

/// What it was called before and what became of it: [{"text"}].
json earlier_of(const Unit& unit, const PageWords& words) {
  json list = json::array();
  for (const UnitPast& past : unit.past) {
    if (past.name != unit.name)
      list.push_back({{"text", words.filled("units_old_name",
                                            {{"name", past.name}, {"day", past.until.vi()}})}});
  }
  if (unit.is_gone())
    list.push_back({{"text", words.filled("units_ended_none", {{"day", unit.ended->vi()}})}});
  return list;
}

json person_values(const Moment& moment, const Person& person, const PageWords& words) {
  std::string roles;
  const auto add = [&](const char* id) { roles += (roles.empty() ? "" : ", ") + words.text(id); };
  if (person.lead) add("unit_role_lead");
  if (person.officer) add("unit_role_officer");
  std::string leave;
  for (const Leave& away : person.leaves) {
    if (away.from <= moment.today && moment.today <= away.to)
      leave = words.filled("unit_on_leave", {{"day", away.to.vi()}});
  }
  return {{"name", person.name},
          {"roles", roles},
          {"channels", channels_of(person, words)},
          {"leave", leave}};
}

json people_of(const Moment& moment, const std::string& unit, const PageWords& words) {
  json list = json::array();
  for (const auto& [id, person] : moment.world.office.directory.persons()) {
    if (person.unit == unit && person.active && (person.lead || person.officer))
      list.push_back(person_values(moment, person, words));
  }
  return list;
}

/// Open ones worst first; those with a date ahead, nearest first; done ones, newest first.
struct Work {
  std::vector<const Judged*> open;
  std::vector<const Judged*> coming;
  std::vector<const Judged*> done;
};

/// Leads into `all`.
Work work_of(const Moment& moment, const std::vector<Judged>& all) {
  Work work;
  for (const Judged* one : worst_first(all, false)) {
    const Judgement& judgement = one->judgement;
    (judgement.open ? work.open : work.done).push_back(one);
    if (judgement.open && judgement.due && judgement.due->effective >= moment.today)
      work.coming.push_back(one);
  }
  std::sort(work.coming.begin(), work.coming.end(), [](const Judged* x, const Judged* y) {
    return x->judgement.due->effective < y->judgement.due->effective;
  });
  std::sort(work.done.begin(), work.done.end(), [](const Judged* x, const Judged* y) {
    return x->assignment->completed_at > y->assignment->completed_at;
  });
  return work;
}

json rows(const Moment& moment, std::vector<const Judged*> list, const PageWords& words) {
  if (list.size() > k_shown) list.resize(k_shown);
  return duty_values(rows_at(moment, list), words);
}

json calendar_of(const Moment& moment, std::vector<const Judged*> coming, const PageWords& words) {
  if (coming.size() > k_shown) coming.resize(k_shown);
  json days = json::array();
  std::string last;
  for (const BoardRow& row : rows_at(moment, coming)) {
    const std::string day = row.effective->vi();
    if (day != last) days.push_back({{"day", day}, {"iso", row.effective->iso()}});
    last = day;
    days.back()["duties"].push_back({{"code", row.code},
                                     {"what", row.what},
                                     {"href", "/assignments/" + percent_encoded(row.code)},
                                     {"standing", standing_in_words(row, words)}});
    days.back()["tone"] = row.due_soon ? "overdue" : "next";
  }
  return days;
}

/// One slip a plan that has something urgent here.
json slips_of(const Moment& moment, const Unit& unit, const Work& work) {
  std::set<std::string> plans;
  for (const Judged* one : work.open) {
    if (calls_for_slip(*one) && one->assignment->unit == unit.id)
      plans.insert(one->assignment->plan);
  }
  json list = json::array();
  for (const std::string& id : plans) {
    const PlanCase* plan = moment.world.office.plan(id);
    if (plan != nullptr)
      list.push_back({{"title", plan->plan.title()},
                      {"href", "/units/" + percent_encoded(unit.id) +
                                   "/slip.docx?plan=" + percent_encoded(id)}});
  }
  return list;
}

json unit_values(const Moment& moment, const Unit& unit, const PageCall& call,
                 const PageWords& words) {
  Sight sight(moment, call.visitor);
  BoardChoice choice;
  choice.only = unit.id;
  const std::vector<Judged> of_unit = chosen(moment, sight, choice, true);
  const Work work = work_of(moment, of_unit);
  json values{{"unit_name", unit.name},
              {"all", address_of("/duties", choice)},
              {"people", people_of(moment, unit.id, words)},
              {"log", "/log?unit=" + percent_encoded(unit.id)},
              {"earlier", earlier_of(unit, words)},
              {"successors", json::array()},
              {"above", json::array()},
              {"below", json::array()}};
  const auto& directory = moment.world.office.directory;
  if (const Unit* above = directory.unit(unit.parent))
    values["above"].push_back(link_to_unit(*above));
  for (const auto& [id, other] : directory.units()) {
    const bool is_below = other.parent == unit.id && !other.is_gone();
    if (is_below && sight.sees(id)) values["below"].push_back(link_to_unit(other));
  }
  for (const std::string& id : unit.successors) {
    if (const Unit* successor = directory.unit(id))
      values["successors"].push_back(link_to_unit(*successor));
  }
  values["has_successors"] = !values["successors"].empty();
  values["has_below"] = !values["below"].empty();
  const bool is_lead =
      lets_in(moment, Rule::leads, call.visitor, Subject::unit, {{"unit", unit.id}});
  values["slips"] = is_lead ? slips_of(moment, unit, work) : json::array();
  values["has_slips"] = !values["slips"].empty();
  values["has_people"] = !values["people"].empty();
  values["calendar"] = calendar_of(moment, work.coming, words);
  values["has_calendar"] = !work.coming.empty();
  values["open"] = {{"rows", rows(moment, work.open, words)}, {"has_rows", !work.open.empty()}};
  values["done"] = {{"rows", rows(moment, work.done, words)}, {"has_rows", !work.done.empty()}};
  return values;
}

Response unit_page(const PageTools& tools, const PageCall& call) {
  json values;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Unit* unit = moment.world.office.directory.unit(call.value("unit"));
    values = unit_values(moment, *unit, call, tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["feed"] = tools.keys == nullptr
                       ? ""
                       : "/units/" + percent_encoded(call.value("unit")) + "/calendar";
  return page(tools.kit, call, "unit", "unit_title", std::move(values));
}

}  // namespace

void add_unit_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/units/{unit}", Rule::in_sight, Subject::unit,
                   [tools](const PageCall& call) { return unit_page(tools, call); }, true});
}

}  // namespace dondoc
