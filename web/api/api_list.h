// Lists of the API: so many elements an answer, and a cursor to the next ones. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "web/api/api_route.h"

namespace dondoc {

inline constexpr std::size_t k_elements = 100;  ///< unless `limit` says otherwise

/// Parameters were checked against their schemas before.
std::size_t limit_of(const Request& request);
std::int64_t number_of(const Request& request, const char* name, std::int64_t otherwise);

/// "limit" and "cursor", as they are described.
std::vector<ApiParameter> with_paging(std::vector<ApiParameter> others);

/// What of the board is asked for, as it stands in the address of the page.
std::vector<ApiParameter> board_parameters();

}  // namespace dondoc
