#include "engine/codec/plan_words.h"

#include "engine/plan/plan.h"

namespace dondoc {

const std::vector<std::string_view>& unit_kinds() {
  static const std::vector<std::string_view> kinds = {
      "committee",   "department",  "police",        "military", "front",
      "youth_union", "women_union", "farmers_union", "commune",  "steering",
      "team",        "superior",    "media",         "group"};
  return kinds;
}

const std::vector<std::string_view>& kind_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (int kind = 0; kind <= static_cast<int>(Kind::triggered); ++kind)
      all.push_back(name_of(static_cast<Kind>(kind)));
    return all;
  }();
  return names;
}

}  // namespace dondoc
