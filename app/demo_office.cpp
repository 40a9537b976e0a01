#include "app/demo_office.h"

#include <fmt/format.h>

#include <array>
#include <set>

namespace dondoc {
namespace {

/// Invented people; any likeness to a real officer would be chance.
constexpr std::array<const char*, 20> k_names{
    "Nguyễn Thị Mẫu",  "Trần Văn Thử",     "Lê Thị Ví Dụ",   "Phạm Văn Minh Họa",
    "Võ Thị An Nhiên", "Đặng Văn Bình An", "Bùi Thị Cẩm Mơ", "Hồ Văn Duy Thử",
    "Ngô Thị Én Nhỏ",  "Dương Văn Phượng", "Lý Thị Giang",   "Đỗ Văn Hải Thử",
    "Mai Thị Khánh",   "Phan Văn Lâm",     "Vũ Thị Mận",     "Trịnh Văn Nam Thử",
    "Đinh Thị Oanh",   "Tô Văn Phúc",      "Cao Thị Quỳnh",  "Hà Văn Sơn Thử"};

bool is_woman(std::string_view name) { return name.find("Thị") != std::string_view::npos; }

/// Unions and Party bodies say "đồng chí", government offices anh or chị (domain.md §5).
std::string form_of_address(const PlanUnit& unit, std::string_view name) {
  static const std::set<std::string, std::less<>> k_comrades{"youth_union", "women_union",
                                                             "farmers_union", "front", "steering"};
  if (k_comrades.contains(unit.kind)) return "đồng chí";
  return is_woman(name) ? "chị" : "anh";
}

Command person(const PlanUnit& unit, std::string_view role, std::size_t number) {
  Person p;
  p.id = fmt::format("{}-{}", role, unit.id);
  p.name = k_names[number % k_names.size()];
  p.form_of_address = form_of_address(unit, p.name);
  p.unit = unit.id;
  p.officer = role == "cb";
  p.lead = role == "ld";
  p.addresses.push_back({"sandbox", p.id, true});
  return Command{std::string(k_administrator), "", RegisterPerson{p}};
}

Command unit_of(const PlanUnit& u) {
  Unit unit{u.id, u.name, u.short_name, u.kind, u.parent, u.placeholder, u.unlisted, u.external};
  return Command{std::string(k_administrator), "", RegisterUnit{unit}};
}

/// Parents before children, because a unit's parent must be known.
std::vector<const PlanUnit*> top_down(const Plan& plan) {
  std::vector<const PlanUnit*> order;
  std::set<std::string> placed;
  for (bool grew = true; grew;) {
    grew = false;
    for (const PlanUnit& unit : plan.units) {
      const bool ready = unit.parent.empty() || placed.contains(unit.parent);
      if (!ready || !placed.insert(unit.id).second) continue;
      order.push_back(&unit);
      grew = true;
    }
  }
  return order;
}

std::set<std::string> acting_units(const Plan& plan) {
  std::set<std::string> units;
  for (const Obligation& o : plan.obligations) {
    for (const std::string& unit : units_of(plan, o)) units.insert(unit);
  }
  return units;
}

}  // namespace

std::vector<Command> people_of_demo(const Plan& plan) {
  std::vector<Command> commands;
  const auto units = top_down(plan);
  for (const PlanUnit* unit : units) commands.push_back(unit_of(*unit));
  const auto acting = acting_units(plan);
  std::size_t number = 0;
  for (const PlanUnit* unit : units) {
    if (unit->id == plan.issuer) commands.push_back(person(*unit, "ld", number++));
    if (acting.contains(unit->id) && !unit->external)
      commands.push_back(person(*unit, "cb", number++));
  }
  return commands;
}

}  // namespace dondoc
