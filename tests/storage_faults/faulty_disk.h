// FaultyDisk: a VFS of SQLite that fails, tears and loses what was not synced. While one lives it
// is the default of the process, so that the program's own code opens its databases on it
// unchanged. One at a time, used by one thread at a time.
//
// Beside each real file it keeps what a disk would hold after a power cut: the content of the last
// sync, and every change since, any of which may have reached the disk or not, whole or torn, in
// any order. A file that was made or removed and whose folder was not synced may be there or not.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace dondoc::test {

enum class Trouble {
  none,
  power_cut,    ///< the change is under way when everything stops; nothing works afterwards
  write_error,  ///< SQLITE_IOERR_WRITE, half of it written
  disk_full,    ///< SQLITE_FULL, half of it written
  sync_error,   ///< SQLITE_IOERR_FSYNC; of what was to be synced some is lost for ever
};

class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// From the `at`-th change on (write, cut, sync, removal; the first is 1), for `times` changes
  /// that it can strike; a write error strikes writes and cuts, a sync error syncs.
  void plan(Trouble trouble, std::int64_t at, std::int64_t times);
  /// No trouble any more.
  void heal();
  /// Everything stops now.
  void cut_power();

  std::int64_t changes() const;
  /// How often trouble struck.
  std::int64_t struck() const;
  bool is_cut() const;

  /// Writes into the folder `to` what a disk may hold after a power cut now: for every seed
  /// something else that is possible.
  void leave_behind(const std::string& to, std::uint64_t seed) const;

  struct Inside;  ///< for SQLite's calls back

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace dondoc::test
