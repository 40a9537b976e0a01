// A bug stops the program; the log is durable and a supervisor starts it again
// (docs/adr/0003-errors.md).
#pragma once

namespace dondoc {

/// Prints the broken condition and aborts. Never returns.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace dondoc

/// Aborts when `condition` is false, in release builds too. For bugs only: a refusal is a
/// `Rejected`, the outside world's failures are an `Error`.
#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::dondoc::check_failed(#condition, __FILE__, __LINE__))
