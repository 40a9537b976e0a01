#include <fmt/format.h>

#include <unordered_set>

#include "engine/codec/check_plan_parts.h"
#include "engine/codec/json_document.h"

namespace dondoc {
namespace {

using Ids = std::unordered_set<std::string>;

void check_group(const Group& group, const Ids& unlisted, const std::string& pointer,
                 Faults& faults) {
  Ids seen;
  bool open_ended = false;
  for (std::size_t i = 0; i < group.units.size(); ++i) {
    const auto& id = group.units[i];
    if (!id.empty() && !seen.insert(id).second) {
      faults.add(fmt::format("{}/units/{}", pointer, i),
                 fmt::format("unit '{}' is already in this group", id));
    }
    open_ended |= unlisted.count(id) != 0;
  }
  if (!group.stated_count || open_ended ||
      static_cast<std::size_t>(*group.stated_count) == group.units.size())
    return;
  faults.add(pointer + "/stated_count",
             fmt::format("the plan states {} units, the group lists {}; add the missing ones as "
                         "placeholders or mark one unit as unlisted",
                         *group.stated_count, group.units.size()));
}

}  // namespace

void check_units(const Plan& plan, const PlanNames& names, Faults& faults) {
  std::vector<TreeNode> nodes;
  Ids unlisted;
  for (const auto& unit : plan.units) {
    nodes.push_back({unit.id, unit.parent});
    if (unit.unlisted) unlisted.insert(unit.id);
  }
  check_parents(nodes, names.units, "/units", faults);
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    auto pointer = pointer_to("/groups", i);
    const auto& group = plan.groups[i];
    for (std::size_t k = 0; k < group.units.size(); ++k) {
      names.units.require(group.units[k], fmt::format("{}/units/{}", pointer, k), faults);
    }
    check_group(group, unlisted, pointer, faults);
  }
}

void check_budget(const Budget& budget, const PlanNames& names, Faults& faults) {
  std::int64_t total = 0;
  for (std::size_t i = 0; i < budget.items.size(); ++i) {
    const auto& item = budget.items[i];
    auto pointer = pointer_to("/plan/budget/items", i);
    names.units.require(item.unit, pointer + "/unit", faults);
    std::int64_t parts = 0;
    for (auto part : item.parts) parts += part;
    if (!item.parts.empty() && parts != item.amount) {
      faults.add(pointer + "/amount_vnd",
                 fmt::format("the parts add up to {} đồng, not {}", parts, item.amount));
    }
    total += item.amount;
  }
  if (budget.total && *budget.total != total) {
    faults.add("/plan/budget/total_vnd",
               fmt::format("the items add up to {} đồng, not {}", total, *budget.total));
  }
}

}  // namespace dondoc
