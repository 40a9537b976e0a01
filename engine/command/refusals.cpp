#include "engine/command/refusals.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace dondoc {
namespace {

using Filled = PhraseValue::Kind;

Rejected refused(Refusal kind, std::string_view text, std::vector<PhraseValue> values) {
  return {kind, {std::string(text), std::move(values)}};
}

Rejected about(Refusal kind, std::string_view text, const char* name, std::string_view value,
               Filled value_kind = Filled::as_is) {
  return refused(kind, text, {{name, std::string(value), value_kind}});
}

}  // namespace

Rejected unknown_duty(std::string_view code) { return about(Refusal::unknown, "R-01", "ma", code); }
Rejected unknown_plan(std::string_view plan) { return about(Refusal::unknown, "R-02", "kh", plan); }
Rejected unknown_person(std::string_view person) {
  return about(Refusal::unknown, "R-03", "nguoi", person);
}
Rejected unknown_unit(std::string_view unit) { return about(Refusal::unknown, "R-04", "dv", unit); }
Rejected not_of_this_unit(std::string_view code) {
  return about(Refusal::forbidden, "R-05", "ma", code);
}
Rejected only_for_leads(std::string_view code) {
  return about(Refusal::forbidden, "R-06", "ma", code);
}
Rejected only_for_leads_of_person(std::string_view name) {
  return about(Refusal::forbidden, "R-07", "nguoi", name);
}
Rejected only_for_leads_of_plan(std::string_view plan) {
  return about(Refusal::forbidden, "R-08", "kh", plan);
}
Rejected only_for_administrators() { return refused(Refusal::forbidden, "R-09", {}); }
Rejected no_such_move(std::string_view code, std::string_view state) {
  return refused(Refusal::not_now, "R-10",
                 {{"ma", std::string(code)}, {"trang_thai", std::string(state), Filled::state}});
}
Rejected moved_on(const Assignment& assignment) {
  return refused(Refusal::not_now, "U-12",
                 {{"ma_cu", assignment.code},
                  {"ma", fmt::format("{}", fmt::join(assignment.moved_to, "], ["))}});
}
Rejected missing(std::string_view part) {
  return about(Refusal::invalid, "R-11", "phan", part, Filled::text);
}
Rejected too_long(std::string_view part) {
  return about(Refusal::invalid, "R-12", "phan", part, Filled::text);
}
Rejected invalid(std::string_view text, std::vector<PhraseValue> values) {
  return refused(Refusal::invalid, text, std::move(values));
}
Rejected already(std::string_view text, std::vector<PhraseValue> values) {
  return refused(Refusal::redundant, text, std::move(values));
}

}  // namespace dondoc
