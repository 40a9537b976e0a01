#include "bots/platform/parts_sent.h"

#include <algorithm>
#include <utility>

#include "engine/port/channel.h"

namespace dondoc {

std::deque<PartsSent::Entry>::iterator PartsSent::find(std::int64_t message,
                                                       const std::string& account) {
  return std::find_if(entries_.begin(), entries_.end(), [&](const Entry& each) {
    return each.message == message && each.account == account;
  });
}

PartsSent::Mark PartsSent::take(const OutgoingMessage& message) {
  const std::lock_guard lock(mutex_);
  const auto found = find(message.id, message.account);
  if (found == entries_.end()) return {};
  const Entry entry = std::move(*found);
  entries_.erase(found);
  return entry.text == message.text ? entry.mark : Mark{};
}

void PartsSent::keep(const OutgoingMessage& message, const std::string& account, Mark mark) {
  if (message.id == 0 || mark.parts == 0) return;
  const std::lock_guard lock(mutex_);
  if (const auto found = find(message.id, account); found != entries_.end()) entries_.erase(found);
  entries_.push_back({message.id, account, message.text, std::move(mark)});
  if (entries_.size() > k_kept) entries_.pop_front();
}

}  // namespace dondoc
