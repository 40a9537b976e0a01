#include "web/board_choice.h"

#include <algorithm>

#include "web/page_route.h"
#include "web/pager.h"

namespace dondoc {
namespace {

bool is_within(const Directory& directory, const std::string& unit, const BoardChoice& choice) {
  if (!choice.only.empty()) return unit == choice.only;
  return choice.unit.empty() || directory.is_within(unit, choice.unit);
}

/// In the total of the official boxes (reports/board.h).
bool is_counted(Standing standing) {
  return standing == Standing::done_on_time || standing == Standing::done_late ||
         standing == Standing::open_in_term || standing == Standing::open_overdue;
}

}  // namespace

const std::vector<std::string_view>& board_states() {
  static const std::vector<std::string_view> states = {
      "overdue", "due_soon", "not_updated", "in_term",   "on_time",
      "late",    "counted",  "unconfirmed", "requested", "ongoing"};
  return states;
}

BoardChoice board_choice(const Request& request) {
  BoardChoice choice;
  choice.plan = request.parameter("plan");
  choice.period = request.parameter("period");
  choice.unit = request.parameter("unit");
  choice.only = request.parameter("only");
  choice.duty = request.parameter("duty");
  const std::string state = request.parameter("state");
  const auto& known = board_states();
  if (std::find(known.begin(), known.end(), state) != known.end()) choice.state = state;
  const std::string day = request.parameter("asof");
  choice.as_of = LocalDate::parse(day);
  choice.bad_date = !day.empty() && !choice.as_of;
  choice.page = page_asked(request);
  return choice;
}

BoardChoice board_choice_at(const Request& request, PageDesk& desk) {
  BoardChoice choice = board_choice(request);
  if (choice.as_of && *choice.as_of >= desk.zone().date_of(desk.now())) choice.as_of.reset();
  return choice;
}

std::string address_of(std::string_view path, const BoardChoice& choice) {
  std::string address(path);
  char joint = '?';
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    address += joint;
    address += name;
    address += '=' + percent_encoded(value);
    joint = '&';
  };
  add("plan", choice.plan);
  add("period", choice.period);
  add("unit", choice.unit);
  add("only", choice.only);
  add("duty", choice.duty);
  add("state", choice.state);
  add("asof", choice.as_of ? choice.as_of->iso() : "");
  add("page", choice.page > 1 ? std::to_string(choice.page) : "");
  return address;
}

bool matches_state(const Judgement& judgement, std::string_view state) {
  if (state.empty()) return true;
  if (state == "due_soon") return judgement.due_soon;
  if (state == "not_updated") return judgement.not_updated;
  if (state == "overdue") return judgement.standing == Standing::open_overdue;
  if (state == "in_term") return judgement.standing == Standing::open_in_term;
  if (state == "on_time") return judgement.standing == Standing::done_on_time;
  if (state == "late") return judgement.standing == Standing::done_late;
  if (state == "counted") return is_counted(judgement.standing);
  if (state == "unconfirmed") return judgement.standing == Standing::unconfirmed;
  if (state == "requested") return judgement.standing == Standing::requested && judgement.open;
  return judgement.standing == Standing::ongoing;
}

std::vector<Judged> chosen(const Moment& moment, Sight& sight, const BoardChoice& choice,
                           bool any_state) {
  std::vector<Judged> list;
  list.reserve(moment.judged.size());
  const Directory& directory = moment.world.office.directory;
  struct Known {
    bool within = false;
    bool seen = false;
  };
  std::unordered_map<std::string_view, Known> units;
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (!choice.plan.empty() && a.plan != choice.plan) continue;
    if (!choice.period.empty() && a.period != choice.period) continue;
    if (!choice.duty.empty() && a.obligation != choice.duty) continue;
    if (!any_state && !matches_state(one.judgement, choice.state)) continue;
    auto [found, is_new] = units.try_emplace(a.unit);
    Known& unit = found->second;
    if (is_new) {
      unit.within = is_within(directory, a.unit, choice);
      unit.seen = unit.within && sight.sees(a.unit);
    }
    if (unit.seen || (unit.within && sight.sees(a))) list.push_back(one);
  }
  return list;
}

}  // namespace dondoc
