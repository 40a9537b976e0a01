// The OpenAPI 3.1 document of /api/v1, made from the routes themselves. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "web/api/api_route.h"

namespace dondoc {

/// `schemas`: web/api/schemas.json. `address`: where people reach this office; may be empty.
std::string openapi_document(const std::vector<ApiRoute>& routes, const nlohmann::json& schemas,
                             const std::string& address);

}  // namespace dondoc
