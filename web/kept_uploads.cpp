#include "web/kept_uploads.h"

#include <algorithm>
#include <utility>

#include "web/gate.h"

namespace dondoc {

std::string KeptUploads::keep(const std::string& person, UploadedFile file, Instant now) {
  const std::lock_guard lock(mutex_);
  kept_.remove_if([&](const Kept& one) { return one.person == person || now - one.at > k_life; });
  if (kept_.size() >= k_most) kept_.pop_front();
  kept_.push_back({fresh_token(), person, now, std::move(file)});
  return kept_.back().ticket;
}

std::optional<UploadedFile> KeptUploads::take(const std::string& person, const std::string& ticket,
                                              Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) {
    return one.ticket == ticket && one.person == person && now - one.at <= k_life;
  });
  if (found == kept_.end()) return std::nullopt;
  UploadedFile file = std::move(found->file);
  kept_.erase(found);
  return file;
}

}  // namespace dondoc
