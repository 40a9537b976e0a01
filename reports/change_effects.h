// What a change of units does to units, people, duties and recipients, as lists to be checked
// before it is done. Taken from the events that `reorganise` gives. Values only; pure function.
#pragma once

#include <string>
#include <vector>

#include "engine/event/event.h"
#include "engine/state/directory.h"

namespace dondoc {

enum class UnitEffectKind {
  founded,
  ended,
  renamed,
  placed,  ///< below another unit
};

struct UnitEffect {
  UnitEffectKind kind = UnitEffectKind::placed;
  std::string id;
  std::string name;                     ///< afterwards
  std::string name_before;              ///< empty: it did not exist
  std::string above;                    ///< id afterwards; empty: none
  std::string above_before;             ///< id; empty: none
  std::vector<std::string> successors;  ///< ended: ids; empty: nobody takes over
};

struct PersonEffect {
  std::string person, from, to;  ///< ids
};

/// One that is handed over; several may arrive under one code.
struct DutyEffect {
  std::string code;
  std::vector<std::string> to_codes, to_units;
};

struct WaivedEffect {
  std::string code, reason;
};

struct RecipientEffect {
  std::string plan, from, to;
};

struct ChangeEffects {
  std::vector<UnitEffect> units;
  std::vector<PersonEffect> persons;
  std::vector<DutyEffect> duties;
  std::vector<WaivedEffect> waived;
  std::vector<RecipientEffect> recipients;
};

/// `before`: the directory as it was.
ChangeEffects effects_of(const Directory& before, const std::vector<Event>& events);

}  // namespace dondoc
