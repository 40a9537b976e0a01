// Looks: writes down who looked at whose figures, the same look again within ten minutes only once.
// Safe from any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "engine/port/page_store.h"

namespace dondoc {

class Looks {
 public:
  explicit Looks(PageStore& store) : store_(store) {}

  /// False when it could not be written down: then nothing may be shown.
  bool note(const PageRead& look);

 private:
  PageStore& store_;
  std::mutex mutex_;
  std::map<std::string, Instant> last_;  // guarded by mutex_
};

}  // namespace dondoc
