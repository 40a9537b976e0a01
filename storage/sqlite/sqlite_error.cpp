#include "storage/sqlite/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <SQLiteCpp/Exception.h>
#include <new>
#include <stdexcept>

namespace dondoc::sqlite {
namespace {

class CorruptRow : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

ErrorKind kind_of_code(int code) {
  switch (code & 0xff) {  // the low byte is the code, the rest says more about it
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_PROTOCOL:
      return ErrorKind::transient;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorKind::corrupt;
    default:
      return ErrorKind::permanent;
  }
}

ErrorKind kind_of(const std::exception& thrown) {
  if (const auto* failed = dynamic_cast<const SQLite::Exception*>(&thrown))
    return kind_of_code(failed->getErrorCode());
  if (dynamic_cast<const CorruptRow*>(&thrown) != nullptr) return ErrorKind::corrupt;
  if (dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr) return ErrorKind::transient;
  return ErrorKind::permanent;
}

}  // namespace

Error error_of(const std::exception& thrown, const std::string& path) {
  return Error{kind_of(thrown), fmt::format("{}: {}", path, thrown.what())};
}

void throw_corrupt(const std::string& message) { throw CorruptRow(message); }

void throw_permanent(const std::string& message) { throw std::runtime_error(message); }

}  // namespace dondoc::sqlite
