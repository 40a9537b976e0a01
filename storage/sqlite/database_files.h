// Database files on the disk: private (mode 0600), and put into place whole or not at all. Any
// thread.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc::sqlite {

/// Makes an empty file of mode 0600 when there is none. One that exists is left as it is: not an
/// error. SQLite gives its -wal and -shm files the mode of the database file.
Result<void> create_private_file(const std::string& path);

/// Takes the rights of group and others from the database file and from its -wal and -shm files,
/// where they exist.
Result<void> make_private(const std::string& path);

/// An empty file of mode 0600 and unused name beside `path`. Removed with the object, unless
/// `keep_as` or `replace` gave it its place. After a crash "<path>.partial-??????" stays behind and
/// may be deleted by hand.
class PartialFile {
 public:
  static Result<PartialFile> beside(const std::string& path);
  PartialFile(PartialFile&& other) noexcept;
  PartialFile& operator=(PartialFile&&) = delete;
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile();

  const std::string& path() const { return path_; }

  /// Synced, then moved to `target`. Errors: permanent when `target` exists: nothing is
  /// overwritten.
  Result<void> keep_as(const std::string& target);
  /// Synced, then moved to `target` in one step, in place of what was there.
  Result<void> replace(const std::string& target);

 private:
  explicit PartialFile(std::string path) : path_(std::move(path)) {}
  std::string path_;  ///< empty: it has its place, or moved from
};

/// Gives the database file, when there is one, the second name "<path>.before-restore-<n>", n the
/// first free number from 1, and renames -wal, -shm and -journal files beside it to match. The
/// database file stays at `path` too, for `PartialFile::replace` to take over in one step; the
/// others do not, since SQLite would apply them to the new database.
Result<void> set_aside(const std::string& path);

bool file_exists(const std::string& path);

/// `path` without symbolic links and dots, as SQLite names the files beside a database. It need not
/// exist.
std::string resolved(const std::string& path);

}  // namespace dondoc::sqlite
