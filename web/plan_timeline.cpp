#include "web/plan_timeline.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "web/board_choice.h"

namespace dondoc {
namespace {

using nlohmann::json;

LocalDate beginning_of(const Assignment& a, LocalDate due, const Zone& zone) {
  return std::min(due, a.from.value_or(zone.date_of(a.issued_at)));
}

json mark_values(const PlanMark& mark, const std::string& plan, const PageWords& words) {
  BoardChoice choice;
  choice.plan = plan;
  choice.duty = mark.duty;
  std::string text = words.filled("plan_timeline_count", {{"n", std::to_string(mark.all)}});
  if (mark.done > 0)
    text += ", " + words.filled("plan_timeline_done", {{"n", std::to_string(mark.done)}});
  if (mark.overdue > 0)
    text += ", " + words.filled("cell_overdue", {{"n", std::to_string(mark.overdue)}});
  return {{"duty", mark.duty},       {"what", mark.what},
          {"count", text},           {"from", mark.from.iso()},
          {"all", mark.all},         {"done", mark.done},
          {"overdue", mark.overdue}, {"href", address_of("/duties", choice)}};
}

}  // namespace

std::vector<PlanMark> timeline_of(const Moment& moment, Sight& sight, const PlanCase& plan,
                                  std::size_t most) {
  std::map<LocalDate, std::map<std::string, PlanMark>> days;
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (a.plan != plan.plan.id || !one.judgement.due || !sight.sees(a)) continue;
    const LocalDate due = one.judgement.due->effective;
    const LocalDate from = beginning_of(a, due, moment.world.zone);
    const auto [at, is_new] = days[due].try_emplace(a.obligation);
    PlanMark& mark = at->second;
    const Obligation* duty = plan.plan.obligation(a.obligation);
    mark.day = due;
    mark.from = is_new ? from : std::min(mark.from, from);
    mark.duty = a.obligation;
    mark.what = duty == nullptr ? a.obligation : duty->what;
    ++mark.all;
    if (!one.judgement.open) ++mark.done;
    if (one.judgement.standing == Standing::open_overdue) ++mark.overdue;
  }
  std::vector<PlanMark> marks;
  std::size_t shown = 0;
  for (const auto& [day, duties] : days) {
    if (++shown > most) break;
    for (const auto& [duty, mark] : duties) marks.push_back(mark);
  }
  return marks;
}

json timeline_values(const std::vector<PlanMark>& marks, const std::string& plan,
                     const PageWords& words) {
  json days = json::array();
  for (auto at = marks.begin(); at != marks.end();) {
    const auto end =
        std::find_if(at, marks.end(), [&](const PlanMark& mark) { return mark.day != at->day; });
    const bool is_late =
        std::any_of(at, end, [](const PlanMark& mark) { return mark.overdue > 0; });
    const bool is_done =
        std::all_of(at, end, [](const PlanMark& mark) { return mark.done == mark.all; });
    json duties = json::array();
    for (auto mark = at; mark != end; ++mark) duties.push_back(mark_values(*mark, plan, words));
    days.push_back({{"day", at->day.vi()},
                    {"iso", at->day.iso()},
                    {"tone", is_late   ? "overdue"
                             : is_done ? "done"
                                       : "next"},
                    {"duties", std::move(duties)}});
    at = end;
  }
  return days;
}

}  // namespace dondoc
