// What happens when somebody writes whom no account is bound to (design §8): a valid invitation
// binds the account, everything else gets a short answer, and less and less of it. Guesses are
// limited for each sender and in total. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/interpreter.h"

namespace dondoc {

struct StrangerAnswer {
  std::vector<Event> events;
  std::string message;     ///< id of the text that goes back; empty: no answer
  std::string language{};  ///< of whom the sender says to be; empty: nobody known
};

StrangerAnswer answer_stranger(const World& world, const Heard& heard, Instant now);

/// Key of the records about senders without a person, and how such a sender is written as the
/// receiver of a message: "@telegram 7001".
std::string stranger_key(std::string_view channel, std::string_view account);
std::string stranger_receiver(std::string_view channel, std::string_view account);
/// The channel and account behind a receiver; empty channel when it is a person's id.
struct DirectReceiver {
  std::string_view channel, account;
};
DirectReceiver direct_receiver(std::string_view receiver);

}  // namespace dondoc
