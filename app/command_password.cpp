#include "app/command_password.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>

#include "app/case_files.h"
#include "app/desk.h"
#include "app/known_person.h"
#include "storage/open.h"
#include "web/password.h"

namespace dondoc {
namespace {

constexpr const char* k_command = "admin password set";

/// One line, without its end.
Result<std::string> password_from_stdin() {
  std::string line;
  std::getline(std::cin, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.size() < k_shortest_password || line.size() > k_longest_password)
    return failure(ErrorKind::permanent,
                   fmt::format("stdin: a password has {} to {} characters, this one {}",
                               k_shortest_password, k_longest_password, line.size()));
  return line;
}

Result<void> set_password(const PasswordOptions& options) {
  // Makes the store, or brings it up to date, when no office runs.
  auto desk = AdminDesk::open(options.config);
  if (!desk) return tl::unexpected(desk.error());
  const std::string& database = (*desk)->settings().database;
  if (auto known = require_person(database, options.person); !known) return known;
  auto password = password_from_stdin();
  if (!password) return tl::unexpected(password.error());
  auto hash = password_hash(*password);
  if (!hash) return tl::unexpected(hash.error());
  auto pages = open_pages(database);
  if (!pages) return tl::unexpected(pages.error());
  if (auto saved = (*pages)->save_password(options.person, *hash); !saved) return saved;
  return (*pages)->end_sessions_of(options.person);
}

}  // namespace

int run_admin_password(const PasswordOptions& options) {
  if (auto set = set_password(options); !set) return fail(k_command, set.error().message);
  print(
      fmt::format("{} may sign in with the password and administers the pages.\n", options.person));
  return 0;
}

}  // namespace dondoc
