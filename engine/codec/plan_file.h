// A plan file: the plan, and what else the file says that only its checks need. Values only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan/plan.h"

namespace dondoc {

struct BudgetItem {
  std::string unit;
  std::int64_t amount = 0;          ///< in đồng
  std::vector<std::int64_t> parts;  ///< empty: not broken down
};

struct Budget {
  std::optional<std::int64_t> total;
  std::vector<BudgetItem> items;
};

struct Phase {
  std::optional<LocalDate> from;
  std::optional<LocalDate> to;
};

/// Every vector keeps the places of the file, so that a check can point at what it judges: element
/// i of a JSON list is element i here, readable or not. What could not be read is empty.
struct PlanFile {
  Plan plan;
  bool has_floor = false;  ///< states its date or `not_before`, readable or not
  std::vector<std::optional<LocalDate>> basis;  ///< dates of the documents the plan rests on
  std::vector<std::string> recipients;          ///< unit ids; empty where the file names none
  std::vector<Phase> phases;
  Budget budget;
};

}  // namespace dondoc
