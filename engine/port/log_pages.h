// LogPages: the log a page at a time, for whoever follows it from outside (API, webhooks) and must
// not read it to its end. Beside the writer; safe from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/port/store.h"
#include "engine/result.h"

namespace dondoc {

class LogPages {
 public:
  virtual ~LogPages() = default;
  /// Rows after `seq` in order, at most `limit`. Empty at the end: not an error.
  virtual Result<std::vector<LogRow>> after(std::int64_t seq, std::size_t limit) = 0;
  /// Of the last row; 0 for an empty log.
  virtual Result<std::int64_t> last_seq() = 0;
};

}  // namespace dondoc
