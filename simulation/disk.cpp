#include "simulation/disk.h"

#include "app/memory_store.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::simulation {

Disk::Disk(DiskKind kind) : kind_(kind) {
  if (kind == DiskKind::sqlite) {
    folder_ = std::make_unique<TemporaryFolder>();
  } else {
    store_ = std::make_unique<MemoryStore>();
  }
}

Result<void> Disk::open() {
  if (kind_ == DiskKind::memory || store_) return {};
  SqliteOptions options;
  options.sync = Sync::none;  // processes die here, machines do not
  auto opened = open_sqlite_store(file(), options);
  if (!opened) return tl::unexpected(opened.error());
  store_ = std::move(*opened);
  return {};
}

void Disk::close() {
  if (kind_ == DiskKind::sqlite) store_.reset();
}

}  // namespace dondoc::simulation
