// The form in which a lead describes a change of units (design §10): what stood in it, and the
// reorganisation it means. Pure; safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/state/office.h"
#include "web/route.h"

namespace dondoc {

/// As it was sent; nothing in it is trusted.
struct ChangeForm {
  UnitAct act = UnitAct::merge;
  std::optional<std::string> under = {};  ///< whose units are shown to choose from; "": the top
  std::string day = {};                   ///< ISO; the first day in force
  std::string basis = {};                 ///< legal reference
  std::string note = {};
  std::vector<std::string> units = {};  ///< whom it happens to
  std::string into = {};                ///< merge: a unit that exists; empty: a new one
  std::string name = {};                ///< of the new unit, or the new name
  std::string short_name = {};
  std::string names = {};                           ///< split: one new unit a line
  std::string heir = {};                            ///< abolish: who stands for it in the tree
  std::string parent = {};                          ///< reparent: the new unit above
  std::map<std::string, std::string> persons = {};  ///< split: person → place of the new unit, "0"…
  /// split: obligation → places of the new units that take its duties over; the others: all.
  std::map<std::string, std::vector<std::string>> duties = {};
};

/// Words in an address: "merge", "split", "rename", "abolish", "reparent". None for others.
std::optional<UnitAct> act_named(std::string_view name);
std::string_view name_of(UnitAct act);

ChangeForm change_form(const Request& request);

/// Everything that stood in it but the token and what is chosen on the preview, as names and values
/// of hidden fields.
std::vector<std::pair<std::string, std::string>> fields_of(const ChangeForm& form);

/// What is missing or wrong, as an id of config/pages.
struct FormFault {
  std::string word;
};

/// New units and the change get ids of their names that nobody has yet. Whether it may be done is
/// for the engine to say (engine/command/reorganise.h).
std::variant<Reorganisation, FormFault> reorganisation_of(const ChangeForm& form,
                                                          const Office& office);

}  // namespace dondoc
