// The data the program carries in itself (lifecycles, plans, calendars, messages, ladders, the
// pages' templates and assets), so that one file is a whole installation. Which files:
// cmake/data_files.cmake. Thread-safe: nothing here ever changes.
#pragma once

#include <span>
#include <string_view>

namespace dondoc {

struct EmbeddedFile {
  std::string_view name;  ///< path from the project's root: "config/calendars/vn-2023.json"
  std::string_view text;
};

/// All of them, sorted by name. Valid for the life of the program.
std::span<const EmbeddedFile> embedded_files();

}  // namespace dondoc
