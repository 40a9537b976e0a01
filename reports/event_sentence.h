// What an event means, as one Vietnamese sentence. Pure functions.
#pragma once

#include <string>

#include "engine/command/decide.h"

namespace dondoc {

/// "Nguyễn Thị Mẫu, Lê Văn Thử".
std::string names_of(const World& world, const std::vector<std::string>& people);
/// Who did it: a name, "người quản trị" or "hệ thống".
std::string doer_of(const World& world, const std::string& by);
/// The state's Vietnamese label; the id when the chart does not know it.
std::string label_of_state(const World& world, const std::string& state);

/// The sentence, with the new state when the event moved the lifecycle. Never empty.
std::string sentence_of(const World& world, const Event& event);

}  // namespace dondoc
