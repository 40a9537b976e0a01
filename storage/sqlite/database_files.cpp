#include "storage/sqlite/database_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace dondoc::sqlite {
namespace {

constexpr mode_t private_mode = 0600;

tl::unexpected<Error> system_failure(const std::string& path, const char* what) {
  const int code = errno;
  const bool may_pass =
      code == ENOSPC || code == EDQUOT || code == EIO || code == EINTR || code == EMFILE;
  return failure(may_pass ? ErrorKind::transient : ErrorKind::permanent,
                 fmt::format("{}: cannot {}: {}", path, what, std::strerror(code)));
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

Result<void> sync(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return system_failure(path, "open for syncing");
  const int outcome = ::fsync(descriptor);
  const int code = errno;
  ::close(descriptor);
  errno = code;
  if (outcome != 0) return system_failure(path, "sync");
  return {};
}

Result<void> sync_file(const std::string& path) { return sync(path, O_RDWR); }
Result<void> sync_folder_of(const std::string& path) {
  return sync(folder_of(path), O_RDONLY | O_DIRECTORY);
}

std::string free_aside_name(const std::string& path) {
  for (int n = 1;; ++n) {
    const std::string aside = fmt::format("{}.before-restore-{}", path, n);
    if (!file_exists(aside)) return aside;
  }
}

}  // namespace

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::string resolved(const std::string& path) {
  std::error_code failed;
  const std::string whole = std::filesystem::weakly_canonical(path, failed).string();
  return failed ? path : whole;
}

Result<void> create_private_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, private_mode);
  if (descriptor < 0) return system_failure(path, "open or create");
  ::close(descriptor);
  return {};
}

Result<void> make_private(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    const std::string file = path + suffix;
    if (file_exists(file) && ::chmod(file.c_str(), private_mode) != 0)
      return system_failure(file, "make private");
  }
  return {};
}

Result<PartialFile> PartialFile::beside(const std::string& path) {
  std::string name = path + ".partial-XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) return system_failure(path, "create a temporary file beside it");
  ::close(descriptor);
  return PartialFile(std::move(name));
}

PartialFile::PartialFile(PartialFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PartialFile::~PartialFile() {
  if (path_.empty()) return;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) ::unlink((path_ + suffix).c_str());
}

Result<void> PartialFile::keep_as(const std::string& target) {
  if (auto synced = sync_file(path_); !synced) return synced;
  if (::link(path_.c_str(), target.c_str()) != 0)
    return system_failure(target, "create");  // fails when it exists
  ::unlink(path_.c_str());
  path_.clear();
  return sync_folder_of(target);
}

Result<void> PartialFile::replace(const std::string& target) {
  if (auto synced = sync_file(path_); !synced) return synced;
  if (::rename(path_.c_str(), target.c_str()) != 0) return system_failure(target, "replace");
  path_.clear();
  return sync_folder_of(target);
}

Result<void> set_aside(const std::string& path) {
  const std::string aside = free_aside_name(path);
  if (file_exists(path) && ::link(path.c_str(), aside.c_str()) != 0)
    return system_failure(aside, "keep the old database");
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    const std::string beside = path + suffix;
    if (file_exists(beside) && ::rename(beside.c_str(), (aside + suffix).c_str()) != 0) {
      return system_failure(beside, "move aside");
    }
  }
  return sync_folder_of(path);
}

}  // namespace dondoc::sqlite
