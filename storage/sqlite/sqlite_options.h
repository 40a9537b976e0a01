// How the one writing connection behaves. The defaults fit an office; nothing here changes what is
// stored.
#pragma once

namespace dondoc {

enum class Sync {
  full,  ///< what commit has answered survives a power cut
  none,  ///< survives a crash of the program, not of the machine: for the demo's throw-away office
};

struct SqliteOptions {
  /// Pages kept in memory.
  int cache_mib = 64;
  /// How long to wait for somebody who writes with another program (sqlite3).
  int busy_timeout_ms = 5'000;
  /// The commit that brings the write-ahead log to this many pages of 4 KiB folds it into the file;
  /// whoever is answered by it waits for that: with 4,000 pages up to 60 ms, with 1,000 up to 20.
  int checkpoint_pages = 1'000;
  Sync sync = Sync::full;
};

}  // namespace dondoc
