// Disk: what survives a crash, in memory or as an SQLite file in a temporary folder. One thread.
#pragma once

#include <memory>
#include <string>

#include "app/temporary_folder.h"
#include "engine/port/store.h"

namespace dondoc::simulation {

enum class DiskKind { memory, sqlite };

class Disk {
 public:
  explicit Disk(DiskKind kind);

  /// Errors: those of open_sqlite_store.
  Result<void> open();
  /// Closes the file, as a dying process does; `open` must follow. Nothing for a disk in memory.
  void close();
  Store& store() { return *store_; }
  /// Empty for a disk in memory.
  std::string file() const { return folder_ ? folder_->file("office.db") : std::string(); }

 private:
  DiskKind kind_;
  std::unique_ptr<TemporaryFolder> folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace dondoc::simulation
