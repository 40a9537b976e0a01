// One writer a database: an exclusive lock on "<path>.lock" held as long as the object lives. The
// system drops it when the process ends, however it ends, so a lock file left behind locks nobody
// out. Readers do not take it.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc::sqlite {

class DatabaseLock {
 public:
  /// Never waits. Creates the lock file (mode 0600) when it is missing; it is never removed.
  /// Errors: transient "another dondoc is using this database" with the number of its process, also
  /// for a second opener in the same process; permanent when the file cannot be made.
  static Result<DatabaseLock> take(const std::string& path);

  DatabaseLock(DatabaseLock&& other) noexcept;
  DatabaseLock& operator=(DatabaseLock&& other) noexcept;
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;
  ~DatabaseLock();

 private:
  explicit DatabaseLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;  ///< -1: moved from
};

}  // namespace dondoc::sqlite
