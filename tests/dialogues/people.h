// Who is who in the dialogues: people.txt, a table that everybody can read.
#pragma once

#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/plan/plan.h"

namespace dondoc::dialogues {

/// One line of people.txt.
struct Character {
  std::string called;  ///< "Chị Hoa": how the dialogues call her, and the account she writes from
  std::string name;    ///< "Lê Thị Hoa"
  std::string unit;    ///< the unit's short name, "Xã Bà Điểm"
  bool lead = false;
  std::string form_of_address;
  bool english = false;
  bool bound = true;  ///< has an account already
};

/// One plan of people.txt with its people.
struct Cast {
  std::string letter;  ///< "B"
  std::string file;    ///< "workflows/plans/b-hocmon-2023.json"
  std::string issued;  ///< "25/05/2023 08:00"
  std::vector<Character> people;

  const Character* character(std::string_view called) const;
};

/// Throws std::runtime_error with file and line when the table cannot be read.
std::vector<Cast> read_people(const std::string& file, const std::string& text);

/// Id of a person, and her account on the sandbox: "chi-hoa".
std::string id_of(std::string_view called);

/// Registers the plan's units and the cast; a unit nobody of the cast works in gets an invented
/// officer.
std::vector<Command> registration(const Cast& cast, const Plan& plan);

}  // namespace dondoc::dialogues
