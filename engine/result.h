// Failures of the environment as values. A refusal of a command is not an Error but a Rejected
// (engine/command/decide.h).
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace dondoc {

enum class ErrorKind {
  transient,  ///< the same call may succeed later (busy, disk full, network)
  permanent,  ///< it will not succeed without a change by a person (missing file, wrong input)
  corrupt,    ///< what was stored is not what was written
};

struct Error {
  ErrorKind kind;
  std::string message;  ///< for the administrator, in English, names the file or row
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

}  // namespace dondoc
