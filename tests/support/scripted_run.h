// A run of the whole engine on a database, the same each time: plan B issued, then what officers
// and leads do, sensible or not, over months. For tests that disturb it and carry on. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/result.h"
#include "storage/sqlite/sqlite_options.h"

namespace dondoc::test {

/// Line i always has the key "s:i" and the same time.
struct Line {
  Command command;
  Instant at;
};
std::vector<Line> scripted_run(int commands);

/// What was played before is recognised by its key. Reports each line that is durable. Ends at the
/// first failure of the store, or tries each line `tries` times.
Result<void> play(const std::string& database, const std::vector<Line>& lines,
                  const std::function<void(std::uint32_t)>& durable,
                  const SqliteOptions& options = {}, int tries = 1);

/// Lines up to `last` that the database does not know.
int lost_lines(const std::string& database, int last);

/// Assignments by code, and every row of the log. Throws what stands in the way of reading.
std::map<std::string, std::string> state_in(const std::string& database);

/// The first entry in which two of them differ, in words; empty: none.
std::string first_difference(const std::map<std::string, std::string>& expected,
                             const std::map<std::string, std::string>& found);

/// As `dondoc verify`: the log is whole, and replaying it gives what is stored.
bool is_consistent(const std::string& database);

}  // namespace dondoc::test
