// Who is invited by `dondoc admin invite`, and the sheet that is handed to them. Pure but for the
// chance in a code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/state/directory.h"
#include "engine/time/time.h"

namespace dondoc {

/// One of the three ways.
struct InvitedPersons {
  std::vector<std::string> persons;  ///< ids; invited whether they have an account or not
  std::string unit;                  ///< everyone of it and of the units below without an account
  bool all = false;                  ///< everyone without an account
};

/// Officers and leads who are active, by unit and name. "Without an account": with none on
/// `channel`; when that is empty, on no platform at all.
/// Errors: permanent, naming the person or unit that is not there. Nobody chosen is not an error.
Result<std::vector<const Person*>> invited_persons(const Directory& directory,
                                                   const InvitedPersons& whom,
                                                   std::string_view channel);

struct Invited {
  std::string person;  ///< id
  std::string code;
  std::string link;  ///< empty: none
};

struct SheetSettings {
  Instant expires;
  Zone zone;
  bool by_zalo = true;  ///< a Zalo channel is switched on and these codes hold there
};

/// The page; those who are no longer in the directory are left out.
std::string sheet_of(const std::vector<Invited>& invited, const Directory& directory,
                     const SheetSettings& settings);

}  // namespace dondoc
