// The three platforms as people see them: the same acts and the same sight of a chat, whatever the
// platform behind it. For tests that tell one story over each of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/fake_platform.h"

namespace dondoc::test {

/// A message of ours as a person sees it.
struct ChatLine {
  Instant at;
  std::string text;
};

/// Faults by chance, the same for the same seed.
struct ChanceOfFaults {
  int percent = 0;
  std::uint64_t seed = 1;
};

class Chats {
 public:
  virtual ~Chats() = default;
  virtual std::string channel() const = 0;
  virtual FakePlatform& platform() = 0;
  /// The channel's object in the configuration, as JSON text. `base` is where the platform listens;
  /// secrets are written into the folder.
  virtual std::string configuration(const std::string& base, const std::string& folder,
                                    Instant now) = 0;

  /// Follows the invitation.
  virtual void join(const std::string& account, const std::string& code, Instant now) = 0;
  virtual void say(const std::string& account, const std::string& text, Instant now) = 0;
  /// Presses the newest button of that label, or types what the bot says can be typed; false when
  /// the person sees neither.
  virtual bool press(const std::string& account, const std::string& label, Instant now) = 0;
  virtual void block(const std::string& account, Instant now) = 0;
  /// What the bot wrote, oldest first.
  virtual std::vector<ChatLine> lines(const std::string& account) const = 0;

  /// Brings what waits to the webhook; gives how many calls were taken. Where the office polls:
  /// waits until it has taken everything, and gives 0.
  virtual std::size_t deliver(HttpClient& client, Instant now) = 0;
  /// Zalo only: the tokens are dead, the owner has to agree anew.
  virtual void end_consent(Instant) {}
  /// The owner agrees; the code that the platform gives for a challenge.
  virtual std::string agree(const std::string&, Instant) { return {}; }
  virtual void plan_faults(const ChanceOfFaults& faults) = 0;
};

/// By webhook; by polling when asked for.
enum class Updates { webhook, poll };
std::unique_ptr<Chats> telegram_chats(Updates updates = Updates::webhook);
std::unique_ptr<Chats> zalo_oa_chats();
std::unique_ptr<Chats> zalo_bot_chats(Updates updates = Updates::webhook);

/// Waits in real time until it holds; false when it does not within a minute.
bool comes_true(const std::function<bool()>& what);

}  // namespace dondoc::test
