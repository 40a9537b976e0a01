#include "reports/heat_map.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
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

/// A unit with everything it owes, before it is known whether its row is shown.
struct UnitSum {
  std::string_view unit;
  HeatCell sum;
};

bool worse(const UnitSum& x, const UnitSum& y) {
  if (x.sum.overdue != y.sum.overdue) return x.sum.overdue > y.sum.overdue;
  if (x.sum.days != y.sum.days) return x.sum.days > y.sum.days;
  if (x.sum.not_updated != y.sum.not_updated) return x.sum.not_updated > y.sum.not_updated;
  return x.unit < y.unit;
}

const std::string& key_of(const Assignment& a, bool by_duty) {
  return by_duty ? a.obligation : a.plan;
}

/// Gives each key a number, in order of appearance. Neighbours mostly have the same key.
class Numbers {
 public:
  std::size_t of(std::string_view key) {
    if (last_ < keys_.size() && keys_[last_] == key) return last_;
    const auto [found, is_new] = index_.try_emplace(key, keys_.size());
    if (is_new) keys_.push_back(key);
    return last_ = found->second;
  }
  std::size_t size() const { return keys_.size(); }

 private:
  std::vector<std::string_view> keys_;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::size_t last_ = 0;
};

/// What was counted over everything chosen, and for each assignment where it belongs: of many
/// thousands only a page of rows is filled in, and no name is looked up twice.
struct Counted {
  std::vector<UnitSum> units;
  std::vector<HeatColumn> columns;
  struct Place {
    std::uint32_t unit = 0;
    std::uint32_t column = 0;
  };
  std::vector<Place> places;
};

Counted count_all(const Office& office, const std::vector<Judged>& chosen, bool by_duty) {
  Counted counted;
  counted.places.reserve(chosen.size());
  Numbers units;
  Numbers columns;
  for (const Judged& one : chosen) {
    const Assignment& a = *one.assignment;
    const std::size_t unit = units.of(a.unit);
    if (unit == counted.units.size()) counted.units.push_back({a.unit, {}});
    const std::size_t column = columns.of(key_of(a, by_duty));
    if (column == counted.columns.size()) counted.columns.push_back(column_of(office, a, by_duty));
    add(counted.units[unit].sum, one.judgement);
    counted.places.push_back(
        {static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(column)});
  }
  return counted;
}

/// For each old number the new one, when things stand in the order of `order`.
std::vector<std::size_t> places_in(const std::vector<std::size_t>& order) {
  std::vector<std::size_t> places(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  return places;
}

template <class Before>
std::vector<std::size_t> in_order(std::size_t size, Before before) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), before);
  return order;
}

}  // namespace

HeatMap heat_map(const Office& office, const std::vector<Judged>& chosen, const std::string& plan,
                 std::size_t skip, std::size_t take) {
  const Counted counted = count_all(office, chosen, !plan.empty());
  const auto columns = in_order(counted.columns.size(), [&](std::size_t x, std::size_t y) {
    return place_of(office, counted.columns[x]) < place_of(office, counted.columns[y]);
  });
  const auto units = in_order(counted.units.size(), [&](std::size_t x, std::size_t y) {
    return worse(counted.units[x], counted.units[y]);
  });
  HeatMap map{{}, {}, units.size()};
  for (std::size_t column : columns) map.columns.push_back(counted.columns[column]);
  const std::size_t from = std::min(skip, units.size());
  const std::size_t to = std::min(from + take, units.size());
  for (std::size_t i = from; i < to; ++i) {
    const UnitSum& unit = counted.units[units[i]];
    map.rows.push_back(
        {std::string(unit.unit), "", "", unit.sum, std::vector<HeatCell>(columns.size())});
    name(map.rows.back(), office.directory);
  }
  const auto row_of = places_in(units);
  const auto column_at = places_in(columns);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t row = row_of[counted.places[i].unit];
    if (row >= from && row < to)
      add(map.rows[row - from].cells[column_at[counted.places[i].column]], chosen[i].judgement);
  }
  return map;
}

}  // namespace dondoc
