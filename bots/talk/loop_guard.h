// The loop guard: two systems that answer each other must not talk for ever (design §8). How a
// person's messages come is counted while the program runs; only what the guard acted upon is
// written into the conversation, so an ordinary message costs the log nothing and a hold outlasts a
// restart (docs/adr/0005).
//
// Held are: replies that say of themselves that they are automatic; the same text again and again;
// more messages in a minute than anybody types. Each is told once, then there is silence until
// something else comes. Buttons and files are never held: no automatic reply presses or sends one.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "bots/talk/dialogue.h"
#include "bots/talk/said.h"

namespace dondoc::talk {

enum class Hold {
  none,
  automatic,  ///< tell the person that automatic replies are not answered
  flood,      ///< tell the person that nothing is answered for a while (Pulse::held_until)
  silent,     ///< it was told: nothing is said
};

/// Longer than anybody types in a minute.
inline constexpr int k_messages_in_minute = 40;
/// The same text in a row weighs less when something was asked ("0", "0", "0" …) or when it had an
/// effect ("duyệt", "duyệt" …).
inline constexpr int k_weight = 1;
inline constexpr int k_weight_idle = 4;
inline constexpr int k_heaviest = 24;
inline constexpr Elapsed k_same_within = Elapsed::hours(2);  ///< between one and the next
inline constexpr Elapsed k_held_for = Elapsed::hours(1);
inline constexpr Elapsed k_automatic_told_for = Elapsed::hours(24);

/// The pulses of all who write, as long as the program runs. One thread.
class Pulses {
 public:
  /// The person's pulse; one not met before begins with what was written down. Valid until the next
  /// call.
  Pulse& of(const std::string& person, const Pulse& written);

 private:
  std::unordered_map<std::string, Pulse> pulses_;
};

/// So many are counted at once; when more write, counting begins anew for all.
inline constexpr std::size_t k_pulses_most = 50'000;

/// Whether the guard began or ended a hold: what has to be written down.
bool is_to_be_written(const Pulse& pulse, const Pulse& written);

/// Takes a typed message at `at` into the pulse. `fingerprint`: of its text; `asked`: a question or
/// form waits for an answer.
Hold weigh(Pulse& pulse, std::int64_t fingerprint, bool is_automatic, bool asked, Instant at);

/// After the message was acted upon: it had an effect.
void lighten(Pulse& pulse);

/// "Tôi đang nghỉ phép, tin nhắn trả lời tự động": says of itself that nobody wrote it. `asked`: words
/// that a person might use in an answer as well do not count.
bool is_automatic_reply(const Utterance& text, bool asked);

/// Of a text; the same for texts that differ in capitals, diacritics and blanks only. Never 0.
std::int64_t fingerprint_of(std::string_view text);

}  // namespace dondoc::talk
