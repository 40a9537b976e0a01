#include "engine/loop/working_set.h"

#include <algorithm>
#include <utility>

#include "engine/check.h"
#include "engine/codec/state_codec.h"

namespace dondoc {
namespace {

bool is_open(const Assignment& a) {
  return a.meaning != Meaning::done && a.meaning != Meaning::void_;
}

CaseRow row_of(const Assignment& a) {
  CaseRow row;
  row.code = a.code;
  row.plan = a.plan;
  row.obligation = a.obligation;
  row.unit = a.unit;
  row.period = a.period;
  row.state = a.state;
  row.open = is_open(a);
  if (a.next) row.next_step = a.next->at;
  row.body = encode(a);
  return row;
}

}  // namespace

std::optional<Assignment> WorkingSet::read(std::string_view code) const {
  auto row = store_.find_case(code);
  if (!row) {
    if (!error_) error_ = row.error();
    return std::nullopt;
  }
  if (!row->has_value()) return std::nullopt;
  auto assignment = decode_assignment((*row)->body);
  if (!assignment) {
    if (!error_) error_ = assignment.error();
    return std::nullopt;
  }
  return std::move(*assignment);
}

WorkingSet::Kept* WorkingSet::load(std::string_view code) const {
  if (auto found = kept_.find(code); found != kept_.end()) {
    found->second.last_use = ++uses_;
    return &found->second;
  }
  auto assignment = read(code);
  if (!assignment) return nullptr;
  Kept kept{std::move(*assignment), ++uses_, false};
  return &kept_.emplace(std::string(code), std::move(kept)).first->second;
}

const Assignment* WorkingSet::find(std::string_view code) const {
  Kept* kept = load(code);
  return kept == nullptr ? nullptr : &kept->assignment;
}

template <class Matches>
std::vector<std::string> WorkingSet::merged(Result<std::vector<std::string>> stored,
                                            Matches matches) const {
  if (!stored) {
    if (!error_) error_ = stored.error();
    return {};
  }
  if (changed_.empty()) return std::move(*stored);
  std::set<std::string> codes(stored->begin(), stored->end());
  for (const std::string& code : changed_) {
    const Assignment& a = kept_.find(code)->second.assignment;
    if (matches(a)) {
      codes.insert(code);
    } else {
      codes.erase(code);
    }
  }
  return {codes.begin(), codes.end()};
}

std::vector<std::string> WorkingSet::codes_of_plan(std::string_view plan,
                                                   std::string_view period) const {
  return merged(store_.codes_of_plan(plan, period), [&](const Assignment& a) {
    return a.plan == plan && (period.empty() || a.period == period);
  });
}

std::vector<std::string> WorkingSet::open_codes() const {
  return merged(store_.open_codes(), is_open);
}

std::vector<std::string> WorkingSet::open_codes_of_unit(std::string_view unit) const {
  return merged(store_.open_codes_of_unit(unit),
                [&](const Assignment& a) { return is_open(a) && a.unit == unit; });
}

std::vector<std::string> WorkingSet::codes_of_unit(std::string_view unit,
                                                   const std::vector<std::string>& plans) const {
  return merged(store_.codes_of_unit(unit, plans), [&](const Assignment& a) {
    return a.unit == unit && std::find(plans.begin(), plans.end(), a.plan) != plans.end();
  });
}

const Assignment* WorkingSet::glance(std::string_view code) const {
  // Up to what trim leaves, so that what is being worked on is never dropped for it.
  const bool has_room = kept_.size() < capacity_ / 2;
  if (has_room || kept_.contains(code)) return find(code);
  glanced_ = read(code);
  return glanced_ ? &*glanced_ : nullptr;
}

Assignment& WorkingSet::edit(const std::string& code) {
  Kept* kept = load(code);
  if (kept == nullptr)
    kept = &kept_.emplace(code, Kept{Assignment{}, ++uses_, false}).first->second;
  if (!kept->changed) {
    kept->changed = true;
    changed_.push_back(code);
  }
  return kept->assignment;
}

std::vector<CaseRow> WorkingSet::take_changed() {
  std::vector<CaseRow> rows;
  rows.reserve(changed_.size());
  for (const std::string& code : changed_) {
    Kept& kept = kept_.find(code)->second;
    kept.changed = false;
    rows.push_back(row_of(kept.assignment));
  }
  changed_.clear();
  return rows;
}

void WorkingSet::trim() {
  CHECK(changed_.empty());
  if (kept_.size() <= capacity_) return;
  std::vector<std::uint64_t> ages;
  ages.reserve(kept_.size());
  for (const auto& entry : kept_) ages.push_back(entry.second.last_use);
  auto middle = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 2);
  std::nth_element(ages.begin(), middle, ages.end());
  const std::uint64_t oldest_kept = *middle;
  std::erase_if(kept_, [&](const auto& entry) { return entry.second.last_use < oldest_kept; });
}

void WorkingSet::fetch(const std::vector<std::string>& codes) {
  std::vector<std::string> missing;
  for (const std::string& code : codes) {
    if (!kept_.contains(code)) missing.push_back(code);
  }
  if (missing.size() < 2) return;
  const auto rows = store_.find_cases(missing);
  if (!rows) return;
  for (const CaseRow& row : *rows) {
    auto assignment = decode_assignment(row.body);
    if (assignment) kept_.emplace(row.code, Kept{std::move(*assignment), ++uses_, false});
  }
}

void WorkingSet::drop(std::string_view code) {
  const auto found = kept_.find(code);
  if (found == kept_.end()) return;
  CHECK(!found->second.changed);
  kept_.erase(found);
}

void WorkingSet::forget() {
  kept_.clear();
  changed_.clear();
}

std::optional<Error> WorkingSet::take_error() const { return std::exchange(error_, std::nullopt); }

}  // namespace dondoc
