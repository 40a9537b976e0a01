#include "app/loaded_cases.h"

#include <algorithm>
#include <utility>

namespace dondoc {
namespace {

template <class Matches>
std::vector<std::string> codes_that(const std::map<std::string, Assignment, std::less<>>& cases,
                                    Matches matches) {
  std::vector<std::string> codes;
  for (const auto& [code, assignment] : cases) {
    if (matches(assignment)) codes.push_back(code);
  }
  return codes;
}

}  // namespace

bool is_unfinished(const Assignment& a) {
  return a.meaning != Meaning::done && a.meaning != Meaning::void_;
}

LoadedCases::LoadedCases(std::vector<Assignment> assignments) {
  for (Assignment& a : assignments) {
    std::string code = a.code;
    by_code_.insert_or_assign(std::move(code), std::move(a));
  }
}

const Assignment* LoadedCases::find(std::string_view code) const {
  auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second;
}

std::vector<std::string> LoadedCases::codes_of_plan(std::string_view plan,
                                                    std::string_view period) const {
  return codes_that(by_code_, [&](const Assignment& a) {
    return a.plan == plan && (period.empty() || a.period == period);
  });
}

std::vector<std::string> LoadedCases::open_codes() const {
  return codes_that(by_code_, is_unfinished);
}

std::vector<std::string> LoadedCases::open_codes_of_unit(std::string_view unit) const {
  return codes_that(by_code_,
                    [&](const Assignment& a) { return a.unit == unit && is_unfinished(a); });
}

std::vector<std::string> LoadedCases::codes_of_unit(std::string_view unit,
                                                    const std::vector<std::string>& plans) const {
  return codes_that(by_code_, [&](const Assignment& a) {
    return a.unit == unit && std::find(plans.begin(), plans.end(), a.plan) != plans.end();
  });
}

}  // namespace dondoc
