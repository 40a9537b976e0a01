#include "engine/plan/plan.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::array<std::string_view, 18> k_kinds = {
    "report_periodic", "report_once", "report_adhoc", "consolidate", "plan_issue",     "task_once",
    "task_ongoing",    "task_count",  "event",        "training",    "club_meeting",   "inspection",
    "settlement",      "fund_pickup", "scoring",      "review",      "steering_check", "triggered",
};
static_assert(k_kinds.size() == static_cast<std::size_t>(Kind::triggered) + 1);

constexpr std::size_t k_subject_bytes = 100;  ///< of a title made from the subject

template <typename T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
  auto found = std::find_if(all.begin(), all.end(), [id](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

/// "KẾ HOẠCH" → "Kế hoạch", so that it can stand inside a sentence.
std::string sentence_case(const std::string& text) {
  std::string result;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* end = bytes + text.size();
  while (bytes < end) {
    utf8proc_int32_t letter = 0;
    auto length = utf8proc_iterate(bytes, end - bytes, &letter);
    if (length < 0) return text;
    std::array<utf8proc_uint8_t, 4> encoded{};
    auto size =
        utf8proc_encode_char(result.empty() ? letter : utf8proc_tolower(letter), encoded.data());
    result.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
    bytes += length;
  }
  return result;
}

/// Cut between words; a space is never part of a longer UTF-8 sequence.
std::string shortened(const std::string& text) {
  if (text.size() <= k_subject_bytes) return text;
  auto space = text.rfind(' ', k_subject_bytes);
  return space == std::string::npos ? text : text.substr(0, space) + " …";
}

/// Units and groups of a plan by id, made once for many obligations.
class Members {
 public:
  explicit Members(const Plan& plan) {
    for (const auto& unit : plan.units) units_.insert(unit.id);
    for (const auto& group : plan.groups) groups_.emplace(group.id, &group);
  }

  std::vector<std::string> of(const Obligation& obligation) const {
    std::vector<std::string> result;
    std::unordered_set<std::string_view> seen;
    auto add = [&](const std::string& unit) {
      if (units_.count(unit) != 0 && seen.insert(unit).second) result.push_back(unit);
    };
    for (const auto& name : obligation.who) {
      add(name);
      auto group = groups_.find(name);
      if (group == groups_.end()) continue;
      for (const auto& unit : group->second->units) add(unit);
    }
    return result;
  }

 private:
  std::unordered_set<std::string_view> units_;
  std::unordered_map<std::string_view, const Group*> groups_;
};

/// What a rule asks for beside its dated occurrences.
enum class Undated { nothing, standing, unconfirmed };

Undated undated_part(const DueRule& due) {
  if (std::holds_alternative<UnconfirmedRule>(due.rule)) return Undated::unconfirmed;
  if (std::holds_alternative<TriggerRule>(due.rule) ||
      std::holds_alternative<OngoingRule>(due.rule))
    return Undated::standing;
  auto most = Undated::nothing;
  if (const auto* several = std::get_if<SeveralRule>(&due.rule)) {
    for (const auto& part : several->rules) most = std::max(most, undated_part(part));
  }
  return most;
}

/// The last answer counts.
const DueRule& due_in_force(const Obligation& obligation, const ConfirmedDues& confirmed) {
  auto answer = std::find_if(confirmed.rbegin(), confirmed.rend(), [&](const DefaultDue& one) {
    return one.obligation == obligation.id;
  });
  return answer == confirmed.rend() ? obligation.due : answer->due;
}

std::string unit_code(const Obligation& obligation, std::size_t place, std::size_t units) {
  int width = units > 99 ? 3 : 2;
  return fmt::format("{}-{:0{}}", obligation.id, place + 1, width);
}

}  // namespace

std::string_view name_of(Kind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) {
  auto found = std::find(k_kinds.begin(), k_kinds.end(), name);
  if (found == k_kinds.end()) return std::nullopt;
  return static_cast<Kind>(found - k_kinds.begin());
}

std::string_view name_of(Binding binding) {
  return binding == Binding::ordered ? "ordered" : "requested";
}

std::string Plan::title() const {
  std::string type = document_type.empty() ? "Kế hoạch" : sentence_case(document_type);
  if (number.empty() && !date) return fmt::format("{} “{}”", type, shortened(subject));
  std::string title = type;
  if (!number.empty()) title += " " + number;
  if (date) title += " ngày " + date->vi();
  return title;
}

const Obligation* Plan::obligation(std::string_view wanted) const {
  return with_id(obligations, wanted);
}
const Form* Plan::form(std::string_view wanted) const { return with_id(forms, wanted); }
const PlanUnit* Plan::unit(std::string_view wanted) const { return with_id(units, wanted); }
const Question* Plan::question(std::string_view wanted) const { return with_id(questions, wanted); }

std::vector<std::string> units_of(const Plan& plan, const Obligation& obligation) {
  return Members(plan).of(obligation);
}

ConfirmedDues all_defaults(const Plan& plan) {
  ConfirmedDues result;
  for (const auto& question : plan.questions)
    result.insert(result.end(), question.dues.begin(), question.dues.end());
  return result;
}

std::vector<PlannedAssignment> assignments_of(const Plan& plan, const ConfirmedDues& confirmed) {
  std::vector<PlannedAssignment> result;
  Members members(plan);
  for (const auto& obligation : plan.obligations) {
    const DueRule& due = due_in_force(obligation, confirmed);
    auto dates = occurrences(due, plan.floor());
    auto undated = undated_part(due);
    auto per_unit = dates.size() + (undated == Undated::nothing ? 0 : 1);
    auto units = members.of(obligation);
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (result.size() + per_unit > limits::assignments_per_plan) return result;
      auto code = unit_code(obligation, i, units.size());
      for (const auto& date : dates) {
        auto suffix = date.code_suffix.empty() ? "" : "-" + date.code_suffix;
        result.push_back({code + suffix, &obligation, units[i], date, true});
      }
      if (undated != Undated::nothing) {
        result.push_back(
            {code, &obligation, units[i], std::nullopt, undated != Undated::unconfirmed});
      }
    }
  }
  return result;
}

}  // namespace dondoc
