// Parts of a plan file as JSON. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "engine/plan/due_rule.h"
#include "intake/draft/unit_book.h"

namespace dondoc::intake {

/// The one with that "id" in a list of units, groups, duties or questions; nullptr: there is none.
const nlohmann::ordered_json* find_by_id(const nlohmann::ordered_json& list, std::string_view id);
nlohmann::ordered_json* find_by_id(nlohmann::ordered_json& list, std::string_view id);

/// `question`: the id an unconfirmed rule waits for.
nlohmann::ordered_json due_json(const DueRule& due, const std::string& question);
nlohmann::ordered_json units_json(const UnitBook& book);
nlohmann::ordered_json groups_json(const UnitBook& book);

}  // namespace dondoc::intake
