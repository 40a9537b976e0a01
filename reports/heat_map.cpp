#include "reports/heat_map.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace dondoc {
namespace {

void add(HeatCell& cell, const Judgement& judgement) {
  ++cell.total;
  if (judgement.not_updated) ++cell.not_updated;
  if (judgement.due_soon) ++cell.due_soon;
  switch (judgement.standing) {
    case Standing::open_overdue:
      ++cell.overdue;
      cell.days = std::max(cell.days, judgement.days_overdue);
      break;
    case Standing::open_in_term:
      ++cell.in_term;
      break;
    case Standing::done_late:
      ++cell.late;
      [[fallthrough]];
    case Standing::done_on_time:
      ++cell.done;
      break;
    case Standing::unconfirmed:
    case Standing::requested:
    case Standing::ongoing:
      ++cell.waiting;
      break;
  }
}

HeatColumn column_of(const Office& office, const Assignment& a, bool by_duty) {
  const PlanCase* plan = office.plan(a.plan);
  if (!by_duty) {
    HeatColumn column{a.plan, "", a.plan, a.plan};
    if (plan != nullptr) {
      column.what = plan->plan.title();
      if (!plan->plan.number.empty()) column.label = plan->plan.number;
    }
    return column;
  }
  const Obligation* duty = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  return {a.plan, a.obligation, a.obligation, duty == nullptr ? a.obligation : duty->what};
}

/// Where a column stands in its plan; the plans themselves in order of their ids.
struct Place {
  std::string_view plan;
  std::size_t duty = 0;
  bool operator<(const Place& other) const {
    return plan != other.plan ? plan < other.plan : duty < other.duty;
  }
};

Place place_of(const Office& office, const HeatColumn& column) {
  const PlanCase* plan = office.plan(column.plan);
  if (plan == nullptr) return {column.plan, 0};
  const auto& duties = plan->plan.obligations;
  const auto found = std::find_if(duties.begin(), duties.end(), [&](const Obligation& duty) {
    return duty.id == column.obligation;
  });
  return {column.plan, static_cast<std::size_t>(found - duties.begin())};
}

std::string shown_name(const Unit& unit) {
  return unit.short_name.empty() ? unit.name : unit.short_name;
}

void name(HeatRow& row, const Directory& directory) {
  row.name = row.unit;
  const Unit* unit = directory.unit(row.unit);
  if (unit == nullptr) return;
  row.name = shown_name(*unit);
  if (const Unit* above = directory.unit(unit->parent)) row.above = shown_name(*above);
}

bool worse(const HeatRow& x, const HeatRow& y) {
  if (x.sum.overdue != y.sum.overdue) return x.sum.overdue > y.sum.overdue;
  if (x.sum.days != y.sum.days) return x.sum.days > y.sum.days;
  if (x.sum.not_updated != y.sum.not_updated) return x.sum.not_updated > y.sum.not_updated;
  return x.unit < y.unit;
}

/// The columns in order, and where each duty (or plan) stands among them.
struct Columns {
  std::vector<HeatColumn> list;
  std::unordered_map<std::string_view, std::size_t> index;
};

const std::string& key_of(const Assignment& a, bool by_duty) {
  return by_duty ? a.obligation : a.plan;
}

Columns columns_of(const Office& office, const std::vector<Judged>& chosen, bool by_duty) {
  Columns columns;
  for (const Judged& one : chosen) {
    if (columns.index.try_emplace(key_of(*one.assignment, by_duty), 0).second)
      columns.list.push_back(column_of(office, *one.assignment, by_duty));
  }
  std::sort(columns.list.begin(), columns.list.end(),
            [&](const HeatColumn& x, const HeatColumn& y) {
              return place_of(office, x) < place_of(office, y);
            });
  for (std::size_t i = 0; i < columns.list.size(); ++i)
    columns.index[by_duty ? columns.list[i].obligation : columns.list[i].plan] = i;
  return columns;
}

}  // namespace

HeatMap heat_map(const Office& office, const std::vector<Judged>& chosen, const std::string& plan,
                 std::size_t skip, std::size_t take) {
  const bool by_duty = !plan.empty();
  const Columns columns = columns_of(office, chosen, by_duty);
  HeatMap map{columns.list, {}, 0};
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Judged& one : chosen) {
    const Assignment& a = *one.assignment;
    auto [place, is_new] = places.try_emplace(a.unit, map.rows.size());
    if (is_new) map.rows.push_back({a.unit, "", "", {}, std::vector<HeatCell>(map.columns.size())});
    HeatRow& row = map.rows[place->second];
    add(row.sum, one.judgement);
    add(row.cells[columns.index.at(key_of(a, by_duty))], one.judgement);
  }
  map.units = map.rows.size();
  std::sort(map.rows.begin(), map.rows.end(), worse);
  const std::size_t from = std::min(skip, map.rows.size());
  const std::size_t to = std::min(from + take, map.rows.size());
  map.rows = {std::make_move_iterator(map.rows.begin() + static_cast<std::ptrdiff_t>(from)),
              std::make_move_iterator(map.rows.begin() + static_cast<std::ptrdiff_t>(to))};
  for (HeatRow& row : map.rows) name(row, office.directory);
  return map;
}

}  // namespace dondoc
