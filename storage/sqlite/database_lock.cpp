#include "storage/sqlite/database_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "storage/sqlite/database_files.h"

namespace dondoc::sqlite {
namespace {

std::string holder(int descriptor) {
  std::array<char, 16> text{};
  const auto size = ::pread(descriptor, text.data(), text.size() - 1, 0);
  const std::string process(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return process.empty() ? std::string("unknown") : process;
}

/// For the other opener's message only: a failure to write it does no harm.
void sign(int descriptor) {
  const std::string process = fmt::format("{}", ::getpid());
  if (::ftruncate(descriptor, 0) != 0) return;
  if (::pwrite(descriptor, process.data(), process.size(), 0) < 0) return;
}

}  // namespace

Result<DatabaseLock> DatabaseLock::take(const std::string& path) {
  const std::string lock_path = resolved(path) + ".lock";
  const int descriptor = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return failure(ErrorKind::permanent,
                   fmt::format("{}: cannot open: {}", lock_path, std::strerror(errno)));
  }
  DatabaseLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    sign(descriptor);
    return lock;
  }
  if (errno == EWOULDBLOCK) {
    return failure(ErrorKind::transient,
                   fmt::format("{}: another dondoc is using this database (process {})", path,
                               holder(descriptor)));
  }
  return failure(ErrorKind::permanent,
                 fmt::format("{}: cannot lock: {}", lock_path, std::strerror(errno)));
}

DatabaseLock::DatabaseLock(DatabaseLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DatabaseLock& DatabaseLock::operator=(DatabaseLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

DatabaseLock::~DatabaseLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace dondoc::sqlite
