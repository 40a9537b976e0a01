// Debian's PostgreSQL programs, run by an unprivileged user, as children that end with the test.
#pragma once

#include <string>
#include <vector>

namespace dondoc::test {

/// Folder of the newest server's programs; empty: none is installed.
std::string postgres_programs();

/// The process; what it says is appended to the file.
int spawn_as_postgres(const std::vector<std::string>& command, const std::string& log);
/// Runs it to its end.
bool succeeds_as_postgres(const std::vector<std::string>& command, const std::string& log);

std::string last_lines(const std::string& file);

/// A new folder that belongs to that user, whose name is short enough for a socket in it. It lies
/// beside the test program, or below /tmp: the ways to it lead through folders of others, which the
/// user must be able to pass. `why_not` is filled when there is none.
std::string make_postgres_folder(std::string& why_not);

}  // namespace dondoc::test
