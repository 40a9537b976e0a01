#include "bench/slow_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "engine/check.h"

namespace dondoc::bench {
namespace {

// SQLite calls back without saying for whom.
std::atomic<std::int64_t> delay_us = 0;
sqlite3_vfs* real_disk = nullptr;
sqlite3_vfs slow_disk;
int (*real_sync)(sqlite3_file*, int) = nullptr;

int sync_slowly(sqlite3_file* file, int flags) {
  std::this_thread::sleep_for(std::chrono::microseconds(delay_us.load()));
  return real_sync(file, flags);
}

/// SQLite has other methods for a database than for its log. None is ever forgotten: files may
/// outlive the disk.
const sqlite3_io_methods* slowed(const sqlite3_io_methods* real) {
  static std::mutex mutex;
  static std::map<const sqlite3_io_methods*, sqlite3_io_methods> all;
  const std::lock_guard lock(mutex);
  auto [found, is_new] = all.try_emplace(real, *real);
  if (is_new) {
    CHECK(real_sync == nullptr || real_sync == real->xSync);
    real_sync = real->xSync;
    found->second.xSync = sync_slowly;
  }
  return &found->second;
}

/// The file stays the real disk's own; only its sync is another.
int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  const int opened = real_disk->xOpen(real_disk, name, file, flags, out_flags);
  if (file->pMethods == nullptr) return opened;
  file->pMethods = slowed(file->pMethods);
  return opened;
}

}  // namespace

SlowDisk::SlowDisk() {
  sqlite3_initialize();
  real_disk = sqlite3_vfs_find(nullptr);
  CHECK(real_disk != nullptr);
  slow_disk = *real_disk;
  slow_disk.zName = "slow-disk";
  slow_disk.pNext = nullptr;
  slow_disk.xOpen = open_file;
  delay_us = 0;
  sqlite3_vfs_register(&slow_disk, 1);
}

SlowDisk::~SlowDisk() {
  sqlite3_vfs_unregister(&slow_disk);
  sqlite3_vfs_register(real_disk, 1);
  delay_us = 0;
}

void SlowDisk::take(std::chrono::microseconds per_sync) { delay_us = per_sync.count(); }

}  // namespace dondoc::bench
