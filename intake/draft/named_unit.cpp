#include "intake/draft/named_unit.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/text/slug.h"
#include "intake/draft/draft_json.h"
#include "intake/draft/unit_book.h"

namespace dondoc::intake {
namespace {

std::string known_in(const DraftJson& list, std::string_view name) {
  const std::string key = unit_key(std::string(name));
  for (const DraftJson& one : list) {
    if (one["id"] == name || unit_key(one["name"]) == key) return one["id"];
  }
  return {};
}

bool is_taken(const DraftJson& draft, const std::string& id) {
  return find_by_id(draft["units"], id) != nullptr ||
         (draft.contains("groups") && find_by_id(draft["groups"], id) != nullptr);
}

PlanUnit unit_of(const DraftJson& json) {
  PlanUnit unit;
  unit.id = json["id"];
  unit.name = json["name"];
  unit.kind = json["kind"];
  unit.external = json.value("external", false);
  return unit;
}

}  // namespace

std::string known_unit(const DraftJson& draft, std::string_view name) {
  std::string id = known_in(draft["units"], name);
  if (id.empty() && draft.contains("groups")) id = known_in(draft["groups"], name);
  return id;
}

PlanUnit named_unit(const DraftJson& draft, const std::string& name, const std::string& parent,
                    bool external) {
  const std::string id = known_in(draft["units"], name);
  if (const DraftJson* known = find_by_id(draft["units"], id)) return unit_of(*known);
  PlanUnit unit;
  const std::string wanted = slug(name, k_unit_slug);
  unit.id = wanted;
  for (int i = 2; is_taken(draft, unit.id); ++i) unit.id = fmt::format("{}-{}", wanted, i);
  unit.name = name;
  unit.kind = external ? "superior" : unit_kind_of(name);
  unit.parent = external ? std::string() : parent;
  unit.external = external;
  return unit;
}

}  // namespace dondoc::intake
