// Replies as officers and leads write them, for measuring: every kind of act, with and without
// diacritics, short and long, and small talk. Data only.
#pragma once

#include <span>
#include <string_view>

namespace dondoc::bench {

std::span<const std::string_view> mixed_replies();

}  // namespace dondoc::bench
