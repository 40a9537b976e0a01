// What SQLiteCpp throws, as an Error. Internal to storage/sqlite: exceptions end here and never
// leave a .cpp file.
#pragma once

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include "engine/result.h"

namespace dondoc::sqlite {

/// Busy, disk full, I/O error, out of memory: transient. A damaged file or a row nobody could have
/// written: corrupt. All else (cannot open, read-only, a broken constraint): permanent. The message
/// begins with `path`.
Error error_of(const std::exception& thrown, const std::string& path);

/// Ends the work on a row that holds what this program never writes: an Error of kind corrupt.
[[noreturn]] void throw_corrupt(const std::string& message);

/// Ends the work on what the caller must not ask for: an Error of kind permanent.
[[noreturn]] void throw_permanent(const std::string& message);

// --- Inline implementations ---

/// The result of `work`, or the Error of what it threw.
template <typename Work>
auto guarded(const std::string& path, Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      std::forward<Work>(work)();
      return {};
    } else {
      return std::forward<Work>(work)();
    }
  } catch (const std::exception& thrown) {
    return tl::unexpected<Error>(error_of(thrown, path));
  }
}

}  // namespace dondoc::sqlite
