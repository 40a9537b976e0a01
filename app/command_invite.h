// `dondoc admin invite …`: one-time codes that bind chat accounts to persons, for one person or for
// everyone who has none, on the terminal or on a sheet to be printed. Exit codes: 0 done, 1
// something is at fault (each refusal is named; the other invitations hold).
#pragma once

#include <string>

#include "app/invitations.h"

namespace dondoc {

struct InviteOptions {
  InvitedPersons whom;
  std::string channel;  ///< empty: any
  std::string sheet;    ///< HTML file to write; empty: none
  std::string config;
  bool json = false;
};
/// A code is shown here and nowhere else: only its hash is kept.
int run_admin_invite(const InviteOptions& options);

}  // namespace dondoc
