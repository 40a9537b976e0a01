#include "bots/zalo_oa/alarms.h"

#include <algorithm>
#include <utility>

namespace dondoc::zalo_oa {
namespace {

constexpr Elapsed k_remembered = Elapsed::hours(24);

}  // namespace

void Alarms::raise(std::string text, Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(alarms_, [&](const Alarm& alarm) { return alarm.text == text; });
  alarms_.push_back({std::move(text), now});
  if (alarms_.size() > k_kept) alarms_.pop_front();
}

std::vector<std::string> Alarms::list(Instant now) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> texts;
  for (const Alarm& alarm : alarms_) {
    if (now - alarm.at <= k_remembered) texts.push_back(alarm.text);
  }
  return texts;
}

}  // namespace dondoc::zalo_oa
