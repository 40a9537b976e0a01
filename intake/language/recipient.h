// To whom something is reported or handed in: "gửi về UBND tỉnh (qua Sở Nội vụ)".
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>

#include "intake/language/outline.h"

namespace dondoc::intake {

/// The recipient named in [begin, end) behind a verb of reporting, the one nearest to token `at`;
/// empty: none.
std::string recipient_in(const Node& node, std::size_t begin, std::size_t end, std::size_t at);

}  // namespace dondoc::intake
