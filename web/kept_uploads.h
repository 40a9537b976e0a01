// KeptUploads: files that somebody sent and was shown what they would do, until she says yes. In
// memory alone and bounded: one a person, few at a time, for half an hour. Safe from any thread.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>

#include "engine/time/time.h"
#include "web/route.h"

namespace dondoc {

class KeptUploads {
 public:
  static constexpr std::size_t k_most = 8;
  static constexpr Elapsed k_life = Elapsed::minutes(30);

  /// The ticket to ask for it with. What the person sent before is forgotten, and the oldest of
  /// others when there are too many.
  std::string keep(const std::string& person, UploadedFile file, Instant now);
  /// None when it is another's, too old, or was taken already. Gone afterwards.
  std::optional<UploadedFile> take(const std::string& person, const std::string& ticket,
                                   Instant now);

 private:
  struct Kept {
    std::string ticket;
    std::string person;
    Instant at;
    UploadedFile file;
  };
  std::mutex mutex_;
  std::list<Kept> kept_;  // guarded by mutex_; oldest first
};

}  // namespace dondoc
