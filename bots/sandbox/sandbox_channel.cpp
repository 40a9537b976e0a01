#include "bots/sandbox/sandbox_channel.h"

#include <optional>
#include <utility>

namespace dondoc {

const SandboxMessage& SandboxChannel::keep(SandboxMessage message) {
  message.number = ++newest_;
  auto& window = by_account_[message.account];
  window.push_back(std::move(message));
  if (window.size() > kept_) window.pop_front();
  return window.back();
}

SendOutcome SandboxChannel::send(const OutgoingMessage& message, Instant now) {
  SendOutcome outcome;
  std::optional<SandboxMessage> delivered;
  Listener listener;
  {
    const std::lock_guard lock(mutex_);
    if (!faults_.empty()) {
      outcome.result = faults_.front().how;
      outcome.detail = "a failure that was asked for";
      outcome.retry_at = now + faults_.front().retry_in;
      faults_.pop_front();
    } else if (by_account_.size() >= k_accounts &&
               by_account_.find(message.account) == by_account_.end()) {
      outcome.result = SendClass::recipient_gone;
      outcome.detail = "too many sandbox accounts";
    }
    if (outcome.result == SendClass::delivered || outcome.result == SendClass::unknown) {
      delivered = keep({message.id, 0, message.account, now, message.text, message.buttons, false,
                        message.maybe_repeated});
      if (outcome.result == SendClass::delivered)
        outcome.platform_id = "sandbox-" + std::to_string(delivered->number);
      listener = listener_;
    }
  }
  if (delivered && listener) listener(*delivered);
  return outcome;
}

void SandboxChannel::show(std::string_view account, std::string text, Instant at) {
  SandboxMessage line;
  line.account = account;
  line.at = at;
  line.text = std::move(text);
  line.from_person = true;
  Listener listener;
  {
    const std::lock_guard lock(mutex_);
    if (by_account_.size() >= k_accounts && by_account_.find(account) == by_account_.end()) return;
    line = keep(std::move(line));
    listener = listener_;
  }
  if (listener) listener(line);
}

void SandboxChannel::listen(Listener listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

std::vector<SandboxMessage> SandboxChannel::messages(std::string_view account,
                                                     std::int64_t after) const {
  const std::lock_guard lock(mutex_);
  std::vector<SandboxMessage> result;
  auto found = by_account_.find(account);
  if (found == by_account_.end()) return result;
  for (const SandboxMessage& message : found->second) {
    if (message.number > after) result.push_back(message);
  }
  return result;
}

std::int64_t SandboxChannel::newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

std::vector<std::string> SandboxChannel::accounts() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (const auto& [account, window] : by_account_) names.push_back(account);
  return names;
}

void SandboxChannel::clear() {
  const std::lock_guard lock(mutex_);
  by_account_.clear();
}

void SandboxChannel::fail_next(std::size_t times, SendClass how, Elapsed retry_in) {
  const std::lock_guard lock(mutex_);
  faults_.insert(faults_.end(), times, Fault{how, retry_in});
}

}  // namespace dondoc
