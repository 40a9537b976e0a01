#include "bots/talk/loop_guard.h"

#include <algorithm>

#include "engine/text/vietnamese.h"

namespace dondoc::talk {
namespace {

/// Folded. What only a machine says of its own message.
const PhraseList k_automatic = {
    "tra loi tu dong",
    "tu dong tra loi",
    "phan hoi tu dong",
    "tu dong phan hoi",
    "day la tin nhan tu dong",
    "day la tin tu dong",
    "thu tra loi tu dong",
    "he thong tu dong tra loi",
    "automatic reply",
    "auto reply",
    "auto-reply",
    "autoreply",
    "out of office",
    "out-of-office",
    "cam on ban da lien he",
    "cam on quy khach da lien he",
    "cam on anh/chi da lien he",
    "cam on quy khach da nhan tin",
    "chung toi se phan hoi som nhat",
    "chung toi se phan hoi trong thoi gian som nhat",
    "chung toi se lien he lai",
};

/// Said of a message mostly, but also in an answer.
const PhraseList k_automatic_unasked = {"tin nhan tu dong", "tin tu dong"};

bool ends_with_question(const Utterance& text) {
  const auto last = text.text().find_last_not_of(" \t\r\n");
  return last != std::string::npos && text.text()[last] == '?';
}

Hold hold_for_a_while(Pulse& pulse, Instant at) {
  pulse.held_until = at + k_held_for;
  return Hold::flood;
}

void count(Pulse& pulse, std::int64_t fingerprint, int weight, Instant at) {
  if (at - pulse.minute >= Elapsed::minutes(1) || at < pulse.minute) {
    pulse.minute = at;
    pulse.in_minute = 0;
  }
  ++pulse.in_minute;
  const bool again = pulse.text == fingerprint && at - pulse.same_last < k_same_within;
  pulse.text = fingerprint;
  pulse.weight = again ? pulse.weight + weight : weight;
  pulse.same_last = at;
}

}  // namespace

Pulse& Pulses::of(const std::string& person, const Pulse& written) {
  if (pulses_.size() >= k_pulses_most && !pulses_.contains(person)) pulses_.clear();
  return pulses_.try_emplace(person, written).first->second;
}

bool is_to_be_written(const Pulse& pulse, const Pulse& written) {
  return pulse.held_until != written.held_until || pulse.automatic_told != written.automatic_told;
}

Hold weigh(Pulse& pulse, std::int64_t fingerprint, bool is_automatic, bool asked, Instant at) {
  if (is_automatic) {
    const bool told =
        pulse.automatic_told > Instant{} && at - pulse.automatic_told < k_automatic_told_for;
    if (told) return Hold::silent;
    pulse.automatic_told = at;
    return Hold::automatic;
  }
  if (at < pulse.held_until) {
    const bool by_count = pulse.in_minute >= k_messages_in_minute;
    if (by_count || fingerprint == pulse.text) return Hold::silent;
    const Instant told = pulse.automatic_told;
    pulse = Pulse{};  // something else: somebody is there
    pulse.automatic_told = told;
  }
  const int before = pulse.text == fingerprint ? pulse.weight : 0;
  count(pulse, fingerprint, asked ? k_weight : k_weight_idle, at);
  if (pulse.in_minute >= k_messages_in_minute) return hold_for_a_while(pulse, at);
  if (pulse.weight < k_heaviest) return Hold::none;
  hold_for_a_while(pulse, at);
  return before < k_heaviest ? Hold::flood : Hold::silent;
}

void lighten(Pulse& pulse) {
  if (pulse.weight >= k_weight_idle) pulse.weight -= k_weight_idle - k_weight;
}

bool is_automatic_reply(const Utterance& text, bool asked) {
  if (ends_with_question(text)) return false;
  return text.count_of(k_automatic) > 0 || (!asked && text.count_of(k_automatic_unasked) > 0);
}

std::int64_t fingerprint_of(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;  // FNV-1a
  for (unsigned char c : fold(text)) hash = (hash ^ c) * 1'099'511'628'211ULL;
  const auto positive = static_cast<std::int64_t>(hash >> 1U);
  return positive == 0 ? 1 : positive;
}

}  // namespace dondoc::talk
