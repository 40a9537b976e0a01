// What libpqxx throws, as an Error. Internal to storage/postgres: exceptions end here and never
// leave a .cpp file.
#pragma once

#include <exception>
#include <string>

#include "engine/result.h"

namespace dondoc::postgres {

/// No connection, too many of them, a disk that is full, a time-out, a server that stops or may not
/// be written: transient. A damaged page or a row nobody could have written: corrupt. All else (no
/// rights, a broken constraint): permanent. The message begins with `name`.
Error error_of(const std::exception& thrown, const std::string& name);

/// The transaction was undone for the sake of another one: it may be tried again at once.
bool is_rolled_back(const std::exception& thrown);

/// The connection broke while the server was asked to commit: it may have done so or not.
bool is_in_doubt(const std::exception& thrown);

/// Somebody else held a lock for longer than was waited.
bool is_lock_timeout(const std::exception& thrown);

/// The server or the way to it said so, and not this program by itself: a transaction is over then.
bool is_of_server(const std::exception& thrown);

/// The server is no longer the one to write to; the next connection finds another.
bool is_wrong_server(const std::exception& thrown);

/// Ends the work on a row that holds what this program never writes: an Error of kind corrupt.
[[noreturn]] void throw_corrupt(const std::string& message);

/// Ends the work on what the caller must not ask for: an Error of kind permanent.
[[noreturn]] void throw_permanent(const std::string& message);

/// Ends the work on what may pass: an Error of kind transient.
[[noreturn]] void throw_transient(const std::string& message);

/// Ends the work on an error of something else.
[[noreturn]] void throw_error(const Error& error);

}  // namespace dondoc::postgres
