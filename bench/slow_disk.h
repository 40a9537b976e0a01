// SlowDisk: a disk that takes its time at each sync, as an office's hard disk does. While one lives
// it is SQLite's default in this process, so that the program's own code opens its files on it
// unchanged. One at a time; `take` may be called from any thread.
#pragma once

#include <chrono>

namespace dondoc::bench {

class SlowDisk {
 public:
  /// Takes no time at first.
  SlowDisk();
  ~SlowDisk();
  SlowDisk(const SlowDisk&) = delete;
  SlowDisk& operator=(const SlowDisk&) = delete;

  /// So long takes each sync from now on, beside what the real disk takes.
  void take(std::chrono::microseconds per_sync);
};

}  // namespace dondoc::bench
