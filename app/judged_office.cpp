#include "app/judged_office.h"

#include <algorithm>

#include "app/loaded_cases.h"

namespace dondoc {
namespace {

template <class Matches>
std::vector<std::string> codes_that(const OfficeCases::Map& cases, Matches matches) {
  std::vector<std::string> codes;
  for (const auto& [code, assignment] : cases) {
    if (matches(assignment)) codes.push_back(code);
  }
  return codes;
}

}  // namespace

const Assignment* OfficeCases::find(std::string_view code) const {
  auto found = cases_.find(code);
  return found == cases_.end() ? nullptr : &found->second;
}

std::vector<std::string> OfficeCases::codes_of_plan(std::string_view plan,
                                                    std::string_view period) const {
  return codes_that(cases_, [&](const Assignment& a) {
    return a.plan == plan && (period.empty() || a.period == period);
  });
}

std::vector<std::string> OfficeCases::open_codes() const {
  return codes_that(cases_, is_unfinished);
}

std::vector<std::string> OfficeCases::open_codes_of_unit(std::string_view unit) const {
  return codes_that(cases_,
                    [&](const Assignment& a) { return a.unit == unit && is_unfinished(a); });
}

std::vector<std::string> OfficeCases::codes_of_unit(std::string_view unit,
                                                    const std::vector<std::string>& plans) const {
  return codes_that(cases_, [&](const Assignment& a) {
    return a.unit == unit && std::find(plans.begin(), plans.end(), a.plan) != plans.end();
  });
}

void JudgedOffice::judge_all(LocalDate today) {
  today_ = today;
  judged_.clear();
  places_.clear();
  const BoardDay day{state_.office.calendar, today, zone_};
  for (const auto& [code, assignment] : state_.assignments) {
    if (assignment.meaning == Meaning::void_) continue;
    places_[code] = judged_.size();
    judged_.push_back({&assignment, judge(assignment, day)});
  }
}

void JudgedOffice::judge_again(const std::set<std::string>& codes) {
  const BoardDay day{state_.office.calendar, today_, zone_};
  for (const std::string& code : codes) {
    const Assignment& assignment = state_.assignments.at(code);
    auto place = places_.find(code);
    const bool is_void = assignment.meaning == Meaning::void_;
    // Who comes or goes moves the places of the others.
    if ((place == places_.end()) != is_void) return judge_all(today_);
    if (!is_void) judged_[place->second].judgement = judge(assignment, day);
  }
}

const Judged* JudgedOffice::find(std::string_view code) const {
  auto place = places_.find(code);
  return place == places_.end() ? nullptr : &judged_[place->second];
}

}  // namespace dondoc
