// What a store must hold after a script of commits: a plain model in maps, and the same read from a
// database. For tests; one thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/port/store.h"

namespace dondoc::test {

/// Every row that a commit can make, as text, by what it is: "log 3", "case B-1", "inbox k7".
using KeptRows = std::map<std::string, std::string>;

/// Random commits of all kinds of rows, small ones and some of many pages, the same for a seed.
std::vector<Commit> script_of_commits(std::uint64_t seed, std::size_t count);

/// What is kept after 0, 1, 2 … of the commits.
std::vector<KeptRows> expected_rows(const std::vector<Commit>& script);

/// Throws what stands in the way of reading.
KeptRows rows_in(const std::string& database);

}  // namespace dondoc::test
