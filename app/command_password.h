// `dondoc admin password set PERSON`: the password of a person who administers the pages, read from
// stdin. Exit codes: 0 done, 1 the password or the person is at fault.
#pragma once

#include <string>

namespace dondoc {

struct PasswordOptions {
  std::string person;  ///< id, or "administrator"
  std::string config;
};
/// Whoever was signed in under that name is signed out.
int run_admin_password(const PasswordOptions& options);

}  // namespace dondoc
