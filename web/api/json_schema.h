// Does a JSON value fit its schema? The part of JSON Schema 2020-12 that web/api/schemas.json uses:
// type, enum, const, properties, required, additionalProperties, items, minimum, maximum,
// minLength, maxLength, maxItems, format "date", anyOf, and $ref to another schema of that file.
// Any other word is refused (CHECKed), so that no rule of ours is written and not applied. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "engine/codec/faults.h"

namespace dondoc {

/// Adds a fault for each place that does not fit. `schemas`: name → schema. Requires: there is one
/// of that name, and of every name a $ref has (CHECKed).
void check_schema(const nlohmann::json& schemas, std::string_view name, const nlohmann::json& value,
                  Faults& faults);

}  // namespace dondoc
