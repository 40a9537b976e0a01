// Sandbox: a channel that delivers into memory, for the demo's chat windows, the story in the
// terminal and tests. Keeps the last lines of each account's window and tells a listener about
// every one.
//
// send() is called by the delivery worker; reading and listening may happen on any thread.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/channel.h"

namespace dondoc {

/// A message as it lies in a chat window.
struct SandboxMessage {
  std::int64_t id = 0;      ///< of the outbox; 0 for a line of the person's own
  std::int64_t number = 0;  ///< 1, 2, 3 … over all windows, in order of arrival
  std::string account;
  Instant at;
  std::string text;
  std::vector<OutgoingButton> buttons;
  bool from_person = false;  ///< what the person wrote or pressed, shown in the same window
  bool maybe_repeated = false;
};

class SandboxChannel : public Channel {
 public:
  using Listener = std::function<void(const SandboxMessage&)>;

  static constexpr std::size_t k_kept = 200;  ///< messages of one account
  static constexpr std::size_t k_accounts =
      10'000;  ///< a further account is refused: recipient_gone

  explicit SandboxChannel(std::size_t kept = k_kept) : kept_(kept == 0 ? 1 : kept) {}

  std::string_view name() const override { return "sandbox"; }
  Capabilities capabilities() const override {
    return {true, true, false, 64 * 1024, TextUnit::characters};
  }
  /// A message sent again under the same id is delivered again, as on a real platform.
  SendOutcome send(const OutgoingMessage& message, Instant now) override;

  /// Puts what the person wrote, or the label of what was pressed, into the window.
  void show(std::string_view account, std::string text, Instant at);

  /// Replaces the listener; an empty one ends listening. Called for every line of every window, on
  /// the thread that brought it, after the line can be read, without the lock: it may read the
  /// channel.
  void listen(Listener listener);

  /// The last messages of an account, oldest first; those numbered above `after` only. Empty for an
  /// unknown account.
  std::vector<SandboxMessage> messages(std::string_view account, std::int64_t after = 0) const;
  /// Number of the last line of all windows; 0 before the first.
  std::int64_t newest() const;
  std::vector<std::string> accounts() const;
  void clear();

  /// For tests: the next `times` sends end like this. `unknown` delivers as well, the others do
  /// not.
  void fail_next(std::size_t times, SendClass how, Elapsed retry_in = {});

 private:
  struct Fault {
    SendClass how = SendClass::retryable;
    Elapsed retry_in;
  };

  /// Requires: the lock is held.
  const SandboxMessage& keep(SandboxMessage message);

  const std::size_t kept_;
  mutable std::mutex mutex_;
  // protected by mutex_
  std::map<std::string, std::deque<SandboxMessage>, std::less<>> by_account_;
  std::deque<Fault> faults_;
  Listener listener_;
  std::int64_t newest_ = 0;
};

}  // namespace dondoc
