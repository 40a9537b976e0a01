// Ids made of names: "Xã Bà Điểm" → "xa-ba-diem". Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// Letters without marks and figures, hyphens between words; at most 56 of them, cut between words
/// where that is possible, so that a number fits behind it (an id has 64). `otherwise` when the name
/// has no letter.
std::string slug(std::string_view name, std::string_view otherwise = {});

}  // namespace dondoc
