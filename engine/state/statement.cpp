#include "engine/state/statement.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/check.h"

namespace dondoc {
namespace {

/// Written in the log: a name is never changed.
constexpr std::array<std::pair<Statement, std::string_view>, 7> k_retractions = {{
    {Statement::acknowledgement, "retract_acknowledgement"},
    {Statement::report, "retract_report"},
    {Statement::extension, "retract_extension"},
    {Statement::obstacle, "retract_obstacle"},
    {Statement::dispute, "retract_dispute"},
    {Statement::handover, "retract_handover"},
    {Statement::promise, "retract_promise"},
}};

}  // namespace

std::string_view retraction_of(Statement what) {
  const auto found = std::find_if(k_retractions.begin(), k_retractions.end(),
                                  [&](const auto& one) { return one.first == what; });
  CHECK(found != k_retractions.end());
  return found->second;
}

Statement retracted_by(std::string_view trigger) {
  const auto found = std::find_if(k_retractions.begin(), k_retractions.end(),
                                  [&](const auto& one) { return one.second == trigger; });
  return found == k_retractions.end() ? Statement::none : found->first;
}

}  // namespace dondoc
