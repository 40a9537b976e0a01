// Codes of duties in what people type: "[B20-07]", "b20 07", "C23-07-Q2", "b2007" where only one
// code can be meant. Looks codes up, changes nothing. Engine's thread only.
#pragma once

#include <string>
#include <vector>

#include "bots/talk/said.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

struct FoundCodes {
  std::vector<std::string> codes;        ///< existing ones, each once, in order
  std::vector<std::string> obligations;  ///< "B20" alone: an obligation of a plan
  std::vector<std::string> unknown;      ///< written like a code, but there is none
  std::vector<bool> taken;               ///< by word: part of a code
};

FoundCodes find_codes(const World& world, const Utterance& text);

}  // namespace dondoc::talk
