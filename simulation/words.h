// What people of the simulation write, by chance: well, hastily, without accents, or misspelt.
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/time/time.h"
#include "simulation/generator.h"

namespace dondoc::simulation {

enum class Say {
  acknowledge,
  report,  ///< opens the form
  done,
  nil,
  progress,
  blocked,
  extension,
  promise,
  not_mine,
  correct,
  retract,
  misspelt,
  chatter,  ///< no act at all
  guarded,  ///< holds what the guard must refuse (simulation/guarded.h)
  mute,
  approve,
  give_back,
  opinion,
  refuse,
};

std::string said(Say what, std::string_view code, LocalDate today, Generator& generator);
/// An answer to a question of the form.
std::string form_answer(Generator& generator);
/// "[S1-07-T03]" in a text: the codes, in order, each once.
std::vector<std::string> codes_in(std::string_view text);

}  // namespace dondoc::simulation
