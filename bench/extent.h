// What a measurement is asked for beside its name.
#pragma once

#include <cstddef>
#include <string>

namespace dondoc::bench {

struct Extent {
  /// Empty: SQLite in a folder that vanishes. Otherwise the address of a PostgreSQL database that
  /// `dondoc migrate` has made and nobody has used.
  std::string database;
  std::size_t size = 0;  ///< of what is measured, in its own unit; 0: as it is usually measured
};

}  // namespace dondoc::bench
